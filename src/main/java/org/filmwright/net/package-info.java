/** The only way out of this machine: a guarded HTTP client and the log of what passed. */
package org.filmwright.net;
