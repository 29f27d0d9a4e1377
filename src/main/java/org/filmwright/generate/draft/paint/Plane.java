package org.filmwright.generate.draft.paint;

/** The depth planes of a board, far to near (draft-boards.md 6). */
public enum Plane {
    SKY(1.0), FAR(.8), MIDDLE(.5), FIGURES(.3), NEAR(.1), WEATHER(.05);

    private final double depth;

    Plane(double depth) {
        this.depth = depth;
    }

    /** 0 at the glass, 1 at the horizon. */
    public double depth() {
        return depth;
    }
}
