package org.filmwright.generate.draft.people;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.people.Modelling.Stuff;

/** Trunk, sleeves, legs and scarf as one silhouette each. */
final class Clothes {
    private final Modelling model;
    private final Skeleton bones;
    private final Actor actor;
    private final Identity who;
    private final double girth;

    Clothes(Modelling model, Skeleton bones, Actor actor) {
        this.model = model;
        this.bones = bones;
        this.actor = actor;
        who = actor.who();
        girth = who.width() * (who.woman() ? .94 : 1);
    }

    private Tone trousers() {
        return who.coat() == Identity.Coat.OVERALL ? who.coatTone() : who.coatTone().saturated(.35).ofValue(.12);
    }

    void legs() {
        leg(bones.farLeg(), .86);
        leg(bones.nearLeg(), 1);
    }

    private void leg(Skeleton.Leg leg, double bright) {
        boolean bare = who.coat() == Identity.Coat.DRESS;
        double slim = bare || who.woman() ? .8 : 1;
        Path2D shape = Limb.along(leg.hip().getX(), leg.hip().getY() - 6, 44 * girth * slim, leg.knee().getX(),
                leg.knee().getY(), 30 * girth * slim,
                leg.ankle().getX(), leg.ankle().getY() - 8, (bare ? 13 : 21) * girth);
        model.part(shape, (bare ? who.skin().times(.8) : trousers()).times(bright), Stuff.CLOTH);
        model.part(shoe(leg), Tone.hex(0x1C1A1C), Stuff.SMOOTH);
    }

    private Path2D shoe(Skeleton.Leg leg) {
        double x = leg.ankle().getX();
        double y = leg.ankle().getY();
        double tilt = Math.toRadians(Math.clamp(leg.foot() * .9, -80, 30));
        double reach = actor.view().across() ? 12 : actor.view() == View.PROFILE ? 44 : 36;
        double back = actor.view().across() ? -12 : -16;
        double[] p = {back, -10, back - 3, 10, 0, 16, reach * .6, 16, reach, 14, reach + 2, 6, reach * .5, -2, 14, -14};
        for (int i = 0; i < p.length; i += 2) {
            double px = p[i];
            double py = p[i + 1];
            p[i] = x + px * Math.cos(-tilt) - py * Math.sin(-tilt) * -1 * -1;
            p[i + 1] = y + px * Math.sin(-tilt) + py * Math.cos(-tilt);
        }
        return Spline.blob(p);
    }

    /** Trunk and skirt of the coat. */
    void trunk() {
        boolean skirted = who.coat() == Identity.Coat.LONG_COAT || who.coat() == Identity.Coat.DRESS;
        if (skirted) {
            model.part(skirt(), who.coatTone().times(.94), Stuff.CLOTH);
        }
        Path2D shape = torso(skirted ? -6 : hem());
        Mask mask = model.part(shape, who.coatTone(), Stuff.CLOTH);
        model.easel().within(mask, this::tailoring);
    }

    private double hem() {
        return switch (who.coat()) {
            case LONG_COAT, DRESS -> -20;
            case JACKET -> -30;
            case SUIT -> -52;
            case SWEATER -> -16;
            case OVERALL -> 4;
        };
    }

    /** A point of the trunk: w to where the person faces, v up from the hip. */
    private double[] spot(double w, double v) {
        double a = Math.toRadians(bones.lean());
        return new double[]{bones.hip().getX() + Math.sin(a) * v + Math.cos(a) * w,
            bones.hip().getY() - Math.cos(a) * v + Math.sin(a) * w};
    }

    private Path2D torso(double hem) {
        Spline s = new Spline();
        boolean bulky = who.coat() == Identity.Coat.LONG_COAT || who.coat() == Identity.Coat.JACKET
                || who.coat() == Identity.Coat.OVERALL;
        double g = girth * (bulky ? 1.08 : 1);
        if (actor.view() == View.PROFILE) {
            double bust = who.woman() ? 48 : 44;
            put(s, g, -24, 262, -46, 232, -52, 165, who.woman() ? -38 : -44, 70, -50, 0, -50, hem);
            s.corner(spot(-50 * g, hem - 4)[0], spot(-50 * g, hem - 4)[1]);
            s.corner(spot(46 * g, hem - 4)[0], spot(46 * g, hem - 4)[1]);
            put(s, g, 44, 20, who.woman() ? 34 : 46, 70, bust, 160, 34, 225, 14, 256);
            return s.closed();
        }
        double sw = bones.across() * (actor.view() == View.THREE_QUARTER ? 1.12 : 1.04) + 12;
        double waist = (who.woman() ? 54 : 66) * g * (actor.view() == View.THREE_QUARTER ? .92 : 1);
        double hips = (who.woman() ? 68 : 64) * g * (actor.view() == View.THREE_QUARTER ? .92 : 1);
        double turn = actor.view() == View.THREE_QUARTER ? 8 : 0;
        put(s, 1, -20 + turn, 262, -sw * .55, 248, -sw + 4, 224, -sw + 2, 186, -sw * .86, 120, -waist, 70, -hips, 0);
        s.corner(spot(-hips - 2, hem)[0], spot(-hips - 2, hem)[1]);
        s.corner(spot(hips + 2, hem)[0], spot(hips + 2, hem)[1]);
        put(s, 1, hips, 0, waist, 70, sw * .84 + turn, 120, sw, 186, sw - 2, 222, sw * .55, 246, 20 + turn, 262);
        return s.closed();
    }

    private void put(Spline s, double g, double... wv) {
        for (int i = 0; i < wv.length; i += 2) {
            double[] p = spot(wv[i] * g, wv[i + 1]);
            s.at(p[0], p[1]);
        }
    }

    private Path2D skirt() {
        Point2D nk = bones.nearLeg().knee();
        Point2D fk = bones.farLeg().knee();
        double hipX = bones.hip().getX();
        double hipY = bones.hip().getY();
        if (!actor.acting().stance().upright() || actor.acting().stance() == Stance.RUN) {
            return Limb.along(hipX - 10, hipY - 40, 54 * girth, hipX + 20, hipY - 6, 58 * girth, nk.getX() - 8,
                    nk.getY() + 4, 42 * girth, nk.getX() + 4,
                    nk.getY() + 70, 40 * girth);
        }
        double hemY = -(who.coat() == Identity.Coat.DRESS ? 150 : 168);
        double flare = (actor.view() == View.PROFILE ? 58 : 74) * girth;
        double back = Math.min(nk.getX(), fk.getX()) * 1.1;
        double front = Math.max(nk.getX(), fk.getX()) * 1.1;
        double w = (actor.view() == View.PROFILE ? 48 : 62) * girth;
        double drift = actor.wind() * 40;
        return new Spline().at(hipX - w * .8, hipY - 70)
                .at(hipX - w, hipY)
                .at(hipX - w - 4, hipY + 80)
                .corner(back - flare - drift, hemY - 4)
                .at((back + front) / 2 - drift * .5, hemY + 6)
                .corner(front + flare - drift * .4, hemY)
                .at(hipX + w + 2, hipY + 70)
                .at(hipX + w, hipY)
                .at(hipX + w * .8, hipY - 70)
                .closed();
    }

    /** Collar, front edge, pockets, folds from the pull points. */
    private void tailoring() {
        if (model.unit() < .42 || actor.view() == View.BACK) {
            return;
        }
        boolean profile = actor.view() == View.PROFILE;
        double middle = profile ? 34 : actor.view() == View.THREE_QUARTER ? 22 : 0;
        double[] throat = spot(middle * .8, 246);
        double[] low = spot(middle, -20);
        model.line(Spline.line(throat[0], throat[1], (throat[0] + low[0]) / 2 + 3, (throat[1] + low[1]) / 2, low[0],
                low[1]), .9);
        if (who.coat() != Identity.Coat.SWEATER && who.coat() != Identity.Coat.DRESS && !profile) {
            collar(middle);
        }
        fold(-40, 190, -24, 150, -20, 110);
        fold(-50, 40, -34, 26, -10, 22);
        fold(30, 60, 40, 34, 46, 10);
    }

    private void fold(double... wv) {
        double[] xy = new double[wv.length];
        for (int i = 0; i < wv.length; i += 2) {
            double[] p = spot(wv[i] * girth, wv[i + 1]);
            xy[i] = p[0];
            xy[i + 1] = p[1];
        }
        model.line(Spline.line(xy), .7);
    }

    private void collar(double middle) {
        for (int side = -1; side <= 1; side += 2) {
            double[] a = spot(middle * .6 + side * 22, 262);
            double[] b = spot(middle * .8 + side * 46, 214);
            double[] c = spot(middle, 172);
            double[] d = spot(middle * .8, 236);
            Path2D lapel = new Spline().at(a[0], a[1]).at(b[0], b[1]).corner(c[0], c[1]).corner(d[0], d[1]).closed();
            model.wash(lapel, who.coatTone().times(1.12), Stuff.CLOTH);
            model.contour(lapel, .9);
        }
    }

    void nearArm() {
        arm(bones.nearArm(), 1);
    }

    void farArm() {
        arm(bones.farArm(), actor.view().across() ? 1 : .8);
    }

    private void arm(Skeleton.Arm arm, double bright) {
        Hand.paint(model, arm, who.skin().times(bright), actor);
        double g = Math.min(1.12, girth) * (who.coat() == Identity.Coat.LONG_COAT ? 1.1 : 1);
        Point2D s = arm.shoulder();
        Point2D e = arm.elbow();
        Point2D w = arm.wrist();
        Path2D sleeve = Limb.along(s.getX(), s.getY() + 4, 33 * g, (s.getX() * 2 + e.getX()) / 3,
                (s.getY() * 2 + e.getY()) / 3, 33 * g, e.getX(), e.getY(), 26 * g,
                w.getX(), w.getY(), 20 * g);
        model.part(sleeve, who.coatTone().times(bright), Stuff.CLOTH);
        if (model.unit() > .5) {
            model.line(
                    Spline.line(e.getX() - 14, e.getY() - 14, e.getX() + 2, e.getY() - 6, e.getX() + 12, e.getY() - 12),
                    .7);
        }
    }

    void scarf() {
        who.scarf().ifPresent(tone -> new Scarf(model, actor, bones).paint(tone));
    }
}
