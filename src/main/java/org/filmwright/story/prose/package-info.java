/** Stories in prose, and what becomes a screenplay of them by rule. Pure functions; English. */
package org.filmwright.story.prose;
