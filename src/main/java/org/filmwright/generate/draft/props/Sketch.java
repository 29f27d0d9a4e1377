package org.filmwright.generate.draft.props;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Light;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Props.Pose;

/**
 * A thing drawn in its own units: 100 high, centred on 0, 0, y downwards. Pieces are laid one over the other; what is a
 * {@link #body} throws the shadow.
 */
final class Sketch {
    private final Easel easel;
    private final Pose pose;
    private final Palette palette;
    private final Light light;
    private final AffineTransform place;
    private final double[] towards;
    private final double bright;
    private final Area outline = new Area();
    private final List<Runnable> pieces = new ArrayList<>();

    /** @param mirrored turned to the left instead of the right */
    Sketch(Easel easel, Pose pose, Palette palette, Light light, boolean mirrored) {
        this.easel = easel;
        this.pose = pose;
        this.palette = palette;
        this.light = light;
        place = AffineTransform.getTranslateInstance(pose.x(), pose.y());
        place.rotate(Math.toRadians(pose.turn()));
        place.scale(mirrored ? -scale() : scale(), scale());
        towards = light.towards(pose.x(), pose.y());
        bright = large() ? Math.max(.72, light.exposure()) : light.exposure();
    }

    private double scale() {
        return pose.height() / 100;
    }

    /** Whether it fills a good part of the board, so that print and rivets are worth drawing. */
    boolean large() {
        return pose.height() > 170;
    }

    /** 0 to n - 1, the same for the same thing. */
    int pick(int n) {
        return (int) Long.remainderUnsigned(pose.signature() >>> 7, n);
    }

    Palette palette() {
        return palette;
    }

    /** A piece of the thing itself, washed from its lit to its shadow side and outlined. */
    Sketch body(Tone tone, Shape shape) {
        outline.add(new Area(shape));
        return part(tone, shape);
    }

    /** A piece lying on or in a body. */
    Sketch part(Tone tone, Shape shape) {
        Shape there = place.createTransformedShape(shape);
        pieces.add(() -> {
            wash(there, tone, .26);
            if (pose.height() > 26) {
                easel.contour(there, Ink.of(palette.ink(), Math.clamp(1 + pose.height() / 190, 1, 3.2)), towards[0],
                        towards[1]);
            }
        });
        return this;
    }

    /** Print, panes, holes: no outline. */
    Sketch mark(Tone tone, Shape shape) {
        Shape there = place.createTransformedShape(shape);
        pieces.add(() -> wash(there, tone, .08));
        return this;
    }

    private void wash(Shape there, Tone tone, double contrast) {
        Rectangle2D box = there.getBounds2D();
        double r = Math.max(box.getWidth(), box.getHeight()) / 2;
        Tone lit = lit(tone);
        easel.wash(there,
                Wash.of(lit.times(1 + contrast * .5), lit.times(1 - contrast))
                        .along(box.getCenterX() + towards[0] * r, box.getCenterY() + towards[1] * r,
                                box.getCenterX() - towards[0] * r, box.getCenterY() - towards[1] * r)
                        .displace(Math.min(1.5, pose.height() / 60))
                        .streak(pose.turn() + 12, .08));
    }

    /** That local colour in the light of the set. */
    private Tone lit(Tone tone) {
        return tone.lit(light.key().mix(Tone.WHITE, .5)).times(bright);
    }

    /** A stroke; width in board units of a thing 300 high. */
    Sketch line(double width, Shape shape) {
        return line(palette.ink(), width, shape);
    }

    Sketch line(Tone tone, double width, Shape shape) {
        Shape there = place.createTransformedShape(shape);
        double wide = Math.clamp(width * pose.height() / 300, .8, 9);
        pieces.add(() -> easel.ink(there, Ink.of(tone, wide).dry(.08)));
        return this;
    }

    /** Light on metal, glass, a nail: lifted. */
    Sketch shine(double strength, Shape shape) {
        Shape there = place.createTransformedShape(shape);
        pieces.add(() -> easel.lift(there, light.key().mix(Tone.WHITE, .4), pose.height() * .008, strength * bright));
        return this;
    }

    Sketch shade(double strength, Shape shape) {
        Shape there = place.createTransformedShape(shape);
        pieces.add(() -> easel.shade(there, Tone.BLACK, pose.height() * .02, strength));
        return this;
    }

    /** Something that shines by itself. */
    Sketch glow(double x, double y, double radius, Tone tone, double strength) {
        Point2D p = place.transform(new Point2D.Double(x, y), null);
        pieces.add(() -> easel.glow(p.getX(), p.getY(), radius * scale(), tone, strength));
        return this;
    }

    /** A flat bright shape that needs no light on it. */
    Sketch lamp(Tone tone, Shape shape) {
        Shape there = place.createTransformedShape(shape);
        pieces.add(() -> easel.wash(there, Wash.flat(tone).pool(.05)));
        return this;
    }

    /** Print in the middle of x, {@code high} units tall, on the line y; only where it can be read. */
    Sketch print(String text, double x, double y, double high, Tone tone) {
        return large() ? mark(tone, Lettering.BOLD.line(text, x, y, high)) : this;
    }

    /** Shadow first, then the pieces in their order. */
    void paint() {
        if (pose.height() > 30) {
            double far = Math.min(26, pose.height() * .055);
            Shape cast = AffineTransform.getTranslateInstance(-towards[0] * far, far * .8)
                    .createTransformedShape(place.createTransformedShape(outline));
            easel.shade(cast, Tone.BLACK, Math.min(14, far * .7), .58);
        }
        pieces.forEach(Runnable::run);
    }

    static Shape oval(double x, double y, double rx, double ry) {
        return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
    }

    static Shape disc(double x, double y, double r) {
        return oval(x, y, r, r);
    }

    /** A rectangle from edge to edge. */
    static Shape slab(double x0, double y0, double x1, double y1) {
        return Spline.poly(x0, y0, x1, y0, x1, y1, x0, y1);
    }

    /** Several shapes as one. */
    static Path2D all(Shape... shapes) {
        Path2D path = new Path2D.Double();
        for (Shape shape : shapes) {
            path.append(shape, false);
        }
        return path;
    }

    /** The first shape with the second cut out. */
    static Path2D ring(Shape outer, Shape inner) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.append(outer, false);
        path.append(inner, false);
        return path;
    }
}
