package org.filmwright.generate.draft.people;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Light;
import org.filmwright.generate.draft.stage.Palette;

/** Paints the parts of one body: light on the side that faces the lamp, dark away from it, a broken rim, loose ink. */
final class Modelling {
    /** What a part is made of: brush direction and strength of the streaks. */
    enum Stuff {
        CLOTH(68, .11), ACCENT(70, .12), HAIR(80, .16), SKIN(75, .05), SMOOTH(60, .06);

        private final double angle;
        private final double streak;

        Stuff(double angle, double streak) {
            this.angle = angle;
            this.streak = streak;
        }
    }

    private final Easel easel;
    private final Light light;
    private final Palette palette;
    private final AffineTransform local;
    private final double unit;
    private final double airShare;
    private final double small;
    private final double lightX;
    private final double lightY;
    private final List<Mask> silhouette;

    Modelling(Easel easel, Actor actor, Light light, Palette palette) {
        this.easel = easel;
        this.light = light;
        this.palette = palette;
        local = actor.onBoard();
        unit = actor.head() / 100;
        airShare = 1 - Math.exp(-light.fog() * actor.depth());
        small = Math.clamp(.25 + unit * 1.1, .32, 1);
        double[] to = light.towards(actor.x(), actor.feet() - actor.head() * 5);
        lightX = to[0];
        lightY = to[1];
        silhouette = new ArrayList<>();
    }

    /** Something near the glass, drawn in its own units through {@code local}; {@code unit} is their size on the board. */
    Modelling(Easel easel, AffineTransform local, double unit, Light light, Palette palette) {
        this.easel = easel;
        this.light = light;
        this.palette = palette;
        this.local = local;
        this.unit = unit;
        airShare = 0;
        small = 1;
        double[] to = light.towards(easel.width() / 2, 360);
        lightX = to[0];
        lightY = Math.min(-.3, to[1]);
        silhouette = new ArrayList<>();
    }

    /** The same body with another frame of reference: a turned head. */
    Modelling turned(AffineTransform inner) {
        return new Modelling(this, inner);
    }

    private Modelling(Modelling outer, AffineTransform inner) {
        easel = outer.easel;
        light = outer.light;
        palette = outer.palette;
        local = new AffineTransform(outer.local);
        local.concatenate(inner);
        unit = outer.unit;
        airShare = outer.airShare;
        small = outer.small;
        lightX = outer.lightX;
        lightY = outer.lightY;
        silhouette = outer.silhouette;
    }

    Easel easel() {
        return easel;
    }

    Palette palette() {
        return palette;
    }

    Light light() {
        return light;
    }

    /** Board units of a hundredth of a head. */
    double unit() {
        return unit;
    }

    /** 1 when the light comes from where the person faces, -1 from behind. */
    double lightAhead() {
        return Math.signum(lightX * local.getScaleX());
    }

    double lightX() {
        return lightX;
    }

    double lightY() {
        return lightY;
    }

    Shape board(Shape shape) {
        return local.createTransformedShape(shape);
    }

    Point2D board(double x, double y) {
        return local.transform(new Point2D.Double(x, y), null);
    }

    /** As it looks where light falls. */
    Tone lit(Tone tone) {
        return air(tone.lit(light.key().mix(Tone.WHITE, .45)).times(light.exposure() * 1.12 * small));
    }

    /** Faces and hands draw the light: they are lit more than cloth. */
    Tone litSkin(Tone tone) {
        return air(
                tone.lit(light.key().mix(Tone.hex(0xFFF4E6), .66)).times(Math.min(1.08, light.exposure() * .9 + .5)));
    }

    Tone shadedSkin(Tone tone) {
        return air(tone.lit(light.fill().mix(Tone.hex(0xF6D9C4), .55))
                .times((light.exposure() * .8 + .24) * (1 - .55 * light.contrast())));
    }

    /** As it looks in the shade. */
    Tone shaded(Tone tone) {
        return air(tone.lit(light.fill().mix(Tone.WHITE, .3))
                .times(light.exposure() * (1 - .68 * light.contrast()) * small)
                .mix(palette.ink(), .12));
    }

    Tone air(Tone tone) {
        return tone.mix(light.air(), airShare);
    }

    Mask mask(Shape shape) {
        Shape on = board(shape);
        return unit > .9 ? easel.fused(on, 2.2) : easel.mask(on);
    }

    /** A part with everything: wash, turning form, rim and contour. */
    Mask part(Shape shape, Tone tone, Stuff stuff) {
        Mask mask = wash(shape, tone, stuff);
        form(mask, shape.getBounds2D());
        rim(mask, .3);
        contour(shape, 1);
        silhouette.add(mask);
        return mask;
    }

    /** A part in paint alone. */
    Mask wash(Shape shape, Tone tone, Stuff stuff) {
        Mask mask = mask(shape);
        easel.wash(mask, gradient(shape, tone, stuff));
        return mask;
    }

    /** From lit to shaded along the light, over the extent of the shape. */
    Wash gradient(Shape shape, Tone tone, Stuff stuff) {
        Rectangle2D box = board(shape).getBounds2D();
        double reach = Math.abs(lightX) * box.getWidth() + Math.abs(lightY) * box.getHeight();
        double dx = lightX * reach * .5;
        double dy = lightY * reach * .5;
        boolean skin = stuff == Stuff.SKIN;
        Tone base = switch (stuff) {
            case HAIR -> tone.mix(Tone.hex(0x6A4A36), .16).times(1.25);
            case ACCENT -> tone.times(Math.min(2, 1 / small));
            case CLOTH, SKIN, SMOOTH -> tone;
        };
        return Wash.of(skin ? litSkin(tone) : lit(base), skin ? litSkin(tone).mix(shadedSkin(tone), .5) : shaded(base))
                .along(box.getCenterX() + dx, box.getCenterY() + dy, box.getCenterX() - dx,
                        box.getCenterY() - dy)
                .streak(stuff.angle, stuff.streak)
                .displace(unit > .5 ? 1.5 : .7);
    }

    /** The side away from the light turns into shade. */
    void form(Mask mask, Rectangle2D box) {
        double breadth = Math.min(box.getWidth(), box.getHeight()) * unit * .30;
        if (breadth > 3) {
            Mask away = easel.crescent(mask, lightX, lightY * .5, breadth);
            easel.within(mask, () -> easel.shade(away, palette.ink().mix(light.fill(), .25), breadth * .45,
                    (.35 + .4 * light.contrast()) * (1 - airShare)));
        }
    }

    void rim(Mask mask, double strength) {
        double breadth = Math.clamp(unit * 4.2, 1.6, 8);
        Tone tone = air(light.key().times(Math.min(1, .35 + light.exposure() * .75)));
        easel.rim(mask, lightX, lightY, breadth, tone, strength * (.25 + .6 * light.contrast()) * (1 - airShare));
    }

    void contour(Shape shape, double weight) {
        if (unit > .18) {
            easel.contour(board(shape), ink(weight), lightX, lightY);
        }
    }

    /** The light along the outline of everything painted so far. */
    void rimOutline() {
        rim(Mask.union(silhouette), 1);
    }

    /** Counts as part of the outline. */
    void outline(Mask mask) {
        silhouette.add(mask);
    }

    /** A drawn line inside the form. */
    void line(Shape path, double weight) {
        if (unit > .3) {
            easel.ink(board(path), ink(weight));
        }
    }

    Ink ink(double weight) {
        return Ink.of(air(palette.ink()), Math.clamp(1.0 + unit * .75, 1.1, 3.4) * weight);
    }

    /** A soft touch of paint in hundredths of a head. */
    void touch(Shape shape, Tone tone, double blur, double opacity) {
        easel.wash(board(shape), Wash.flat(tone).blur(blur * unit).opacity(opacity).streak(75, .04));
    }
}
