package org.filmwright.generate.draft.people;

/** From where a person is seen; everybody is drawn facing right and mirrored to face left. */
public enum View {
    FRONT(0), THREE_QUARTER(36), PROFILE(90), BACK(180);

    private final double turn;

    View(double turn) {
        this.turn = turn;
    }

    /** Degrees between the nose and the camera. */
    double turn() {
        return turn;
    }

    /** Whether the shoulders are seen across. */
    boolean across() {
        return this == FRONT || this == BACK;
    }
}
