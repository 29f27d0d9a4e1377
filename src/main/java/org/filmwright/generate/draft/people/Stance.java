package org.filmwright.generate.draft.people;

/**
 * What a body does. Angles in degrees from hanging straight down, positive to where the person faces; in views from the
 * front or the back they spread outwards instead.
 */
public enum Stance {
    STAND(1.5, 0, arms(-7, 8, 9, 26), legs(-4, -6, 6, 3)), //
    TALK(2, 0, arms(-8, 12, 12, 66), legs(-5, -6, 7, 4)), //
    WALK(4, 2, arms(-24, -6, 24, 46), legs(24, 8, -15, -36)), //
    RUN(17, -6, arms(-62, 28, 48, 128), legs(66, -22, -28, -66)), //
    LEAN(19, -8, arms(8, 68, 24, 74), legs(-14, -12, 4, -6)), //
    SIT(3, 2, arms(12, 62, 20, 70), legs(86, -3, 82, 9)), //
    CROUCH(26, 8, arms(30, 74, 44, 84), legs(104, -36, 70, -64)), //
    LIE(0, 0, arms(6, 20, 12, 18), legs(2, -4, 8, 0)), //
    POINT(4, 0, arms(-8, 10, 78, 88), legs(-6, -7, 9, 5)), //
    HOLD(3, 8, arms(6, 84, 14, 78), legs(-4, -5, 6, 3)), //
    CARRY(2, 2, arms(-1, 3, 10, 22), legs(14, 5, -10, -24)), //
    PHONE(3, 8, arms(-6, 10, 58, 198), legs(-4, -5, 6, 3)), //
    EMBRACE(5, 4, arms(54, 132, 64, 120), legs(-4, -6, 6, 2)), //
    FIGHT(10, 4, arms(58, 122, 84, 98), legs(-26, -30, 30, 12)), //
    REACH(9, 6, arms(-6, 14, 44, 66), legs(-10, -12, 12, 6)), //
    WORK(10, 14, arms(4, 70, 12, 64), legs(-4, -6, 8, 4)), //
    THINK(2, 6, arms(-2, 62, 24, 146), legs(-4, -5, 6, 3)), //
    CLIMB(8, -8, arms(96, 150, 130, 168), legs(60, -14, -8, -14));

    private final double lean;
    private final double nod;
    private final double[] arms;
    private final double[] legs;

    Stance(double lean, double nod, double[] arms, double[] legs) {
        this.lean = lean;
        this.nod = nod;
        this.arms = arms;
        this.legs = legs;
    }

    private static double[] arms(double... angles) {
        return angles;
    }

    private static double[] legs(double... angles) {
        return angles;
    }

    /** Torso forward. */
    double lean() {
        return lean;
    }

    /** Head forward. */
    double nod() {
        return nod;
    }

    /** Near upper, near fore, far upper, far fore. */
    double[] armAngles() {
        return arms.clone();
    }

    /** Near thigh, near shin, far thigh, far shin. */
    double[] legAngles() {
        return legs.clone();
    }

    /** Whether the legs carry the body on open ground. */
    public boolean upright() {
        return this != SIT && this != LIE && this != CROUCH;
    }
}
