package org.filmwright.generate.draft.people;

import java.awt.geom.Path2D;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.people.Modelling.Stuff;

/** Two soft turns around the neck and an end that hangs, or flies in the wind. */
final class Scarf {
    private final Modelling model;
    private final Actor actor;
    private final double x;
    private final double y;

    Scarf(Modelling model, Actor actor, Skeleton bones) {
        this.model = model;
        this.actor = actor;
        x = bones.chest().getX() + (actor.view().across() ? 0 : 8);
        y = bones.chest().getY();
    }

    void paint(Tone tone) {
        if (actor.wind() > .3) {
            end(tone,
                    Spline.blob(x - 20, y - 22, x - 70, y - 4, x - 130, y + 44, x - 196, y + 40, x - 200, y + 66,
                            x - 186, y + 84, x - 130, y + 86, x - 66, y + 40,
                            x - 14, y + 14));
        } else if (actor.view() != View.BACK) {
            double at = actor.view() == View.PROFILE ? 26 : 22;
            end(tone, Spline.poly(x + at - 18, y, x + at + 14, y, x + at + 24, y + 90, x + at + 20, y + 158,
                    x + at - 12, y + 160, x + at - 10, y + 90));
        } else {
            end(tone, Spline.blob(x - 40, y, x - 62, y + 22, x - 84, y + 64, x - 62, y + 66, x - 40, y + 30, x - 20,
                    y + 4));
        }
        double w = actor.view() == View.PROFILE ? 50 : 60;
        turn(tone.times(.92), y + 4, w + 4);
        turn(tone, y - 19, w - 5);
    }

    private void end(Tone tone, Path2D shape) {
        model.part(shape, tone, Stuff.ACCENT);
    }

    private void turn(Tone tone, double top, double w) {
        Path2D roll = new Spline().at(x - w, top + 2)
                .at(x - w * .6, top - 14)
                .at(x, top - 10)
                .at(x + w * .7, top - 16)
                .at(x + w, top + 2)
                .at(x + w * .8, top + 20)
                .at(x + w * .2, top + 30)
                .at(x - w * .5, top + 24)
                .at(x - w * .95, top + 14)
                .closed();
        model.part(roll, tone, Stuff.ACCENT);
        model.line(Spline.line(x - w * .7, top + 6, x - w * .1, top + 14, x + w * .6, top + 4), .8);
        model.line(Spline.line(x - w * .3, top + 22, x + w * .3, top + 18, x + w * .75, top + 8), .7);
    }
}
