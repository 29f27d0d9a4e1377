package org.filmwright.generate.draft.props;

import static org.filmwright.generate.draft.props.Sketch.all;
import static org.filmwright.generate.draft.props.Sketch.disc;
import static org.filmwright.generate.draft.props.Sketch.oval;
import static org.filmwright.generate.draft.props.Sketch.ring;
import static org.filmwright.generate.draft.props.Sketch.slab;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Locale;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;

/** What fits a hand: keys, weapons, cups, pencils, rings. */
final class HandThings {
    private static final Tone BRASS = Tone.hex(0xC39A4E);
    private static final Tone STEEL = Tone.hex(0xA9B4BA);
    private static final Tone IRON = Tone.hex(0x4A4F55);
    private static final Tone WOOD = Tone.hex(0x6B4A2E);

    private HandThings() {}

    /** A ring of three for keys, one long one for a key. */
    static void key(Sketch s, String words) {
        boolean many = words.toLowerCase(Locale.ROOT).matches(".*(keys|keyring).*");
        if (many) {
            s.body(STEEL, ring(disc(-62, -8, 40), disc(-62, -8, 34)));
            s.body(IRON, turned(single(), 34, -50, 10, .72)).body(BRASS, turned(single(), 8, -34, 12, .8));
            s.body(STEEL, turned(single(), -16, -30, 2, .74));
        } else {
            s.body(BRASS, turned(single(), 0, -80, 0, 1.35));
        }
        s.shine(.5, Spline.blob(-90, -30, -70, -44, -50, -42, -70, -38));
    }

    /** A key lying to the right of its eye. */
    private static Shape single() {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.append(disc(0, 0, 21), false);
        path.append(disc(0, 0, 12), false);
        path.append(Spline.poly(20.5, -4, 112, -4, 112, 4, 110, 4, 110, 19, 102, 19, 102, 11, 98, 11, 98, 22, 89, 22,
                89, 4, 20.5, 4), false);
        path.append(slab(24, -7, 30, 7), false);
        return path;
    }

    private static Shape turned(Shape shape, double degrees, double x, double y, double grow) {
        AffineTransform turn = AffineTransform.getTranslateInstance(x, y);
        turn.rotate(Math.toRadians(degrees));
        turn.scale(grow, grow);
        return turn.createTransformedShape(shape);
    }

    static void gun(Sketch s) {
        s.body(WOOD, Spline.blob(34, -14, 52, -10, 58, 14, 70, 44, 62, 50, 42, 46, 34, 22, 28, 2));
        s.body(IRON,
                new Spline().corner(-76, -36)
                        .corner(-74, -20)
                        .corner(-18, -18)
                        .at(-12, -4)
                        .at(4, 4)
                        .at(26, 2)
                        .corner(38, -8)
                        .at(52, -12)
                        .at(58, -24)
                        .at(46, -34)
                        .corner(30, -36)
                        .corner(20, -42)
                        .corner(-20, -42)
                        .corner(-22, -37)
                        .closed());
        s.part(IRON.times(1.25), Spline.blob(-20, -40, 18, -40, 20, -12, -18, -12));
        s.line(2.4,
                all(Spline.line(-18, -33, 18, -33), Spline.line(-19, -25, 19, -25), Spline.line(-18, -18, 18, -18)));
        s.body(IRON, ring(Spline.blob(-8, -6, 14, 4, 34, 0, 30, 22, 10, 26, -6, 14),
                Spline.blob(-3, -1, 14, 8, 28, 5, 25, 18, 10, 21, -1, 11)));
        s.line(4, Spline.line(12, 4, 9, 12, 13, 17)).body(IRON, Spline.poly(-74, -42, -66, -42, -64, -36, -76, -36));
        s.body(IRON.times(.8), Spline.poly(44, -34, 54, -46, 60, -44, 56, -28));
        s.shine(.45, Spline.poly(-74, -34, -24, -35, -24, -31, -74, -30))
                .shine(.3, Spline.blob(-12, -38, 10, -38, 10, -35, -12, -35));
    }

    static void knife(Sketch s) {
        s.body(STEEL,
                new Spline().corner(-205, 18)
                        .at(-150, -18)
                        .at(-60, -34)
                        .corner(48, -32)
                        .corner(48, 24)
                        .corner(-60, 26)
                        .at(-150, 26)
                        .closed());
        s.part(STEEL.times(1.15),
                new Spline().corner(-205, 18)
                        .at(-150, 8)
                        .corner(48, 8)
                        .corner(48, 24)
                        .corner(-60, 26)
                        .at(-150, 26)
                        .closed());
        s.body(IRON, slab(48, -42, 62, 34));
        s.body(WOOD, Spline.blob(62, -30, 110, -36, 160, -30, 200, -40, 208, 0, 200, 34, 160, 26, 110, 28, 62, 24));
        s.mark(BRASS, all(disc(92, -4, 7), disc(134, -4, 7), disc(176, -4, 7)));
        s.shine(.7, Spline.poly(-150, -8, -60, -26, 30, -26, 30, -20, -60, -19));
    }

    static void cup(Sketch s, String words) {
        if (words.toLowerCase(Locale.ROOT).matches(".*(wine|goblet|glass|chalice).*")) {
            Tone glass = Tone.hex(0xB9C4C6);
            s.body(glass, Spline.blob(-26, -50, 26, -50, 30, -20, 14, 6, 3, 12, 3, 40, 24, 47, 0, 50, -24, 47, -3, 40,
                    -3, 12, -14, 6, -30, -20));
            s.mark(Tone.hex(0x6E2430), Spline.blob(-28, -22, 28, -22, 20, -2, 8, 8, -8, 8, -20, -2));
            s.shine(.7, Spline.blob(-20, -42, -15, -42, -19, -12, -24, -18));
            return;
        }
        Tone china = Tone.hex(0xE6E0D4);
        s.body(china, ring(Spline.blob(34, -30, 58, -24, 60, 6, 36, 22), Spline.blob(36, -20, 50, -16, 51, 2, 36, 12)));
        s.body(china,
                new Spline().corner(-46, -40)
                        .at(-44, 10)
                        .at(-30, 46)
                        .at(0, 50)
                        .at(30, 46)
                        .at(40, 10)
                        .corner(42, -40)
                        .closed());
        s.part(china.times(.82), oval(-2, -40, 44, 10)).mark(Tone.hex(0x5A3B22), oval(-2, -37, 38, 7));
        Tone band = Tone.hex(0x7D94A0);
        s.line(band, 6, Spline.line(-43, -14, -2, -3, 41, -14))
                .shine(.5, Spline.blob(-36, -24, -30, -24, -26, 20, -32, 16));
        s.line(Tone.WHITE.times(.8), 3, Spline.line(-12, -50, -6, -58, -14, -68))
                .line(Tone.WHITE.times(.8), 3, Spline.line(8, -50, 14, -60, 6, -70));
    }

    static void bottle(Sketch s) {
        Tone glass = s.pick(2) == 0 ? Tone.hex(0x39503F) : Tone.hex(0x6B4423);
        s.body(glass,
                new Spline().corner(-5, -50)
                        .corner(5, -50)
                        .corner(5, -26)
                        .at(8, -18)
                        .at(16, -8)
                        .corner(16, 46)
                        .at(12, 50)
                        .at(-12, 50)
                        .corner(-16, 46)
                        .corner(-16, -8)
                        .at(-8, -18)
                        .corner(-5, -26)
                        .closed());
        s.part(Tone.hex(0xB08B5E), slab(-5.5, -50, 5.5, -42)).part(Tone.hex(0xE3D7BC), slab(-16, 4, 16, 32));
        s.mark(Tone.hex(0x5A3B2E), all(slab(-10, 10, 10, 14), slab(-7, 19, 7, 21), slab(-7, 24, 7, 26)));
        s.shine(.65, Spline.poly(-12, -6, -8, -8, -8, 2, -12, 2))
                .shine(.5, Spline.poly(-3, -40, -1, -40, -1, -24, -3, -24));
    }

    static void pencil(Sketch s) {
        s.body(Tone.hex(0xB98A35), Spline.poly(-250, -40, 290, -40, 290, 40, -250, 40));
        s.part(Tone.hex(0xCFA04A), slab(-250, -40, 290, -14))
                .part(Tone.hex(0xD8B98A), Spline.poly(-250, -40, -250, 40, -330, 6, -330, -6));
        s.mark(Tone.hex(0x2A2A2A), Spline.poly(-312, -14, -350, 0, -312, 14)).part(STEEL, slab(290, -42, 320, 42));
        s.part(Tone.hex(0xB5655A), Spline.blob(320, -40, 346, -34, 350, 0, 346, 34, 320, 40));
    }

    static void jewel(Sketch s) {
        s.body(BRASS, ring(oval(0, 14, 46, 36), oval(0, 14, 36, 27)));
        s.body(Tone.hex(0xBFD8E2), Spline.poly(-16, -38, 16, -38, 24, -28, 0, -8, -24, -28));
        s.line(2, all(Spline.line(-24, -28, 24, -28), Spline.line(-10, -28, 0, -9), Spline.line(10, -28, 0, -9)));
        s.shine(.9, Spline.poly(-14, -37, -4, -37, -8, -29, -18, -29))
                .shine(.7, Spline.blob(-44, 8, -38, -8, -26, -16, -38, 4));
    }

    static void coin(Sketch s) {
        s.body(BRASS, disc(0, 0, 49)).line(2.4, disc(0, 0, 41));
        s.mark(BRASS.times(.62),
                Spline.blob(-14, 24, -12, 2, -22, -10, -12, -30, 8, -32, 18, -16, 22, -2, 14, 6, 16, 24));
        s.shine(.6, Spline.blob(-40, -14, -26, -36, -6, -44, -28, -26));
    }

    static void rope(Sketch s) {
        Tone hemp = Tone.hex(0xA98B5D);
        for (double k : new double[]{1, .78, .56, .34}) {
            s.body(hemp.times(.7 + .3 * k), ring(oval(0, 6, 70 * k, 42 * k), oval(0, 6, 70 * k - 9, 42 * k - 9)));
        }
        s.body(hemp, Spline.blob(40, 30, 66, 40, 72, 50, 60, 48, 34, 38));
    }

    static void umbrella(Sketch s) {
        s.body(WOOD, all(slab(-1.6, -40, 1.6, 40),
                ring(Spline.blob(-2, 36, 0, 50, 12, 50, 14, 40, 11, 40, 8, 46, 3, 46, 2, 36), disc(-200, 0, .1))));
        s.body(Tone.hex(0x3A4654),
                new Spline().at(0, -46)
                        .at(-38, -34)
                        .corner(-60, -2)
                        .at(-46, -10)
                        .corner(-32, -4)
                        .at(-16, -12)
                        .corner(0, -5)
                        .at(16, -12)
                        .corner(32, -4)
                        .at(46, -10)
                        .corner(60, -2)
                        .at(38, -34)
                        .closed());
        s.line(2, all(Spline.line(0, -45, -20, -28, -32, -4), Spline.line(0, -45, 20, -28, 32, -4),
                Spline.line(0, -46, 0, -5)));
    }
}
