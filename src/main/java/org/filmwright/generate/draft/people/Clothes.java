package org.filmwright.generate.draft.people;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.people.Modelling.Stuff;

/** Garment, sleeves and legs as one silhouette each. */
final class Clothes {
    private final Modelling model;
    private final Skeleton bones;
    private final Actor actor;
    private final Identity who;
    private final View view;
    private final double girth;
    private final boolean gown;

    Clothes(Modelling model, Skeleton bones, Actor actor) {
        this.model = model;
        this.bones = bones;
        this.actor = actor;
        who = actor.who();
        view = actor.view();
        girth = who.width() * (who.woman() ? .94 : 1);
        gown = who.coat() == Identity.Coat.LONG_COAT || who.coat() == Identity.Coat.DRESS;
    }

    private Tone trousers() {
        return who.coat() == Identity.Coat.OVERALL ? who.coatTone() : who.coatTone().saturated(.35).ofValue(.13);
    }

    void legs() {
        leg(bones.farLeg(), .84);
        leg(bones.nearLeg(), 1);
    }

    private void leg(Skeleton.Leg leg, double bright) {
        boolean bare = who.coat() == Identity.Coat.DRESS;
        double slim = bare || who.woman() ? .82 : 1;
        Path2D shape = Limb.along(leg.hip().getX(), leg.hip().getY() - 6, 42 * girth * slim, leg.knee().getX(),
                leg.knee().getY(), 29 * girth * slim,
                leg.ankle().getX(), leg.ankle().getY() - 8, (bare ? 13 : who.woman() ? 20 : 25) * girth);
        model.part(shape, (bare ? who.skin().times(.8) : trousers()).times(bright), bare ? Stuff.SKIN : Stuff.CLOTH);
        model.part(shoe(leg), Tone.hex(0x1C1A1C), Stuff.SMOOTH);
    }

    private Path2D shoe(Skeleton.Leg leg) {
        double tilt = Math.toRadians(-Math.clamp(leg.foot() * .9, -80, 30));
        double reach = view.across() ? 12 : view == View.PROFILE ? 44 : 36;
        double back = view.across() ? -12 : -16;
        double[] p = {back, -10, back - 3, 10, 0, 16, reach * .6, 16, reach, 14, reach + 2, 6, reach * .5, -2, 14, -14};
        for (int i = 0; i < p.length; i += 2) {
            double px = p[i];
            double py = p[i + 1];
            p[i] = leg.ankle().getX() + px * Math.cos(tilt) - py * Math.sin(tilt);
            p[i + 1] = leg.ankle().getY() + px * Math.sin(tilt) + py * Math.cos(tilt);
        }
        return Spline.blob(p);
    }

    /** The garment from shoulder to hem in one piece. */
    void trunk() {
        Shape shape = garment();
        Mask mask = model.part(shape, who.coatTone(), Stuff.CLOTH);
        if (view != View.BACK) {
            model.easel().within(mask, () -> new Tailoring(model, who, view, this).paint());
        }
    }

    private Shape garment() {
        Path2D torso = torso();
        if (!gown) {
            return torso;
        }
        Area whole = new Area(torso);
        whole.add(new Area(skirt()));
        return whole;
    }

    private double hem() {
        return switch (who.coat()) {
            case LONG_COAT, DRESS -> -30;
            case JACKET -> -34;
            case SUIT -> -56;
            case SWEATER -> -20;
            case OVERALL -> 4;
        };
    }

    double girth() {
        return girth;
    }

    /** A point of the trunk: w to where the person faces, v up from the hip. */
    double[] spot(double w, double v) {
        double a = Math.toRadians(bones.lean());
        return new double[]{bones.hip().getX() + Math.sin(a) * v + Math.cos(a) * w,
            bones.hip().getY() - Math.cos(a) * v + Math.sin(a) * w};
    }

    private Path2D torso() {
        boolean bulky = gown && who.coat() != Identity.Coat.DRESS || who.coat() == Identity.Coat.JACKET
                || who.coat() == Identity.Coat.OVERALL;
        double g = girth * (bulky ? 1.06 : 1);
        return view == View.PROFILE ? side(g) : across(g, bulky);
    }

    private Path2D side(double g) {
        Spline s = new Spline();
        double hem = hem();
        double bust = who.woman() ? 46 : 44;
        put(s, g, -22, 258, -42, 236, -52, 170, who.woman() ? -40 : -46, 70, -50, 0);
        if (gown) {
            put(s, g, -30, hem, 30, hem);
        } else {
            corner(s, -50 * g, hem - 4);
            corner(s, 46 * g, hem - 4);
        }
        put(s, g, 44, 20, who.woman() ? 36 : 47, 70, bust, 160, 34, 222, 16, 252);
        return s.closed();
    }

    private Path2D across(double g, boolean bulky) {
        Spline s = new Spline();
        boolean turned = view == View.THREE_QUARTER;
        double sw = bones.across() + 22 * girth;
        double narrow = turned ? .94 : 1;
        double waist = (who.woman() ? bulky ? 58 : 52 : 66) * g * narrow;
        double hips = (who.woman() ? 66 : 64) * g * narrow;
        double t = turned ? 7 : 0;
        double hem = hem();
        put(s, 1, -20 + t, 256, -sw * .5 + t, 247, -sw * .84, 234, -sw, 206, -sw * .95, 160, -(sw + waist) * .5, 110,
                -waist, 66, -hips, 0);
        if (gown) {
            put(s, 1, -hips * .7, hem, hips * .7, hem);
        } else {
            corner(s, -hips - 2, hem);
            corner(s, hips + 2, hem);
        }
        put(s, 1, hips, 0, waist, 66, (sw + waist) * .5, 110, sw * .95 + t * .5, 160, sw + t * .4, 206,
                sw * .86 + t * .5, 233, sw * .5 + t, 246, 20 + t, 256);
        put(s, 1, t * 1.6, view == View.BACK ? 252 : 238);
        return s.closed();
    }

    private void corner(Spline s, double w, double v) {
        double[] p = spot(w, v);
        s.corner(p[0], p[1]);
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
        double x = bones.hip().getX();
        double y = bones.hip().getY();
        Stance stance = actor.acting().stance();
        if (stance == Stance.LIE) {
            return Limb.along(x, y - 40, 52 * girth, x + 2, y + 60, 56 * girth, x + 4, y + 250, 50 * girth);
        }
        if (view.across() && !stance.upright()) {
            double low = Math.max(nk.getY(), fk.getY()) + 62;
            return new Spline().at(x - 60 * girth, y - 60)
                    .at(x - 70 * girth, y)
                    .corner(nk.getX() - 44, low)
                    .at(x, low + 8)
                    .corner(fk.getX() + 44, low)
                    .at(x + 70 * girth, y)
                    .at(x + 60 * girth, y - 60)
                    .closed();
        }
        if (!stance.upright() || stance == Stance.RUN) {
            boolean run = stance == Stance.RUN;
            Point2D k = run ? fk : nk;
            return run
                    ? new Spline().at(x - 40 * girth, y - 50)
                            .at(x - 60, y + 20)
                            .corner(k.getX() - 90, k.getY() - 40)
                            .corner(k.getX() - 20, k.getY() + 20)
                            .at(x + 10, y + 60)
                            .at(x + 50 * girth, y + 10)
                            .at(x + 44 * girth, y - 50)
                            .closed()
                    : Limb.along(x - 6, y - 40, 50 * girth, x + 16, y - 4, 54 * girth, nk.getX() - 16, nk.getY() + 2,
                            42 * girth, nk.getX() + 2, nk.getY() + 60, 40 * girth);
        }
        double hem = -(who.coat() == Identity.Coat.DRESS ? 150 : 122);
        boolean profile = view == View.PROFILE;
        double flare = (profile ? 50 : 64) * girth;
        double back = Math.min(nk.getX(), fk.getX()) * 1.15;
        double front = Math.max(nk.getX(), fk.getX()) * 1.15;
        double w = (profile ? 49 : who.woman() ? 66 : 66) * girth * (view == View.THREE_QUARTER ? .96 : 1);
        double drift = actor.wind() * 46;
        return new Spline().at(x - w * .9, y - 50)
                .at(x - w, y)
                .at((x - w) * .5 + (back - flare - drift) * .5, y + 100)
                .corner(back - flare - drift, hem - 4)
                .at((back + front) / 2 - drift * .5, hem + 7)
                .corner(front + flare - drift * .4, hem)
                .at((x + w) * .55 + (front + flare) * .45, y + 90)
                .at(x + w, y)
                .at(x + w * .9, y - 50)
                .closed();
    }

    void nearArm() {
        arm(bones.nearArm(), 1);
    }

    void farArm() {
        arm(bones.farArm(), view.across() ? 1 : .8);
    }

    private void arm(Skeleton.Arm arm, double bright) {
        Hand.paint(model, arm, who.skin().times(bright), actor);
        double g = Math.min(1.14, girth) * (who.coat() == Identity.Coat.LONG_COAT ? 1.06 : 1);
        Point2D s = arm.shoulder();
        Point2D e = arm.elbow();
        Point2D w = arm.wrist();
        Path2D sleeve = Limb.along(s.getX(), s.getY(), 31 * g, s.getX() * .62 + e.getX() * .38,
                s.getY() * .62 + e.getY() * .38, 31 * g, e.getX(), e.getY(), 25 * g,
                w.getX(), w.getY(), 19.5 * g);
        Mask mask = model.wash(sleeve, who.coatTone().times(bright), Stuff.CLOTH);
        model.form(mask, sleeve.getBounds2D());
        model.outline(mask);
        Area free = new Area(new Ellipse2D.Double(s.getX() - 300, s.getY() - 300, 600, 600));
        free.subtract(new Area(new Ellipse2D.Double(s.getX() - 40 * g, s.getY() - 42 * g, 80 * g, 80 * g)));
        model.easel().within(model.easel().mask(model.board(free)), () -> {
            model.rim(mask, .3);
            model.contour(sleeve, 1);
        });
        if (model.unit() > .5) {
            elbow(s, e, w);
        }
    }

    /** Folds where the sleeve bends. */
    private void elbow(Point2D s, Point2D e, Point2D w) {
        double bend = Math
                .signum((e.getX() - s.getX()) * (w.getY() - e.getY()) - (e.getY() - s.getY()) * (w.getX() - e.getX()));
        double ux = (w.getX() - s.getX()) * .1;
        double uy = (w.getY() - s.getY()) * .1;
        double nx = uy * bend;
        double ny = -ux * bend;
        model.line(Spline.line(e.getX() - nx * .9 - ux * .3, e.getY() - ny * .9 - uy * .3, e.getX(), e.getY(),
                e.getX() + nx * .4 - ux * .2, e.getY() + ny * .4 - uy * .2), .7);
        model.line(Spline.line(e.getX() - nx * .8 + ux * .5, e.getY() - ny * .8 + uy * .5, e.getX() + ux * .4,
                e.getY() + uy * .4), .6);
    }

    void scarf() {
        who.scarf().ifPresent(tone -> new Scarf(model, actor, bones).paint(tone));
    }
}
