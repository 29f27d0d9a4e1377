/** The keys of those who charge: from the environment, the keyring of the desktop, or an encrypted file; in this order. */
package org.filmwright.keys;
