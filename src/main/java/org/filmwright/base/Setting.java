package org.filmwright.base;

/** Inside or outside, from the heading of a scene. */
public enum Setting {
    INT, EXT, INT_EXT
}
