package org.filmwright.generate.draft.people;

import java.awt.geom.Point2D;

/**
 * The joints of a posed body in hundredths of a head: feet stand at y = 0, up is negative, the person faces right.
 * "Near" is the side towards the camera; from the front it is the left of the picture.
 *
 * @param across half the shoulder width as seen, small in profile
 */
record Skeleton(Point2D hip, Point2D chest, Point2D head, Pair<Leg> legs, Pair<Arm> arms, double across, Tilt tilt) {
    /** Near and far. */
    record Pair<T>(T near, T far) {}

    /** Of the torso, and of the head on top, degrees forward. */
    record Tilt(double lean, double nod) {}

    record Leg(Point2D hip, Point2D knee, Point2D ankle, double foot) {}

    record Arm(Point2D shoulder, Point2D elbow, Point2D wrist) {}

    /** Where the spine of somebody lying in bed is: mattress at .5 m, and half a body. */
    static final double BED = 262;
    static final double TORSO = 238;
    private static final double THIGH = 186;
    private static final double SHIN = 168;
    private static final double UPPER = 138;
    private static final double FORE = 122;

    /** @param sway -1..1: whose little differences nobody stands quite like another */
    static Skeleton of(Stance stance, View view, Identity who, double sway) {
        return view.across() ? fromFront(stance, view, who, sway) : fromSide(stance, view, who, sway);
    }

    private static Skeleton fromSide(Stance stance, View view, Identity who, double sway) {
        double[] legs = stance.legAngles();
        double[] arms = stance.armAngles();
        double across = view == View.PROFILE ? 11 : (who.woman() ? 55 : 60) * who.width();
        double hips = view == View.PROFILE ? 5 : 26;
        Leg near = leg(at(-hips, 0), legs[0] + sway * 2, legs[1] + sway * 2, 1);
        Leg far = leg(at(hips, view == View.PROFILE ? 0 : -4), legs[2] - sway * 2, legs[3] - sway, 1);
        return assembled(view, new Pair<>(near, far), arms, across, new Tilt(stance.lean() + sway, stance.nod()));
    }

    /** Arms and legs spread sideways; what swings forward is only foreshortened. */
    private static Skeleton fromFront(Stance stance, View view, Identity who, double sway) {
        double[] legs = stance.legAngles();
        double[] arms = stance.armAngles();
        double across = (who.woman() ? 70 : 76) * who.width();
        double stride = Math.abs(legs[0] - legs[2]);
        boolean seated = stance == Stance.SIT || stance == Stance.CROUCH;
        Leg near = leg(at(-27, 0), seated ? -14 : -5 + sway, seated ? 2 : -3,
                seated ? stance == Stance.SIT ? .35 : .2 : 1);
        Leg far = leg(at(27, 0), seated ? 14 : 4 + sway, seated ? -2 : stride > 30 ? -8 : 3,
                seated ? stance == Stance.SIT ? .35 : .2 : 1 - Math.min(.12, stride / 420));
        double[] spread = {-Math.abs(arms[0]) * .35 - 4, spreadFore(arms[1], -1), Math.abs(arms[2]) * .3 + 4,
            spreadFore(arms[3], 1)};
        return assembled(view, new Pair<>(near, far), spread, across, new Tilt(sway * 2, stance.nod()));
    }

    /** A raised forearm folds inwards before the body. */
    private static double spreadFore(double angle, int side) {
        return angle > 100 ? side * 165 : angle > 55 ? -side * (20 + angle * .55) : side * (3 + Math.abs(angle) * .12);
    }

    private static Skeleton assembled(View view, Pair<Leg> legs, double[] arms, double across, Tilt tilt) {
        Leg near = legs.near;
        Leg far = legs.far;
        double lean = tilt.lean;
        double ground = Math.max(near.ankle.getY(), far.ankle.getY()) + 16;
        double turn = Math.toRadians(lean);
        Point2D hip = at(0, -ground);
        Point2D chest = at(Math.sin(turn) * TORSO, -ground - Math.cos(turn) * TORSO);
        double nod = tilt.nod + lean * .2;
        double neck = Math.toRadians(lean * .55 + nod * .5);
        Point2D head = at(chest.getX() + Math.sin(neck) * 82 + (across < 20 ? 12 : 4),
                chest.getY() - Math.cos(neck) * 82);
        boolean side = !view.across();
        double dip = side ? 3 : 0;
        Point2D nearShoulder = at(chest.getX() - across * (side ? .95 : 1), chest.getY() + 36 + dip);
        Point2D farShoulder = at(chest.getX() + across, chest.getY() + 34 - dip);
        return new Skeleton(hip, chest, head, new Pair<>(raised(near, ground), raised(far, ground)),
                new Pair<>(arm(nearShoulder, arms[0], arms[1]), arm(farShoulder, arms[2], arms[3])), across,
                new Tilt(lean, view == View.BACK ? -nod : nod));
    }

    Leg nearLeg() {
        return legs.near;
    }

    Leg farLeg() {
        return legs.far;
    }

    Arm nearArm() {
        return arms.near;
    }

    Arm farArm() {
        return arms.far;
    }

    double lean() {
        return tilt.lean;
    }

    double nod() {
        return tilt.nod;
    }

    private static Leg leg(Point2D hip, double thigh, double shin, double length) {
        Point2D knee = from(hip, thigh, THIGH * length);
        Point2D ankle = from(knee, shin, SHIN * (length < .5 ? 1 : length));
        return new Leg(hip, knee, ankle, shin);
    }

    private static Leg raised(Leg leg, double by) {
        return new Leg(at(leg.hip.getX(), leg.hip.getY() - by), at(leg.knee.getX(), leg.knee.getY() - by),
                at(leg.ankle.getX(), leg.ankle.getY() - by), leg.foot);
    }

    private static Arm arm(Point2D shoulder, double upper, double fore) {
        Point2D elbow = from(shoulder, upper, UPPER);
        return new Arm(shoulder, elbow, from(elbow, fore, FORE));
    }

    private static Point2D from(Point2D p, double degrees, double length) {
        double a = Math.toRadians(degrees);
        return at(p.getX() + Math.sin(a) * length, p.getY() + Math.cos(a) * length);
    }

    private static Point2D at(double x, double y) {
        return new Point2D.Double(x, y);
    }
}
