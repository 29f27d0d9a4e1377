package org.filmwright.generate.draft.people;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.people.Modelling.Stuff;

/** A hand at the end of a forearm: relaxed, pointing, or closed. */
final class Hand {
    private Hand() {}

    static void paint(Modelling model, Skeleton.Arm arm, Tone skin, Actor actor) {
        Point2D e = arm.elbow();
        Point2D w = arm.wrist();
        AffineTransform along = AffineTransform.getTranslateInstance(w.getX(), w.getY());
        along.rotate(Math.atan2(w.getY() - e.getY(), w.getX() - e.getX()));
        Path2D shape = new Path2D.Double(switch (actor.acting().stance()) {
            case POINT -> pointing();
            case FIGHT, RUN, CARRY, CLIMB, HOLD -> fist();
            default -> relaxed();
        }, along);
        model.part(shape, skin, Stuff.SKIN);
    }

    private static Path2D relaxed() {
        return Spline.blob(-14, -13, 8, -16, 26, -13, 42, -8, 50, -2, 48, 5, 36, 8, 30, 14, 20, 20, 12, 14, -14, 13);
    }

    private static Path2D fist() {
        return Spline.blob(-14, -13, 6, -17, 24, -18, 34, -8, 34, 8, 26, 17, 8, 18, -14, 13);
    }

    private static Path2D pointing() {
        return Spline.blob(-14, -13, 8, -16, 26, -15, 56, -12, 62, -8, 56, -4, 34, -3, 32, 10, 22, 16, 8, 15, -14, 13);
    }
}
