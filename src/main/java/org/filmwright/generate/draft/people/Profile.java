package org.filmwright.generate.draft.people;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;

/** The features of a face seen from the side: brow, eye wedge, nostril, mouth, jaw. */
final class Profile {
    private final Modelling model;
    private final Actor actor;
    private final Identity who;
    private final Tone dark;

    Profile(Modelling model, Actor actor, Tone dark) {
        this.model = model;
        this.actor = actor;
        this.who = actor.who();
        this.dark = dark;
    }

    void paint() {
        Expression mood = actor.acting().expression();
        model.touch(new Ellipse2D.Double(22, -7, 15, 10), dark, 2.6, .5);
        model.touch(Spline.blob(38, 19, 46, 20, 42, 23, 36, 22), dark, 1.4, .5);
        model.touch(Spline.blob(-14, 24, 4, 36, 24, 45, 20, 54, -10, 46), dark, 4, .5);
        model.touch(new Ellipse2D.Double(16, 10, 14, 12), Tone.hex(0xB8604A).lit(model.lit(Tone.WHITE)), 5, .18);
        eye(mood);
        brow(mood);
        double up = mood.corners();
        double open = mood.open();
        Tone lip = model.litSkin(who.skin().mix(Tone.hex(0x8A3A34), who.woman() ? .45 : .2)).times(.92);
        fill(Spline.blob(33, 29.5 - up, 40, 26, 45, 26.4, 43, 29.6), lip.times(.85), .8);
        fill(Spline.blob(34, 30, 42, 30, 44, 32.6, 40, 35), lip, .7);
        if (open > .5) {
            fill(new Spline().corner(31, 29.8 - up)
                    .at(38, 28.6)
                    .corner(44, 28.4)
                    .corner(44, 30 + open)
                    .at(38, 30.6 + open)
                    .closed(), Tone.hex(0x2A1210), .9);
        }
        model.line(Spline.line(31, 30.2 - up, 36, 29.6 - up * .3, 42, 29.6), 1);
        model.line(Spline.line(36.5, 16, 35, 19, 37, 21, 40, 20.6), .7);
        if (who.age() == Identity.Age.OLD) {
            model.line(Spline.line(33, 20, 29, 26, 29.5, 32), .55);
            model.line(Spline.line(15, -2, 11, -4), .5);
        }
    }

    private void eye(Expression mood) {
        double h = 5 * who.features().eyes() * mood.lids();
        double x = 31.5;
        Path2D shape = new Spline().corner(x - 9, 1.2)
                .at(x - 3, .4 - h * .8)
                .corner(x + 1, -.4 - h * .75)
                .at(x + 2.2, .8)
                .corner(x + .6, 1 + h * .55)
                .at(x - 4, 1.6 + h * .35)
                .closed();
        fill(shape, Tone.hex(0xEFE6DA).lit(model.lit(Tone.WHITE)), 1);
        Mask white = model.easel().mask(model.board(shape));
        double gaze = actor.acting().gaze().getX() > 0 ? 0 : -3;
        model.easel()
                .within(white,
                        () -> fill(
                                new Ellipse2D.Double(x - 3.2 + gaze, -4.2 + actor.acting().gaze().getY() * 2, 5.4, 9),
                                Tone.hex(0x1C1410), 1));
        model.easel()
                .ink(model.board(Spline.line(x - 10.4, .4, x - 3, -.2 - h * .8, x + 1.6, -.8 - h * .75)),
                        model.ink(1).dry(0).width(Math.max(1.3, model.unit() * 1.8)));
        model.line(Spline.line(x - 7, -4 - h * .5, x - 2, -4 - h * .85, x + 1, -3.6 - h * .8), .5);
    }

    private void brow(Expression mood) {
        double in = -9.5 - mood.innerBrow() * .7;
        double out = -9.5 - mood.outerBrow() * .6;
        double t = 1.8 * who.features().brow();
        fill(new Spline().corner(38, in - t)
                .at(30, Math.min(in, out) - 1.8 - t * .4)
                .corner(19.5, out + 1.4)
                .at(30, Math.min(in, out) - 1 + t)
                .corner(38, in + t)
                .closed(),
                model.lit(Head.dark(who)).times(.7), .92);
    }

    private void fill(Shape shape, Tone tone, double opacity) {
        model.easel()
                .wash(model.board(shape),
                        Wash.flat(tone).opacity(opacity).displace(.3).pool(.06).streak(75, .03).bloom(.03));
    }
}
