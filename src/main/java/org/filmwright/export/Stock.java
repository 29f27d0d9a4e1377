package org.filmwright.export;

/** What a frame was made of; where several clips are in it, what is least as it should be. */
public enum Stock {
    /** Cards and black: no clip is in it. */
    DRAWN,
    /** The clips themselves. */
    ORIGINAL,
    /** A small copy of a clip. */
    PROXY,
    /** A card in place of a clip that is missing or cannot be read. */
    OFFLINE;

    Stock and(Stock other) {
        return compareTo(other) > 0 ? this : other;
    }
}
