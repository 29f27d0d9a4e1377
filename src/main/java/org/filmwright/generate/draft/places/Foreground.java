package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;

/** Dark things between camera and people, cut by the edge of the frame. Drawn in board units. */
final class Foreground {
    private Foreground() {}

    /** Mirrors a drawing made for the right edge to the side away from the subject. */
    private static Shape placed(Carpenter set, Shape shape) {
        SplittableRandom random = set.setup().board();
        double w = set.easel().width();
        double grow = random.nextDouble(.86, 1.14);
        AffineTransform there = new AffineTransform(side(set), 0, 0, 1, side(set) > 0 ? 0 : w, 0);
        there.translate(w + random.nextDouble(-16, 44), 0);
        there.scale(grow, 1);
        there.translate(-w, 0);
        return there.createTransformedShape(shape);
    }

    /** In close shots: something dark and out of focus down one side. */
    static void edge(Carpenter set) {
        double w = set.easel().width();
        SplittableRandom random = set.setup().board();
        double in = random.nextDouble(40, 110);
        Shape shape = new Spline().at(w - in, -140)
                .at(w - in * random.nextDouble(.7, 1.2), 160)
                .at(w - in * random.nextDouble(.8, 1.3), 430)
                .at(w - in * random.nextDouble(1, 1.5), 860)
                .corner(w + 200, 860)
                .corner(w + 200, -140)
                .closed();
        set.easel()
                .wash(placed(set, shape),
                        Wash.of(set.palette().near().mix(set.palette().ink(), .5), set.palette().ink())
                                .blur(14)
                                .vertical(0, 700));
    }

    private static int side(Carpenter set) {
        int third = set.setup().idea().third();
        return third == 0 ? -set.setup().idea().lightSide() : -third;
    }

    private static void dark(Carpenter set, Shape shape, double rim) {
        Tone near = set.palette().near();
        Tone deep = set.palette().ink();
        Shape there = placed(set, shape);
        Mask mask = set.easel().mask(there);
        set.easel().wash(mask, Wash.of(near.mix(deep, .45), deep).vertical(100, 720).streak(86, .14).displace(1.4));
        if (rim > 0) {
            Tone light = set.rig().bulbs().isEmpty() ? set.palette().light() : set.rig().bulbs().getFirst().tone();
            set.easel().rim(mask, -side(set), -.35, 4, light.mix(near, .35), rim);
        }
    }

    /** A door frame we look through. */
    static void doorFrame(Carpenter set) {
        double w = set.easel().width();
        dark(set, Spline.poly(w - 92, -40, w + 140, -40, w + 140, 800, w - 78, 800), .5);
        dark(set, Spline.poly(-140, -60, w + 140, -60, w + 140, 26, -140, 18), 0);
    }

    /** The edge of a crate or machine, cut by frame and floor. */
    static void crate(Carpenter set) {
        double w = set.easel().width();
        dark(set, Spline.poly(w - 190, 430, w + 140, 402, w + 140, 820, w - 176, 820), .6);
        Path2D boards = new Path2D.Double();
        for (int i = 1; i < 4; i++) {
            boards.append(Spline.line(w - 186 + i * 3, 430 + i * 78, w + 40, 424 + i * 80), false);
        }
        set.easel().ink(placed(set, boards), Ink.of(set.palette().ink(), 2.4));
    }

    /** A chain with its hook, hanging in from above. */
    static void hook(Carpenter set) {
        double x = set.easel().width() - 150;
        Path2D chain = new Path2D.Double();
        for (int i = 0; i < 11; i++) {
            double y = -24 + i * 42;
            chain.append(i % 2 == 0 ? link(x, y, 9, 24) : link(x, y, 4, 25), false);
        }
        dark(set, chain, .7);
        Shape hook = new Spline().at(x - 13, 430)
                .at(x + 12, 432)
                .at(x + 16, 470)
                .at(x + 42, 505)
                .at(x + 34, 556)
                .at(x - 12, 570)
                .at(x - 46, 548)
                .corner(x - 48, 512)
                .at(x - 32, 520)
                .at(x - 20, 538)
                .at(x + 4, 538)
                .at(x + 10, 512)
                .at(x - 10, 478)
                .closed();
        dark(set, hook, .7);
    }

    private static Shape link(double x, double y, double rx, double ry) {
        var ring = new Area(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry));
        if (rx > 6) {
            ring.subtract(new Area(new Ellipse2D.Double(x - rx + 4, y - ry + 6, 2 * rx - 8, 2 * ry - 12)));
        }
        return ring;
    }

    /** A mooring bollard with its rope, as in target 01. */
    static void bollard(Carpenter set) {
        double x = set.easel().width() - 185;
        dark(set,
                new Spline().at(x - 66, 596)
                        .at(x - 60, 566)
                        .at(x, 552)
                        .at(x + 62, 566)
                        .at(x + 70, 596)
                        .at(x + 36, 610)
                        .at(x + 34, 680)
                        .corner(x + 52, 800)
                        .corner(x - 50, 800)
                        .at(x - 34, 680)
                        .at(x - 34, 612)
                        .closed(),
                .7);
        Path2D rope = new Path2D.Double();
        for (int i = 0; i < 4; i++) {
            rope.append(Spline.line(x - 42, 630 + i * 15, x, 640 + i * 15, x + 42, 628 + i * 15), false);
        }
        set.easel().ink(placed(set, rope), Ink.of(set.palette().middle(), 7).dry(.1));
    }

    /** A lamp post, cut above and below. */
    static void lampPost(Carpenter set) {
        double x = set.easel().width() - 70;
        dark(set,
                new Spline().corner(x - 7, -60)
                        .corner(x + 8, -60)
                        .corner(x + 10, 470)
                        .at(x + 12, 590)
                        .at(x + 28, 640)
                        .corner(x + 34, 800)
                        .corner(x - 34, 800)
                        .at(x - 26, 640)
                        .at(x - 10, 590)
                        .corner(x - 9, 470)
                        .closed(),
                .5);
    }

    /** A branch with leaves, hanging in from the upper corner. */
    static void branch(Carpenter set) {
        double w = set.easel().width();
        SplittableRandom random = new SplittableRandom(set.signature().seed());
        Area mass = new Area(
                Spline.blob(w + 120, 10, w - 60, 66, w - 210, 96, w - 350, 150, w - 214, 112, w - 60, 92, w + 120, 60));
        for (int i = 0; i < 24; i++) {
            double t = random.nextDouble();
            double x = w + 60 - 400 * t + random.nextDouble(-40, 40);
            double y = 40 + 100 * t + random.nextDouble(-50, 64) * (1 - .5 * t);
            double r = random.nextDouble(14, 34);
            double turn = random.nextDouble(-.9, .9);
            double dx = r * Math.cos(turn);
            double dy = r * Math.sin(turn);
            mass.add(new Area(
                    Spline.blob(x - dx, y - dy, x - dy * .4, y + dx * .4, x + dx, y + dy, x + dy * .4, y - dx * .4)));
        }
        dark(set, mass, .35);
    }

    /** The trunk of a tree close by. */
    static void trunk(Carpenter set) {
        double w = set.easel().width();
        dark(set,
                new Spline().corner(w - 130, -80)
                        .at(w - 118, 220)
                        .at(w - 134, 470)
                        .at(w - 158, 640)
                        .corner(w - 230, 820)
                        .corner(w + 150, 820)
                        .corner(w + 150, -80)
                        .closed(),
                .55);
    }

    /** Blades along the lower edge. */
    static void grass(Carpenter set) {
        SplittableRandom random = new SplittableRandom(set.signature().seed() + 3);
        double w = set.easel().width();
        Path2D blades = new Path2D.Double();
        for (int i = 0; i < 70; i++) {
            double t = random.nextDouble();
            double x = w + 60 - 760 * t * t;
            double h = random.nextDouble(60, 200) * (1 - .6 * t);
            double lean = random.nextDouble(-.5, .3) * h;
            blades.append(Spline.poly(x - 4, 760, x + lean * .4, 720 - h * .6, x + lean, 720 - h, x + lean * .4 + 6,
                    720 - h * .55, x + 7, 760), false);
        }
        dark(set, blades, 0);
    }

    /** A boulder in the lower corner. */
    static void rock(Carpenter set) {
        double w = set.easel().width();
        dark(set,
                new Spline().corner(w - 340, 820)
                        .at(w - 300, 690)
                        .at(w - 190, 590)
                        .at(w - 60, 560)
                        .corner(w + 140, 500)
                        .corner(w + 140, 820)
                        .closed(),
                .5);
    }

    /** The back of a chair, close and low. */
    static void chair(Carpenter set) {
        double w = set.easel().width();
        Path2D back = new Path2D.Double();
        back.append(Spline.blob(w - 330, 596, w - 318, 540, w - 180, 522, w - 60, 530, w - 44, 590, w - 180, 576),
                false);
        for (int i = 0; i < 5; i++) {
            double x = w - 312 + i * 62;
            back.append(Spline.poly(x, 570, x + 22, 570, x + 24, 820, x - 2, 820), false);
        }
        dark(set, back, .6);
    }

    /** A round pillar at the edge. */
    static void column(Carpenter set) {
        double w = set.easel().width();
        dark(set, Spline.poly(w - 128, -80, w + 140, -80, w + 140, 820, w - 128, 820), .5);
        dark(set, Spline.poly(w - 170, 620, w + 140, 612, w + 140, 820, w - 170, 820), .5);
    }
}
