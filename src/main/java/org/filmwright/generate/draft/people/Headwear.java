package org.filmwright.generate.draft.people;

import java.awt.geom.Path2D;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.people.Modelling.Stuff;

/** Caps, brims, knitted hats, hoods and helmets. */
final class Headwear {
    private final Modelling model;
    private final Identity who;
    private final View view;

    Headwear(Modelling model, Identity who, View view) {
        this.model = model;
        this.who = who;
        this.view = view;
    }

    void paint() {
        switch (who.hat()) {
            case NONE -> {
            }
            case CAP -> cap();
            case BRIM -> brim();
            case KNIT -> knit();
            case HOOD -> hood();
            case HELMET -> helmet();
        }
    }

    private void cap() {
        Path2D crown = switch (view) {
            case PROFILE -> new Spline().corner(36, -24)
                    .at(38, -42)
                    .at(22, -62)
                    .at(-14, -68)
                    .at(-48, -54)
                    .at(-58, -28)
                    .corner(-52, -12)
                    .at(-20, -18)
                    .at(10, -20)
                    .closed();
            case THREE_QUARTER -> new Spline().corner(38, -24)
                    .at(42, -42)
                    .at(26, -62)
                    .at(-10, -68)
                    .at(-44, -56)
                    .at(-56, -30)
                    .corner(-50, -10)
                    .at(-20, -17)
                    .at(10, -20)
                    .closed();
            case FRONT,
                    BACK -> new Spline().corner(-38, -18)
                            .at(-46, -38)
                            .at(-30, -62)
                            .at(0, -69)
                            .at(30, -62)
                            .at(46, -38)
                            .corner(38, -18)
                            .at(0, -24)
                            .closed();
        };
        Path2D peak = switch (view) {
            case PROFILE -> Spline.blob(14, -26, 36, -28, 58, -22, 66, -15, 54, -15, 36, -18, 16, -20);
            case THREE_QUARTER -> Spline.blob(-14, -24, 14, -29, 40, -27, 54, -18, 57, -12, 40, -15, 12, -16, -10, -17);
            case FRONT -> Spline.blob(-32, -24, 0, -31, 32, -24, 30, -12, 0, -17, -30, -12);
            case BACK -> null;
        };
        model.part(crown, who.hatTone(), Stuff.CLOTH);
        if (peak != null) {
            model.part(peak, who.hatTone().times(.7), Stuff.CLOTH);
        }
        model.line(Spline.line(4, -66, 8, -46, 6, -24), .6);
    }

    private void brim() {
        double lean = view == View.PROFILE ? 6 : view == View.THREE_QUARTER ? 4 : 0;
        model.part(
                new Spline().corner(-40 + lean, -26)
                        .at(-42, -52)
                        .at(-28, -74)
                        .at(-4 + lean, -68)
                        .at(24 + lean, -74)
                        .at(38 + lean, -50)
                        .corner(38 + lean, -24)
                        .closed(),
                who.hatTone(), Stuff.CLOTH);
        model.wash(Spline.poly(-41 + lean, -36, 39 + lean, -34, 39 + lean, -24, -41 + lean, -26),
                who.hatTone().times(.5), Stuff.CLOTH);
        model.part(Spline.blob(-66, -26, -36, -32, lean, -33, 38, -31, 70 + lean, -23, 44, -17, lean, -20, -40, -17),
                who.hatTone().times(.85), Stuff.CLOTH);
    }

    private void knit() {
        double back = view.across() ? -42 : -54;
        double front = view.across() ? 42 : 38;
        model.part(
                new Spline().corner(back + 2, -8)
                        .at(back - 2, -34)
                        .at(-24, -66)
                        .at(2, -72)
                        .at(26, -62)
                        .at(front + 1, -38)
                        .corner(front, -20)
                        .at(0, -16)
                        .closed(),
                who.hatTone(),
                Stuff.CLOTH);
        Mask roll = model.part(
                Spline.blob(back - 2, -22, 0, -34, front + 2, -34, front + 4, -22, front, -17, 0, -15, back, -6),
                who.hatTone().times(1.12), Stuff.CLOTH);
        model.easel().within(roll, () -> {
            for (double x = back; x < front; x += 9) {
                model.line(Spline.line(x, -36, x + 1, -8), .5);
            }
        });
    }

    private void hood() {
        Tone tone = who.coatTone();
        if (view == View.BACK) {
            model.part(Spline.blob(0, -70, -36, -56, -48, -10, -46, 40, -30, 66, 30, 66, 46, 40, 48, -10, 36, -56),
                    tone, Stuff.CLOTH);
            return;
        }
        double f = view == View.FRONT ? 0 : view == View.PROFILE ? 10 : 6;
        Path2D shape = new Spline().at(f, -70)
                .at(-34, -60)
                .at(-54, -20)
                .at(-54, 30)
                .at(-40, 66)
                .at(-6, 64)
                .corner(-22 + f, 40)
                .at(-30 + f, 0)
                .at(-22 + f, -34)
                .at(4 + f, -44)
                .at(28 + f, -32)
                .at(34 + f * .6, 0)
                .at(26 + f, 40)
                .corner(18 + f, 60)
                .at(34 + f, 50)
                .at(44 + f * .4, 0)
                .at(34 + f, -52)
                .closed();
        model.part(shape, tone, Stuff.CLOTH);
    }

    private void helmet() {
        Tone shell = Tone.hex(0xC9CDD0);
        Path2D ball = Spline.blob(0, -72, -46, -58, -66, -10, -58, 40, -34, 66, 30, 66, 54, 42, 62, -8, 44, -56);
        if (view == View.BACK) {
            model.part(ball, shell, Stuff.SMOOTH);
            return;
        }
        double f = view == View.FRONT ? 0 : 14;
        Path2D visor = Spline.blob(f, -50, -34 + f, -38, -40 + f, 6, -28 + f, 40, 2 + f, 48, 32 + f * .8, 36,
                40 + f * .7, 2, 32 + f * .8, -38);
        Mask glass = model.easel().mask(model.board(visor));
        Mask shellOnly = model.mask(ball).without(glass);
        model.easel().wash(shellOnly, model.gradient(ball, shell, Stuff.SMOOTH));
        model.form(shellOnly, ball.getBounds2D());
        model.rim(shellOnly, 1);
        model.contour(ball, 1);
        model.contour(visor, 1);
        model.easel().within(glass, () -> {
            model.easel()
                    .lift(model.board(Spline.blob(-30 + f, -30, -8 + f, -44, -20 + f, -6, -32 + f, 10)),
                            model.light().key(), 3 * model.unit(), .35);
            model.easel()
                    .lift(model.board(Spline.blob(24 + f, 20, 34 + f * .7, 0, 32 + f * .7, 26, 18 + f, 40)),
                            model.light().key(), 3 * model.unit(), .2);
        });
    }
}
