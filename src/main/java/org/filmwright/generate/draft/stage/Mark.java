package org.filmwright.generate.draft.stage;

/**
 * Where somebody is and what the place must put there. Metres from the mark of the stage.
 *
 * @param support what carries them: the place draws a chair, bench or bed below, a rail or wall beside
 * @param facing -1 turned to the left of the board, 1 to the right, 0 to or from the camera
 * @param focus whether the eye should land here: keep the strongest contrast and no clutter there
 */
public record Mark(double x, double z, Support support, int facing, boolean focus) {
    /** Seat height is .46 m, a bed .5 m, a rail or sill 1.0 m. */
    public enum Support {
        GROUND, SEAT, RAIL, BED
    }
}
