package org.filmwright.search;

/** How near to what was asked for something is: every word of it, words a letter away, or only some of the words. */
public enum Nearness {
    WORDS, NEAR, SOME
}
