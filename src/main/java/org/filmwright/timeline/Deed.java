package org.filmwright.timeline;

/** What was done to a cut, in the words of the cutting room: by these names a change is taken back and done again. */
public enum Deed {
    /** What was recorded before edits had names, or has none. */
    OTHER, SPLIT, JOIN, LIFT, EXTRACT, INSERT, OVERWRITE, APPEND, REPLACE, FILL, MOVE, TRIM, RIPPLE_TRIM, ROLL, SLIP, SLIDE, DISSOLVE, FADE, SPEED, FREEZE, TITLE, LINK, UNLINK, MARKER, MARKS, TRACK, SOUND, LEVEL,
    /** A clip was filmed anew and took the place of the one before. */
    CLIP,
    /** The cut was laid anew from the script. */
    LAID
}
