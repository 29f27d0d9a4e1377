package org.filmwright.generate.draft.people;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.Optional;
import org.filmwright.generate.draft.stage.Props;

/**
 * Somebody placed on the board.
 *
 * @param facing 1 faces right, -1 left
 * @param wind 0 calm to 1: hair and scarf fly away from where they face
 * @param held what is in their hand
 */
public record Actor(Identity who, Acting acting, View view, int facing, Spot spot, double wind,
        Optional<Props.Prop> held) {
    /** What they do and feel; the gaze goes from -1 (behind) to 1 (ahead), and y down. */
    public record Acting(Stance stance, Expression expression, boolean looksBack, double sway, Point2D gaze) {}

    /** The ground point on the board, the height of the head in board units, and the air before them, 0..1. */
    public record Spot(double x, double feet, double head, double depth) {}

    public double x() {
        return spot.x;
    }

    public double feet() {
        return spot.feet;
    }

    public double head() {
        return spot.head;
    }

    public double depth() {
        return spot.depth;
    }

    /** From hundredths of a head (feet at the origin, up negative, facing right) to the board. */
    AffineTransform onBoard() {
        double k = spot.head / 100;
        AffineTransform t = AffineTransform.getTranslateInstance(spot.x, spot.feet);
        t.scale(k * facing, k);
        if (acting.stance() == Stance.LIE) {
            t.translate(0, -Skeleton.BED);
            t.rotate(-Math.PI / 2);
        }
        return t;
    }
}
