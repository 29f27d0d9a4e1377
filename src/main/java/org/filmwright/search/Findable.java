package org.filmwright.search;

import java.util.List;

/**
 * Something that words can be found in. Two that are equal have the same texts: one that is held already and comes again
 * is not read again.
 */
public interface Findable {
    /** Tells it from all others; stays the same when its texts change. */
    String key();

    /** What it is among other things, to look among those of a kind only. */
    String kind();

    /** Asked when it is read, and again when it is found. */
    List<Passage> passages();
}
