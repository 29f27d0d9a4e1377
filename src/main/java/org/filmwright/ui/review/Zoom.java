package org.filmwright.ui.review;

/**
 * How large a picture is shown, and which point of it lies in the middle.
 *
 * @param times 1 is as large as there is room; {@link #PIXELS} is a pixel for a pixel of the original
 * @param x,y 0..1 across and down the picture
 */
record Zoom(double times, double x, double y) {
    static final double PIXELS = 0;
    static final double MOST = 16;
    static final Zoom FIT = new Zoom(1, 0.5, 0.5);

    /** The two that have a name. */
    enum Size {
        FIT, FULL
    }

    boolean isFull() {
        return times == PIXELS;
    }

    Size size() {
        return times == 1 ? Size.FIT : Size.FULL;
    }

    Zoom full() {
        return new Zoom(PIXELS, x, y);
    }

    /** Larger or smaller around the middle; never smaller than there is room for. */
    Zoom at(double wanted, double toX, double toY) {
        return wanted <= 1 ? FIT : new Zoom(Math.min(MOST, wanted), inside(toX), inside(toY));
    }

    Zoom moved(double toX, double toY) {
        return new Zoom(times, inside(toX), inside(toY));
    }

    private static double inside(double share) {
        return Math.clamp(share, 0, 1);
    }
}
