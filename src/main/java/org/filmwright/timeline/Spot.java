package org.filmwright.timeline;

/** An item's place in a cut. @param track 0 is the storyline, n the n-th of {@link Cut#tracks}; @param item from 0 */
public record Spot(int track, int item) {
    /** On the storyline. */
    public static Spot storyline(int item) {
        return new Spot(0, item);
    }

    public Item in(Cut cut) {
        return cut.items(track).get(item);
    }

    public int start(Cut cut) {
        return Track.length(cut.items(track).subList(0, item));
    }
}
