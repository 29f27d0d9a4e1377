package org.filmwright.generate.draft.people;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;

/**
 * Features on a head turned by the view: points of a round head (x to its left and right, z forward) are projected, so
 * front and three-quarter are the same face. Profile has its own drawing from the same measures.
 */
final class Face {
    private final Modelling model;
    private final Actor actor;
    private final Identity who;
    private final Identity.Features f;
    private final Expression mood;
    private final Mask face;
    private final double cos;
    private final double sin;
    private final Tone light;
    private final Tone dark;
    private final boolean close;

    Face(Modelling model, Actor actor, Mask face) {
        this.model = model;
        this.actor = actor;
        this.face = face;
        who = actor.who();
        f = who.features();
        mood = actor.acting().expression();
        cos = Math.cos(Math.toRadians(actor.view().turn()));
        sin = Math.sin(Math.toRadians(actor.view().turn()));
        light = model.litSkin(who.skin().mix(Tone.hex(0xFFE6C8), .35));
        dark = model.shadedSkin(who.skin().times(.62).lit(Tone.hex(0xF2D8CC)));
        close = model.unit() > .95;
    }

    void paint() {
        model.easel().within(face, () -> {
            planes();
            if (who.beard() > 0) {
                beard();
            }
            if (actor.view() == View.PROFILE) {
                new Profile(model, actor, dark).paint();
            } else {
                nose();
                mouth();
                eye(-1);
                eye(1);
                if (lined()) {
                    lines();
                }
            }
        });
    }

    /** Where a point of the round head shows. */
    private double px(double x, double z) {
        return x * cos + z * sin;
    }

    /** Light and shade in soft planes: forehead, cheeks, sockets, the side away from the light. */
    private void planes() {
        double ahead = model.lightAhead() == 0 ? 1 : model.lightAhead();
        boolean profile = actor.view() == View.PROFILE;
        double mid = profile ? 26 : px(0, 34);
        double shadowX = ahead > 0 ? -46 : profile ? 46 : 40;
        double edge = ahead > 0 ? (profile ? 8 : mid - 17) : (profile ? 34 : mid + 6);
        double strength = .42 + .5 * model.light().contrast();
        Path2D side = Spline.blob(shadowX, -54, edge - 4 * ahead, -46, edge + 3 * ahead, -16, edge - 5 * ahead, 8,
                edge + 2 * ahead, 30, edge + 7 * ahead, 56, shadowX,
                58);
        model.touch(side, dark, 9, strength);
        model.touch(
                Spline.blob(mid + 2 * ahead, -44, mid + 30 * ahead, -34, mid + 34 * ahead, 20, mid + 16 * ahead, 46,
                        mid + 4 * ahead, 30, mid + 2 * ahead, 0),
                light, 6,
                .5);
        double lx = mid + 10 * ahead;
        model.touch(new Ellipse2D.Double(lx - 17, -40, 28, 24), light, 7, .5);
        model.touch(new Ellipse2D.Double(lx - 6, 4, 18, 16), light, 6, .45);
        model.touch(new Ellipse2D.Double(mid - 9, 38, 16, 10), light, 5, .35);
        if (!profile) {
            model.touch(new Ellipse2D.Double(px(-16, 28) - 11, -7, 22, 11), dark, 3.4, .5);
            model.touch(new Ellipse2D.Double(px(16, 28) - 8, -7, 16, 11), dark, 3.4, .5);
            model.touch(new Ellipse2D.Double(px(-20, 22) - 9, 12, 17, 12), Tone.hex(0xB8604A).lit(light), 6, .22);
        }
        if (who.hat() == Identity.Hat.CAP || who.hat() == Identity.Hat.BRIM) {
            model.touch(Spline.blob(-40, -50, 50, -50, 46, -17, 10, -12, -36, -18), dark, 4, .6);
        }
        model.touch(Spline.blob(-40, -46, 44, -46, 38, -30, 0, -27, -36, -26), dark, 6, .4);
    }

    private void nose() {
        double n = f.nose();
        double bridge = px(0, 31);
        double tip = px(0, 31 + 15 * n);
        double wingNear = px(-8.5, 33);
        double wingFar = px(7, 33);
        double ahead = model.lightAhead();
        Path2D shadow = ahead >= 0
                ? Spline.blob(bridge - 3.5, -4, bridge - 1, 2, tip - 4, 14, tip - 1, 18.5, wingNear - 1, 19.5,
                        wingNear - 3, 14, bridge - 6, 4)
                : Spline.blob(bridge + 3, -4, bridge + 3, 3, tip + 2, 14, tip, 18.5, wingFar + 2, 20, wingFar + 3, 14,
                        bridge + 6, 4);
        model.touch(shadow, dark, 2.2, .62);
        model.touch(Spline.blob(bridge - 1, -2, bridge + 2, -2, tip + 1.5, 12, tip, 15, tip - 3, 13), light, 1.6, .7);
        model.touch(Spline.blob(wingNear, 18.5, tip, 18, wingFar, 18.8, tip - 1, 22.5), dark, 1.6, .6);
        if (actor.view() == View.THREE_QUARTER) {
            model.line(Spline.line(bridge + 3.4, -1, bridge + 4.2, 3, tip + 2.4, 11, tip + 3, 15, tip + .5, 18.4,
                    tip - 3, 18.6), .75);
        } else {
            model.line(Spline.line(tip - 4, 18.4, tip, 19.6, tip + 4, 18.4), .7);
        }
        model.line(Spline.line(wingNear + 1, 13.4, wingNear - 1.6, 16.4, wingNear, 19, wingNear + 3.2, 18.8), .7);
    }

    private void mouth() {
        double m = f.mouth();
        double mid = px(0, 35);
        double near = px(-10.5 * m, 28);
        double far = px(10.5 * m, 28);
        double y = 30;
        double up = mood.corners();
        double open = mood.open() + (actor.acting().stance() == Stance.TALK ? .8 : 0);
        Tone lip = model.litSkin(who.skin().mix(Tone.hex(0x8A3A34), who.woman() ? .5 : .22)).times(.9);
        if (open > .5) {
            Path2D gap = Spline.blob(near + 2, y - up * .6, mid, y - 1.2, far - 1, y - up * .6, mid + 2, y + open * 1.5,
                    mid - 3, y + open * 1.5);
            fill(gap, Tone.hex(0x2A1210).lit(light), 1);
            if (open > 1.6) {
                fill(Spline.blob(near + 5, y - .6, mid, y - .8, far - 3, y - .6, mid, y + .9),
                        Tone.hex(0xD8CFC2).lit(light), .8);
            }
        }
        fill(Spline.blob(near + 2, y - up - .1, mid - 4, y - 3, mid, y - 2.2, mid + 3, y - 3, far - .6, y - up - .1,
                mid, y - .2), lip.times(.82), .85);
        double low = y + open * 1.4;
        fill(Spline.blob(near + 4, low + .4, mid, low, far - 2, low + .4, mid + 2, low + 4.2, mid - 4, low + 4.2), lip,
                .75);
        model.line(Spline.line(near, y - up, (near + mid) / 2, y + .2 - up * .2, mid, y - .5, (far + mid) / 2,
                y + .2 - up * .2, far, y - up), 1);
        model.touch(Spline.blob(near + 5, low + 6, mid, low + 5.4, far - 3, low + 6, mid, low + 8.6), dark, 1.6, .45);
    }

    /** @param side -1 the near eye, 1 the far one */
    private void eye(int side) {
        double z = 27;
        double centre = px(side * 15.2, z);
        double turn = Math.cos(Math.toRadians(actor.view().turn()) + side * Math.atan2(15.2, z) * .8);
        double half = 9.4 * Math.max(.42, turn);
        double h = 5.4 * f.eyes() * mood.lids();
        double inner = centre - side * half;
        double outer = centre + side * half;
        Path2D shape = new Spline().corner(inner, 1.6)
                .at(centre - side * half * .45, 1 - h * .92)
                .at(centre + side * half * .3, .6 - h * .95)
                .corner(outer, -.4)
                .at(centre + side * half * .3, 1 + h * .5)
                .at(centre - side * half * .4, 1.4 + h * .46)
                .closed();
        fill(shape, Tone.hex(0xEFE6DA).lit(light).mix(light, .25), 1);
        double x = centre + actor.acting().gaze().getX() * half * .42;
        double y = .4 + actor.acting().gaze().getY() * 2;
        Mask white = model.easel().mask(model.board(shape));
        model.easel().within(white, () -> {
            fill(new Ellipse2D.Double(x - 4.4 * Math.max(.75, turn), y - 4.7, 8.8 * Math.max(.75, turn), 9.4),
                    Tone.hex(0x3A2A20).lit(light).mix(Tone.hex(0x18120E), .45), 1);
            model.touch(Spline.poly(centre - half - 3, -9, centre + half + 3, -9, centre + half + 3, .6 - h * .42,
                    centre - half - 3, 1 - h * .42), dark, 1.2, .6);
            if (close) {
                fill(new Ellipse2D.Double(x + 1, y - 3, 1.9, 1.9), Tone.hex(0xFFF6E8), .85);
            }
        });
        Ink lash = model.ink(1).dry(0);
        double w = Math.max(1.3, model.unit() * 1.5);
        model.easel()
                .ink(model.board(Spline.line(inner, 1.8, centre - side * half * .45, .8 - h * .92,
                        centre + side * half * .3, .4 - h * .97, outer + side * 1.6, -1)),
                        lash.width(w * 1.25));
        if (close) {
            model.line(Spline.line(centre - side * half * .2, 2.2 + h * .5, centre + side * half * .4, 1.6 + h * .5,
                    outer, .4), .5);
            model.line(Spline.line(inner + side * 2, -2.4 - h * .6, centre, -3.4 - h * .9, outer - side, -3 - h * .5),
                    .5);
        }
        brow(side, inner, outer);
    }

    private void brow(int side, double inner, double outer) {
        double lift = -9.5 - (mood == Expression.SURPRISED ? 3 : 0);
        double in = lift - mood.innerBrow() * .95 + 1;
        double out = lift - mood.outerBrow() * .6 + .5;
        double arch = Math.min(in, out) - 1.6;
        double t = 1.9 * f.brow();
        double mid = inner + (outer - inner) * .55;
        double from = inner - side * .5;
        double to = outer + side * 1.8;
        Path2D shape = new Spline().corner(from, in + t * .8)
                .at(mid, arch + t * 1.1)
                .corner(to, out + 1)
                .at(mid, arch - t * .5)
                .corner(from + side, in - t * .8)
                .closed();
        fill(shape, model.lit(Head.dark(who)).times(.7), .92);
    }

    private void beard() {
        boolean profile = actor.view() == View.PROFILE;
        Path2D shape = profile
                ? Spline.blob(-10, 8, 2, 22, 22, 26, 40, 22, 50, 28, 46, 56, 0, 56, -20, 30)
                : Spline.blob(-40, 6, -22, 22, px(-14, 30), 23, px(0, 36), 22, px(14, 30), 23, 44, 8, 44, 56, -40, 56);
        Tone hair = who.beard() > .5
                ? model.lit(who.hairTone()).mix(dark, .3)
                : model.shadedSkin(who.hairTone().mix(who.skin(), .35));
        model.touch(shape, hair, who.beard() > .5 ? 1.8 : 4, who.beard() > .5 ? .88 : .62);
    }

    /** Whether life has left lines: the old, and those gone grey. */
    private boolean lined() {
        Tone hair = who.hairTone();
        return who.age() == Identity.Age.OLD
                || who.age() == Identity.Age.GROWN && Math.abs(hair.r() - hair.b()) < .05 && hair.r() > .35;
    }

    private void lines() {
        double near = px(-10, 30);
        model.line(Spline.line(near - 2, 17, near - 6, 24, near - 5, 31), .6);
        model.line(Spline.line(px(-15, 27) - 8, 7, px(-15, 27), 9, px(-15, 27) + 7, 7.6), .5);
        model.line(Spline.line(px(-12, 30), -24, px(0, 32), -25.4, px(12, 28), -23.6), .5);
        model.line(Spline.line(px(-26, 20), -2, px(-31, 16), -4.5), .5);
    }

    private void fill(java.awt.Shape shape, Tone tone, double opacity) {
        model.easel()
                .wash(model.board(shape),
                        org.filmwright.generate.draft.paint.Wash.flat(tone)
                                .opacity(opacity)
                                .displace(.3)
                                .pool(.06)
                                .streak(75, .03)
                                .bloom(.03));
    }
}
