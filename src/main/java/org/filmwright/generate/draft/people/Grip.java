package org.filmwright.generate.draft.people;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.people.Modelling.Stuff;
import org.filmwright.generate.draft.stage.Light;
import org.filmwright.generate.draft.stage.Palette;

/** A large hand that holds a thing by its right edge: fingers behind, thumb before it. For inserts. */
public final class Grip {
    private final Modelling model;
    private final Tone skin;
    private final Tone sleeve;

    /** @param x,y on the board: where thumb and fingers meet; @param size 1 is a hand of 430 board units */
    public Grip(Easel easel, double x, double y, double size, Identity who, Light light, Palette palette) {
        AffineTransform local = AffineTransform.getTranslateInstance(x, y);
        local.scale(size, size);
        model = new Modelling(easel, local, size, light, palette);
        skin = who.skin();
        sleeve = who.coatTone();
    }

    /** Index finger and the three folded ones, to be painted before the thing. */
    public void paintBehind() {
        finger(Spline.blob(-60, -112, 20, -124, 110, -116, 180, -84, 244, -30, 200, 20, 130, 4, 40, -20, -50, -46));
        finger(Limb.along(20, 246, 40, 120, 262, 46, 230, 262, 44));
        finger(Limb.along(8, 178, 40, 110, 194, 47, 230, 200, 46));
        finger(Limb.along(2, 106, 39, 100, 120, 48, 226, 134, 48));
        crease(70, 96, 76, 106, 74, 118);
        crease(78, 170, 84, 180, 82, 192);
        crease(88, 240, 94, 250, 92, 262);
    }

    /** Thumb, ball of the thumb and the sleeve, to be painted over the thing. */
    public void paintBefore() {
        Path2D thumb = new Spline().at(-100, 4)
                .at(-92, -22)
                .at(-62, -34)
                .at(10, -28)
                .at(84, -16)
                .at(136, -10)
                .at(170, -38)
                .at(228, -46)
                .at(290, -16)
                .at(322, 60)
                .at(326, 180)
                .at(306, 254)
                .at(258, 262)
                .at(214, 226)
                .at(160, 140)
                .at(104, 82)
                .at(40, 60)
                .at(-40, 54)
                .at(-88, 36)
                .closed();
        model.easel()
                .shade(model
                        .board(Spline.blob(-96, 34, -20, 66, 60, 78, 140, 130, 190, 210, 130, 190, 40, 110, -60, 76)),
                        Tone.BLACK, 12, .55);
        finger(thumb);
        Path2D nail = Spline.blob(-94, -2, -84, -18, -56, -24, -28, -18, -24, 0, -40, 12, -72, 16, -90, 10);
        model.wash(nail, skin.mix(Tone.hex(0xE8B8A8), .5), Stuff.SKIN);
        model.contour(nail, .8);
        model.touch(new Ellipse2D.Double(-78, -18, 34, 12), Tone.WHITE, 4, .35);
        crease(30, -22, 40, -6, 38, 10);
        crease(44, -18, 52, -4, 50, 8);
        crease(190, 24, 236, 60, 262, 130, 266, 190);
        sleeve();
    }

    private void sleeve() {
        Path2D cloth = new Spline().corner(296, -22)
                .at(380, -46)
                .corner(760, -120)
                .corner(760, 560)
                .corner(330, 420)
                .at(318, 300)
                .at(330, 140)
                .closed();
        Mask mask = model.wash(cloth, sleeve, Stuff.CLOTH);
        model.form(mask, new java.awt.geom.Rectangle2D.Double(296, -40, 160, 160));
        model.contour(cloth, 1.2);
        model.rim(mask, .5);
        for (int i = 0; i < 9; i++) {
            double y = -16 + i * 40;
            model.line(Spline.line(334 + i * 1.5, y, 338 + i * 1.5, y + 16), .8);
        }
    }

    private void finger(Shape shape) {
        model.part(shape, skin, Stuff.SKIN);
    }

    private void crease(double... xy) {
        model.line(Spline.line(xy), .8);
    }
}
