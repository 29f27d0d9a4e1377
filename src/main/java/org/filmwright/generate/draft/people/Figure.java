package org.filmwright.generate.draft.people;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.stage.Light;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Props;

/** Paints one person: far limbs, trunk, head, near limbs, what they hold. */
public final class Figure {
    private final Actor actor;
    private final Identity who;
    private final Skeleton bones;
    private final Modelling model;
    private final Clothes clothes;

    public Figure(Easel easel, Actor actor, Light light, Palette palette) {
        this.actor = actor;
        who = actor.who();
        bones = Skeleton.of(actor.acting().stance(), actor.view(), who, actor.acting().sway());
        model = new Modelling(easel, actor, light, palette);
        clothes = new Clothes(model, bones, actor);
    }

    /** Height over the feet in hundredths of a head, for placing. */
    public static double height(Stance stance, View view, Identity who) {
        return stance == Stance.LIE ? Skeleton.BED + 50 : 52 - Skeleton.of(stance, view, who, 0).head().getY();
    }

    /** How far the head stands before the feet, to where the person faces, in hundredths of a head. */
    public static double headAhead(Stance stance, View view, Identity who) {
        Skeleton bones = Skeleton.of(stance, view, who, 0);
        return stance == Stance.LIE ? bones.head().getY() : bones.head().getX();
    }

    public void paint() {
        if (actor.acting().stance() != Stance.LIE) {
            castShadow();
        }
        Head head = new Head(model.turned(neck()), actor);
        switch (actor.view()) {
            case FRONT -> {
                head.paintBehind();
                clothes.legs();
                head.paintNeck();
                clothes.trunk();
                clothes.scarf();
                head.paint();
                clothes.farArm();
                clothes.nearArm();
            }
            case THREE_QUARTER, PROFILE -> {
                clothes.farArm();
                head.paintBehind();
                clothes.legs();
                head.paintNeck();
                clothes.trunk();
                clothes.scarf();
                head.paint();
                held();
                clothes.nearArm();
            }
            case BACK -> {
                clothes.farArm();
                clothes.nearArm();
                clothes.legs();
                head.paintNeck();
                clothes.trunk();
                clothes.scarf();
                head.paint();
            }
        }
        if (actor.view().across()) {
            held();
        }
        model.rimOutline();
    }

    /** The head's frame: at its joint, tilted; looking back turns the face round. */
    private AffineTransform neck() {
        Point2D at = bones.head();
        AffineTransform t = AffineTransform.getTranslateInstance(at.getX(), at.getY());
        t.rotate(Math.toRadians(bones.lean() * .5 + bones.nod()));
        double grow = who.heads() < 7 ? 1.28 : 1;
        t.scale(actor.acting().looksBack() && !actor.view().across() ? -grow : grow, grow);
        return t;
    }

    private void held() {
        actor.held().filter(Props.Prop::handheld).ifPresent(prop -> {
            Skeleton.Arm arm = actor.acting().stance() == Stance.CARRY ? bones.nearArm() : bones.farArm();
            boolean hangs = arm.wrist().getY() > arm.elbow().getY() + 60;
            double height = Math.clamp(prop.height() / .23 * 100, 18, 260);
            boolean stands = prop.height() > .3 && !hangs;
            double reach = 28 / Math.max(1, arm.wrist().distance(arm.elbow()));
            double palmX = arm.wrist().getX() + (arm.wrist().getX() - arm.elbow().getX()) * reach;
            double palmY = arm.wrist().getY() + (arm.wrist().getY() - arm.elbow().getY()) * reach;
            Point2D hand = stands
                    ? model.board(-70 - height * prop.aspect() * .4, 14 - height * .5)
                    : model.board(palmX, palmY + height * (hangs ? .5 : -.25));
            prop.paint(model.easel(),
                    new Props.Pose(hand.getX(), hand.getY(), height * model.unit(),
                            hangs || stands ? 0 : 12 * actor.facing(), 1),
                    model.palette(), model.light());
        });
    }

    /** Away from the light over the floor, dark at the feet; contact shadow under each foot. */
    private void castShadow() {
        Easel easel = model.easel();
        double k = model.unit();
        double reach = 330 * k;
        double dx = -model.lightX() * reach;
        double dy = Math.max(.12, .28 - model.lightY() * -.06) * reach;
        double near = bones.nearLeg().ankle().getX();
        double far = bones.farLeg().ankle().getX();
        Point2D left = model.board(Math.min(near, far) - 34, 4);
        Point2D right = model.board(Math.max(near, far) + 42, 4);
        double x0 = Math.min(left.getX(), right.getX());
        double x1 = Math.max(left.getX(), right.getX());
        double y = actor.feet();
        Path2D cast = new Path2D.Double();
        cast.moveTo(x0, y - 4 * k);
        cast.lineTo(x1, y - 4 * k);
        cast.lineTo(x1 + dx + 10 * k, y + dy);
        cast.lineTo(x0 + dx - 10 * k, y + dy);
        cast.closePath();
        double strength = (.30 + .38 * model.light().contrast()) * Math.exp(-model.light().fog() * actor.depth());
        easel.shade(cast, Tone.BLACK, 5 + 9 * k, strength * .8);
        Shape contact = new Ellipse2D.Double(x0 - 14 * k, y - 13 * k, x1 - x0 + 28 * k, 30 * k);
        easel.shade(contact, Tone.BLACK, 2 + 5 * k, strength);
    }
}
