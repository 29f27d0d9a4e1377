package org.filmwright.generate.draft.props;

import static org.filmwright.generate.draft.props.Sketch.all;
import static org.filmwright.generate.draft.props.Sketch.disc;
import static org.filmwright.generate.draft.props.Sketch.oval;
import static org.filmwright.generate.draft.props.Sketch.ring;
import static org.filmwright.generate.draft.props.Sketch.slab;

import java.awt.geom.Path2D;
import java.util.Locale;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;

/** What drives, floats and flies, seen from the side and turned to the right. */
final class Vehicles {
    private static final Tone DARK = Tone.hex(0x23272B);
    private static final Tone GLASS = Tone.hex(0x5C6B74);
    private static final Tone LAMP = Tone.hex(0xFFE6B4);

    private Vehicles() {}

    private static Tone paint(Sketch s) {
        return Tone.hsv(new double[]{8, 32, 150, 205, 222, 46}[s.pick(6)], .3, .52);
    }

    static void car(Sketch s, String words) {
        String text = words.toLowerCase(Locale.ROOT);
        Tone paint = text.matches(".*(taxi|cab).*")
                ? Tone.hex(0xC7A24B)
                : text.contains("police") ? Tone.hex(0x3B4A66) : paint(s);
        if (text.matches(".*(van|truck|lorry|bus).*")) {
            van(s, paint);
            return;
        }
        s.body(paint,
                new Spline().corner(-134, 30)
                        .at(-136, 2)
                        .at(-122, -8)
                        .at(-84, -12)
                        .at(-56, -42)
                        .at(-30, -50)
                        .at(20, -50)
                        .at(44, -42)
                        .at(72, -12)
                        .at(116, -6)
                        .at(134, 6)
                        .corner(136, 30)
                        .closed());
        s.part(GLASS, Spline.poly(-76, -13, -52, -38, -30, -43, -12, -43, -12, -13))
                .part(GLASS, Spline.poly(-6, -43, 18, -43, 38, -37, 60, -13, -6, -13));
        s.line(2.4,
                all(Spline.line(-9, -43, -9, 28), Spline.line(-130, 6, 0, 3, 132, 6), Spline.line(64, -10, 60, 28)));
        wheels(s, -84, 82, 22);
        lamps(s, 130, 6);
    }

    private static void van(Sketch s, Tone paint) {
        s.body(paint, Spline.poly(-136, 32, -136, -46, -130, -50, 70, -50, 96, -44, 122, -6, 136, 2, 136, 32));
        s.part(GLASS, Spline.poly(66, -40, 92, -38, 112, -8, 66, -8))
                .line(2.4, all(Spline.line(56, -50, 56, 30), Spline.line(-136, -2, 56, -2),
                        Spline.line(-40, -48, -40, 30)));
        wheels(s, -88, 86, 21);
        lamps(s, 131, 10);
    }

    private static void lamps(Sketch s, double x, double y) {
        boolean on = s.palette().mood().dark();
        s.lamp(on ? LAMP : LAMP.times(.8), oval(x, y, 6, 8)).lamp(Tone.hex(0x9E3B32), slab(-137, y - 6, -131, y + 4));
        if (on) {
            s.glow(x + 6, y, 90, LAMP, .9);
        }
    }

    private static void wheels(Sketch s, double x0, double x1, double r) {
        for (double x : new double[]{x0, x1}) {
            s.body(DARK, disc(x, 28, r)).part(Tone.hex(0x9AA0A4), disc(x, 28, r * .5)).mark(DARK, disc(x, 28, r * .16));
        }
    }

    static void bicycle(Sketch s) {
        for (double x : new double[]{-50, 50}) {
            s.body(DARK, ring(disc(x, 18, 32), disc(x, 18, 29)))
                    .line(1.2, all(Spline.line(x - 30, 18, x + 30, 18), Spline.line(x, -12, x, 48),
                            Spline.line(x - 21, -3, x + 21, 39)));
        }
        Tone frame = paint(s);
        s.line(frame, 9,
                all(Spline.line(-50, 18, -26, -24), Spline.line(-26, -24, 34, -26), Spline.line(-26, -24, -4, 20),
                        Spline.line(-4, 20, 34, -26), Spline.line(-50, 18, -4, 20), Spline.line(32, -38, 50, 18)));
        s.line(7, all(Spline.line(32, -38, 28, -50, 16, -50), Spline.line(-26, -24, -28, -34)))
                .body(DARK, Spline.blob(-42, -36, -16, -37, -18, -32, -40, -31));
    }

    static void boat(Sketch s) {
        Tone wood = Tone.hex(0x7A5738);
        s.body(wood,
                new Spline().corner(-150, -12)
                        .at(-60, -4)
                        .at(60, -4)
                        .corner(150, -18)
                        .at(120, 36)
                        .at(60, 48)
                        .at(-80, 48)
                        .at(-126, 32)
                        .closed());
        s.part(wood.times(.7),
                new Spline().corner(-150, -12).at(-60, -4).at(60, -4).corner(150, -18).at(60, 8).at(-60, 8).closed());
        s.line(2.4, all(Spline.line(-140, 12, 0, 22, 134, 10), Spline.line(-128, 28, 0, 36, 122, 24)))
                .line(wood.times(1.3), 9, Spline.line(-40, -46, 20, 6, 76, 48));
    }

    static void ship(Sketch s) {
        Tone hull = Tone.hex(0x3E4650);
        Tone white = Tone.hex(0xC9C6BC);
        s.body(white, all(slab(-110, -6, 96, 12), slab(-96, -20, 72, -6), slab(-10, -32, 62, -20)))
                .body(Tone.hex(0x9E4B3C), Spline.poly(-60, -20, -56, -46, -32, -46, -28, -20));
        s.body(hull, Spline.poly(-160, 4, -150, 12, 130, 12, 168, -2, 142, 44, -146, 44))
                .part(Tone.hex(0x7A3A30), Spline.poly(-147, 36, 146, 36, 142, 44, -146, 44));
        Path2D windows = new Path2D.Double();
        for (int i = 0; i < 15; i++) {
            windows.append(slab(-104 + i * 13, -1, -97 + i * 13, 5), false);
            if (i < 12) {
                windows.append(slab(-90 + i * 13, -16, -83 + i * 13, -10), false);
            }
        }
        s.mark(s.palette().mood().dark() ? LAMP.times(1.4) : DARK, windows)
                .line(2, all(Spline.line(50, -32, 50, -50), Spline.line(110, 10, 110, -24)));
        s.line(Tone.WHITE.times(.8), 5, Spline.line(-170, 47, -80, 44, 0, 48, 90, 44, 170, 47));
    }

    static void train(Sketch s) {
        Tone paint = paint(s);
        s.body(paint, Spline.poly(-145, -40, 90, -40, 120, -34, 145, 6, 145, 32, -145, 32))
                .body(DARK, slab(-140, 32, 140, 42));
        Path2D windows = new Path2D.Double();
        for (int i = 0; i < 8; i++) {
            windows.append(slab(-134 + i * 27, -28, -114 + i * 27, -6), false);
        }
        s.part(s.palette().mood().dark() ? LAMP : GLASS, windows)
                .part(GLASS, Spline.poly(92, -30, 114, -28, 130, -4, 92, -4))
                .line(LAMP, 5, Spline.line(-145, 6, 0, 6, 143, 6));
        for (int i = 0; i < 6; i++) {
            s.body(DARK, disc(-118 + i * 46 + (i % 2) * -12, 42, 9));
        }
        lamps(s, 142, 14);
    }

    static void plane(Sketch s, String words) {
        Tone metal = Tone.hex(0xC3C9CC);
        if (words.toLowerCase(Locale.ROOT).matches(".*(rocket|spaceship|shuttle).*")) {
            s.body(metal, Spline.blob(-120, -18, 60, -22, 140, 0, 60, 22, -120, 18))
                    .body(metal.times(.7), all(Spline.poly(-120, -16, -60, -18, -110, -50, -140, -50),
                            Spline.poly(-120, 16, -60, 18, -110, 50, -140, 50)));
            s.part(GLASS, Spline.blob(60, -12, 92, -8, 92, 2, 60, 0)).glow(-140, 0, 60, Tone.hex(0x9BE8FF), .9);
            return;
        }
        s.body(metal,
                new Spline().corner(-140, -6)
                        .at(-100, -2)
                        .at(90, -8)
                        .at(130, 0)
                        .at(140, 10)
                        .at(110, 20)
                        .at(-60, 20)
                        .closed());
        s.body(metal.times(.85), Spline.poly(-140, -6, -146, -50, -126, -50, -100, -2))
                .body(metal.times(.75), Spline.poly(10, 8, 40, 8, -40, 50, -60, 50))
                .part(GLASS, Spline.poly(104, -4, 122, 1, 124, 6, 106, 4));
        Path2D windows = new Path2D.Double();
        for (int i = 0; i < 14; i++) {
            windows.append(oval(-80 + i * 12, 2, 2.6, 3.2), false);
        }
        s.mark(DARK, windows);
    }
}
