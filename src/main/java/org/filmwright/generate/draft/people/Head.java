package org.filmwright.generate.draft.people;

import java.awt.geom.Path2D;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.people.Modelling.Stuff;

/**
 * The head, in hundredths of its own height around the middle of the face: crown at -50, eyes at 0, chin at 50, facing
 * right. One set of measures ({@link Identity.Features}) shapes front, three-quarter and profile.
 */
final class Head {
    private final Modelling model;
    private final Actor actor;
    private final Identity who;
    private final Hair hair;
    private final View view;

    Head(Modelling model, Actor actor) {
        this.model = model;
        this.actor = actor;
        who = actor.who();
        view = actor.view();
        hair = new Hair(model, who, view, actor.acting().looksBack() ? -actor.wind() : actor.wind());
    }

    /** Hair that falls behind neck and shoulders. */
    void paintBehind() {
        if (view != View.BACK) {
            hair.behind();
        }
    }

    void paintNeck() {
        double thick = who.woman() ? 17.5 : 23.5 * Math.min(1.1, who.width());
        double x = switch (view) {
            case FRONT, BACK -> 0;
            case THREE_QUARTER -> -9;
            case PROFILE -> -10;
        };
        Path2D neck = Limb.along(x + 1, 24, thick, x - 2, 56, thick, x - 5, 92, thick * 1.25);
        Mask mask = model.wash(neck, who.skin().times(.82), Stuff.SKIN);
        model.outline(mask);
        model.easel()
                .within(mask,
                        () -> model.easel()
                                .shade(model.board(Spline.blob(x - 30, 30, x + 40, 26, x + 34, 62, x, 72, x - 30, 60)),
                                        model.palette().ink(), 5 * model.unit(), .5));
    }

    void paint() {
        if (view == View.BACK) {
            if (!hair.hidesEars()) {
                model.part(Spline.blob(-36, -9, -46, -8, -45, 5, -37, 14, 37, 14, 45, 5, 46, -8, 36, -9),
                        who.skin().times(.75), Stuff.SKIN);
            }
            model.part(Spline.blob(-36, 0, -33, -32, 0, -50, 33, -32, 36, 0, 28, 36, 0, 46, -28, 36),
                    who.skin().times(.8), Stuff.SKIN);
            hair.front();
            new Headwear(model, who, view).paint();
            return;
        }
        Path2D outline = outline(view, who.features());
        Mask face = model.wash(outline, who.skin(), Stuff.SKIN);
        model.outline(face);
        if (model.unit() > .34) {
            new Face(model, actor, face).paint();
        }
        if (model.unit() > .3) {
            model.contour(outline, .9);
        }
        hair.front();
        if (view != View.FRONT && !hair.hidesEars()) {
            ear();
        }
        new Headwear(model, who, view).paint();
    }

    private void ear() {
        double x = view == View.PROFILE ? -7 : -30;
        Path2D ear = Spline.blob(x - 6, -8, x + 3, -11, x + 8, -5, x + 6, 5, x + 2, 14, x - 3, 13, x - 7, 2);
        model.part(ear, who.skin().times(.88), Stuff.SKIN);
        if (model.unit() > .8) {
            model.line(Spline.line(x - 3, -4, x + 3, -6, x + 4, 0, x, 7), .6);
        }
    }

    /** The face without hair and ears. */
    static Path2D outline(View view, Identity.Features f) {
        double j = f.jaw();
        return switch (view) {
            case FRONT,
                    BACK -> Spline.blob(0, -50, 22, -44, 32, -24, 34 * j, 0, 32.5 * j, 16, 27 * j, 31, 18 * j, 43,
                            8 * j, 49.5, 0, 50.5, -8 * j, 49.5, -18 * j, 43,
                            -27 * j, 31, -32.5 * j, 16, -34 * j, 0, -32, -24, -22, -44);
            case THREE_QUARTER -> new Spline().at(4, -50)
                    .at(24, -41)
                    .at(33, -24)
                    .at(36, -10)
                    .at(33.6, -1)
                    .at(35.6, 8)
                    .at(35.5, 16)
                    .at(32.5, 26)
                    .at(29.5, 35)
                    .at(25 + 2 * (j - 1) * 10, 44)
                    .at(17, 50)
                    .at(8, 49.5)
                    .at(-8 * j, 45)
                    .at(-22 * j, 34)
                    .at(-29, 20)
                    .at(-34, 0)
                    .at(-38, -24)
                    .at(-20, -46)
                    .closed();
            case PROFILE -> {
                double n = f.nose();
                yield new Spline().at(8, -50)
                        .at(28, -41)
                        .at(37, -25)
                        .at(39, -12)
                        .at(36, -4)
                        .at(39.5 + n, 4)
                        .at(43 + 5.5 * n, 13)
                        .at(44 + 5.8 * n, 16.5)
                        .at(43 + 3.5 * n, 19.6)
                        .at(41.5, 21.5)
                        .at(41, 24)
                        .at(43.5, 27)
                        .corner(40.8, 29.6)
                        .at(43, 32.5)
                        .at(40.5, 36)
                        .at(38.5, 38.5)
                        .at(40.5 * Math.sqrt(j), 43)
                        .at(39 * Math.sqrt(j), 48)
                        .at(33, 51)
                        .at(20, 49)
                        .at(2 * j, 41)
                        .at(-8, 31)
                        .at(-12, 12)
                        .at(-20, -10)
                        .at(-24, -34)
                        .at(-8, -48)
                        .closed();
            }
        };
    }

    /** Darker than the skin: brows and lashes. */
    static Tone dark(Identity who) {
        return who.hairTone().times(who.hairTone().value() > .4 ? .5 : .7);
    }
}
