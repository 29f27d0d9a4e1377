package org.filmwright.generate.draft.people;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.Optional;
import org.filmwright.generate.draft.stage.Props;

/**
 * Somebody placed on the board.
 *
 * @param facing 1 faces right, -1 left; @param gaze where the eyes look, from -1 (behind) to 1 (ahead), and y down
 * @param x,feet of the ground point on the board; @param head height of the head in board units
 * @param depth of air before them, 0..1; @param wind 0 calm to 1: hair and scarf fly away from where they face
 */
public record Actor(Identity who, Acting acting, View view, int facing, Point2D gaze, double x, double feet,
        double head,
        double depth, double wind, Optional<Props.Prop> held) {
    /** What they do and feel. */
    public record Acting(Stance stance, Expression expression, boolean looksBack, double sway) {}

    /** From hundredths of a head (feet at the origin, up negative, facing right) to the board. */
    AffineTransform onBoard() {
        double k = head / 100;
        AffineTransform t = AffineTransform.getTranslateInstance(x, feet);
        t.scale(k * facing, k);
        if (acting.stance() == Stance.LIE) {
            t.translate(0, -Skeleton.BED);
            t.rotate(-Math.PI / 2);
        }
        return t;
    }
}
