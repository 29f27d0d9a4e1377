/** Finding words in texts: the only home of Lucene. Knows nothing of films. */
package org.filmwright.search;
