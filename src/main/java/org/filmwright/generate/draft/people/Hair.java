package org.filmwright.generate.draft.people;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.people.Modelling.Stuff;

/** Eight ways to wear hair, each as a mass behind and a mass before the face. Head units, facing right. */
final class Hair {
    private final Modelling model;
    private final Identity who;
    private final View view;
    private final double wind;

    Hair(Modelling model, Identity who, View view, double wind) {
        this.model = model;
        this.who = who;
        this.view = view;
        this.wind = wind;
    }

    private boolean hooded() {
        return who.hat() == Identity.Hat.HELMET || who.hat() == Identity.Hat.HOOD;
    }

    boolean hidesEars() {
        return who.hair() == Identity.Hair.LONG || who.hair() == Identity.Hair.BOB || who.hat() == Identity.Hat.HOOD
                || who.hat() == Identity.Hat.HELMET
                || who.hat() == Identity.Hat.KNIT;
    }

    void behind() {
        if (hooded()) {
            return;
        }
        switch (who.hair()) {
            case LONG -> mass(fall(wind > .3 ? 92 : 138));
            case BOB -> mass(fall(46));
            case TAIL -> mass(tail());
            case BUN -> mass(bun());
            case SHORT, CROP, CURLS, BALD -> {
            }
        }
    }

    void front() {
        if (hooded() || who.hair() == Identity.Hair.BALD && who.age() != Identity.Age.OLD) {
            return;
        }
        boolean covered = who.hat() == Identity.Hat.CAP || who.hat() == Identity.Hat.BRIM
                || who.hat() == Identity.Hat.KNIT;
        Path2D shape = switch (who.hair()) {
            case SHORT, CROP, CURLS -> view == View.BACK ? behindHead(covered) : covered ? cap(-2, false) : close();
            case BALD -> fringe();
            case LONG, BOB -> view == View.BACK ? back(who.hair() == Identity.Hair.LONG ? 132 : 48) : parted();
            case BUN, TAIL -> view == View.BACK ? back(30) : cap(3, true);
        };
        mass(shape);
        if (view == View.BACK && who.hair() == Identity.Hair.TAIL) {
            mass(Limb.along(0, -14, 10, 6, 40, 14, 2, 96, 5));
        }
        if (view == View.BACK && who.hair() == Identity.Hair.BUN) {
            mass(new Path2D.Double(new Ellipse2D.Double(-20, -46, 40, 38)));
        }
    }

    private Path2D behindHead(boolean covered) {
        return who.hair() == Identity.Hair.CURLS && !covered ? bumpy(back(34)) : back(30);
    }

    private Path2D close() {
        return who.hair() == Identity.Hair.CURLS
                ? bumpy(cap(11, false))
                : cap(who.hair() == Identity.Hair.CROP ? 0 : 4, false);
    }

    private void mass(Path2D shape) {
        Mask mask = model.part(shape, who.hairTone(), Stuff.HAIR);
        if (model.unit() > .5) {
            model.easel().within(mask, () -> strands(shape));
        }
    }

    /** A few lit and dark strands that follow the skull. */
    private void strands(Path2D shape) {
        if (who.hair() == Identity.Hair.CURLS || who.hair() == Identity.Hair.CROP || who.hair() == Identity.Hair.BALD) {
            return;
        }
        var box = shape.getBounds2D();
        double px = view == View.THREE_QUARTER ? 14 : view == View.PROFILE ? 22 : 0;
        boolean falls = box.getMaxY() > 40;
        for (int i = 0; i < 7; i++) {
            double t = (i + .5) / 7;
            double x = box.getMinX() + box.getWidth() * (view == View.PROFILE ? t * .8 : t);
            double drift = wind > .3 ? -wind * 60 * t : 0;
            Path2D strand = Spline.line(px + (x - px) * .25, -56, px + (x - px) * .8, -34, x, -4, x + drift * .3,
                    falls ? 50 : 14, x - 3 + drift, falls ? 110 : 24);
            boolean lit = i % 2 == 0;
            var ink = model.ink(lit ? .9 : 1.1).opacity(lit ? .5 : .8).dry(.35);
            model.easel()
                    .ink(model.board(strand),
                            lit
                                    ? new org.filmwright.generate.draft.paint.Ink(
                                            model.lit(who.hairTone().mix(Tone.hex(0xC08A58), .3).times(1.5)),
                                            ink.width() * 1.2, .62, .8, .35, 0)
                                    : ink);
        }
    }

    /** What hangs behind the face down to {@code low}; wind throws the tips back. */
    private Path2D fall(double low) {
        double w = wind > .3 ? wind : 0;
        boolean longHair = low > 60;
        if (view == View.PROFILE) {
            return longHair && w > 0
                    ? new Spline().at(20, -58)
                            .at(-16, -66)
                            .at(-46, -50)
                            .at(-60, -14)
                            .at(-68, 26)
                            .at(-100, 62)
                            .at(-140, 66)
                            .corner(-186 * w - 10, 46)
                            .at(-160, 84)
                            .at(-128, 92)
                            .corner(-196 * w - 6, 84)
                            .at(-170, 112)
                            .at(-116, 124)
                            .at(-64, 104)
                            .at(-30, 66)
                            .at(-8, 20)
                            .at(6, -30)
                            .closed()
                    : new Spline().at(20, -58)
                            .at(-16, -66)
                            .at(-46, -50)
                            .at(-57, -10)
                            .at(-56, low * .4)
                            .at(-54, low * .8)
                            .corner(-46, low)
                            .at(-26, low - 4)
                            .corner(-6, low - 8)
                            .at(-6, 30)
                            .at(4, -10)
                            .closed();
        }
        if (view == View.FRONT) {
            return new Spline().at(0, -66)
                    .at(-34, -54)
                    .at(-48, -14)
                    .at(-48, 30)
                    .at(-50, low * .7)
                    .corner(-42 - w * 30, low)
                    .at(-20, low - 6)
                    .at(0, Math.min(80, low - 8))
                    .at(20, low - 6)
                    .corner(42 - w * 30, low)
                    .at(50, low * .7)
                    .at(48, 30)
                    .at(48, -14)
                    .at(34, -54)
                    .closed();
        }
        return new Spline().at(4, -66)
                .at(-34, -58)
                .at(-54, -26)
                .at(-57, 16)
                .at(-60 - w * 26, low * .62)
                .corner(-52 - w * 90, low)
                .at(-30 - w * 50, low - 2)
                .at(-14, low - 14)
                .at(-4, Math.min(84, low))
                .at(18, Math.min(84, low))
                .at(24, low * .8)
                .corner(34 - w * 20, low * .92)
                .at(42, low * .5)
                .at(44, 4)
                .at(43, -30)
                .at(28, -58)
                .closed();
    }

    /** Crown and side strands of loose long hair, parted over the far brow. */
    private Path2D parted() {
        boolean bob = who.hair() == Identity.Hair.BOB;
        double low = bob ? 44 : wind > .3 ? 52 : 96;
        if (view == View.PROFILE) {
            return new Spline().corner(33, -36)
                    .at(30, -52)
                    .at(6, -65)
                    .at(-24, -62)
                    .at(-48, -42)
                    .at(-57, -8)
                    .at(-56, low * .5)
                    .corner(-38, low)
                    .at(-22, low * .6)
                    .at(-12, 24)
                    .at(-2, 4)
                    .at(6, -18)
                    .at(20, -30)
                    .closed();
        }
        if (view == View.FRONT) {
            return new Spline().corner(6, -50)
                    .at(24, -38)
                    .at(32, -14)
                    .at(34, 16)
                    .corner(37, low)
                    .at(46, 30)
                    .at(47, -14)
                    .at(34, -54)
                    .at(4, -67)
                    .at(-32, -56)
                    .at(-47, -14)
                    .at(-47, 30)
                    .corner(-38, low)
                    .at(-35, 16)
                    .at(-32, -12)
                    .at(-18, -36)
                    .closed();
        }
        return new Spline().corner(15, -47)
                .at(30, -36)
                .at(36.5, -16)
                .at(37.5, 12)
                .corner(36, low * .8)
                .at(44, 26)
                .at(45, -16)
                .at(36, -50)
                .at(10, -66)
                .at(-28, -60)
                .at(-52, -32)
                .at(-57, 6)
                .at(-56, low * .55)
                .corner(-44, low)
                .at(-34, low * .55)
                .at(-29, 14)
                .at(-26, -10)
                .at(-10, -32)
                .closed();
    }

    /** Close hair; {@code full} lifts it off the skull, {@code swept} shows the whole forehead. */
    private Path2D cap(double full, boolean swept) {
        double s = swept ? 4 : 0;
        if (view == View.PROFILE) {
            return new Spline().corner(33, -30 - s)
                    .at(34, -44 - full * .7)
                    .at(14, -56 - full)
                    .at(-18, -56 - full)
                    .at(-42 - full * .7, -40 - full * .4)
                    .at(-48 - full * .8, -12)
                    .at(-44 - full * .5, 12)
                    .corner(-28, 30)
                    .at(-18, 18)
                    .at(-15, 2)
                    .corner(-8, -10)
                    .corner(-2, 9)
                    .at(3, 6)
                    .at(4, -14 - s)
                    .at(14, -26 - s)
                    .closed();
        }
        if (view == View.FRONT) {
            return new Spline().corner(-33.5, 8)
                    .at(-31, -14)
                    .at(-20, -32 - s)
                    .at(2, -36 - s)
                    .at(21, -31 - s)
                    .at(31, -14)
                    .corner(33.5, 8)
                    .at(38 + full * .5, -10)
                    .at(35 + full * .7, -36)
                    .at(20, -55 - full * .7)
                    .at(-2, -58 - full)
                    .at(-22, -54 - full * .7)
                    .at(-36 - full * .7, -36)
                    .at(-38 - full * .5, -10)
                    .closed();
        }
        return new Spline().corner(-26, 14)
                .at(-25, -8)
                .at(-17, -24 - s)
                .at(4, -33 - s)
                .at(22, -35 - s)
                .corner(33.5, -25 - s)
                .at(36 + full * .3, -38)
                .at(26, -53 - full * .8)
                .at(-2, -58 - full)
                .at(-32 - full * .4, -50 - full * .6)
                .at(-47 - full * .7, -26)
                .at(-48 - full * .6, 2)
                .corner(-38, 24)
                .at(-33, 14)
                .closed();
    }

    private Path2D back(double low) {
        double w = wind > .3 ? wind * 40 : 0;
        return low > 60
                ? new Spline().at(0, -63)
                        .at(-32, -52)
                        .at(-43, -14)
                        .at(-45, 40)
                        .at(-46 - w, low * .8)
                        .corner(-38 - w, low)
                        .corner(-22 - w, low - 8)
                        .corner(-8 - w, low + 4)
                        .corner(8 - w, low - 6)
                        .corner(22 - w, low + 2)
                        .corner(38 - w, low - 6)
                        .at(45, 40)
                        .at(43, -14)
                        .at(32, -52)
                        .closed()
                : new Spline().at(0, -59)
                        .at(-28, -50)
                        .at(-39, -16)
                        .at(-37, low * .35)
                        .at(-27, low * .8)
                        .corner(-20, low + 2)
                        .at(0, low + 5)
                        .corner(20, low + 2)
                        .at(27, low * .8)
                        .at(37, low * .35)
                        .at(39, -16)
                        .at(28, -50)
                        .closed();
    }

    private Path2D tail() {
        double x = view == View.FRONT ? 22 : -48;
        double w = wind > .3 ? wind * 90 : 0;
        return Limb.along(x + 10, -34, 9, x - 8, -22, 12, x - 16 - w * .4, 30, 14, x - 6 - w, 92 - w * .6, 4);
    }

    private Path2D bun() {
        return view == View.FRONT
                ? new Path2D.Double(new Ellipse2D.Double(-17, -82, 34, 30))
                : new Path2D.Double(new Ellipse2D.Double(-70, -48, 38, 36));
    }

    private Path2D fringe() {
        return switch (view) {
            case PROFILE -> Spline.blob(-2, 8, -6, -12, -26, -18, -47, -16, -48, 10, -30, 28, -18, 16, -14, 2);
            case THREE_QUARTER -> Spline.blob(-27, 14, -29, -6, -40, -16, -47, -8, -47, 6, -38, 24);
            case FRONT -> Spline.blob(-33, 10, -33, -10, -38, -16, -39, 0, -35, 14);
            case BACK -> Spline.blob(-40, -8, -20, -12, 0, -10, 20, -12, 40, -8, 36, 20, 0, 32, -36, 20);
        };
    }

    /** Curls: the outline swells and shrinks. */
    private Path2D bumpy(Path2D shape) {
        Path2D out = new Path2D.Double(Path2D.WIND_NON_ZERO);
        out.append(shape, false);
        SplittableRandom random = new SplittableRandom(who.name().hashCode());
        var path = new java.awt.geom.FlatteningPathIterator(shape.getPathIterator(new AffineTransform()), 3);
        double[] at = new double[6];
        for (; !path.isDone(); path.next()) {
            if (path.currentSegment(at) != java.awt.geom.PathIterator.SEG_CLOSE && at[1] < 10) {
                double r = random.nextDouble(4, 9);
                out.append(Limb.along(at[0] - 1, at[1], r, at[0] + 1, at[1], r), false);
            }
        }
        return out;
    }
}
