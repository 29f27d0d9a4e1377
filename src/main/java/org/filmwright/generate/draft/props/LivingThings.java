package org.filmwright.generate.draft.props;

import static org.filmwright.generate.draft.props.Sketch.all;
import static org.filmwright.generate.draft.props.Sketch.disc;
import static org.filmwright.generate.draft.props.Sketch.oval;
import static org.filmwright.generate.draft.props.Sketch.slab;

import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.SplittableRandom;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;

/** Animals, plants and the robot. */
final class LivingThings {
    private LivingThings() {}

    private static Tone coat(Sketch s) {
        return new Tone[]{Tone.hex(0x5A4634), Tone.hex(0x2E2B2B), Tone.hex(0x8A7256), Tone.hex(0x9A938A)}[s.pick(4)];
    }

    static void dog(Sketch s) {
        Tone fur = coat(s);
        s.body(fur.times(.75),
                all(Spline.poly(-30, 10, -22, 10, -24, 50, -32, 50), Spline.poly(30, 6, 38, 6, 40, 50, 32, 50)));
        s.body(fur,
                new Spline().at(-66, -22)
                        .corner(-70, -34)
                        .at(-56, -16)
                        .at(-40, -12)
                        .at(10, -14)
                        .at(26, -26)
                        .corner(30, -46)
                        .at(42, -44)
                        .corner(46, -50)
                        .at(54, -38)
                        .at(66, -28)
                        .at(64, -20)
                        .at(48, -16)
                        .at(40, 4)
                        .at(38, 16)
                        .corner(34, 50)
                        .corner(24, 50)
                        .at(22, 16)
                        .at(-16, 14)
                        .corner(-34, 22)
                        .corner(-38, 50)
                        .corner(-48, 50)
                        .at(-50, 14)
                        .at(-50, -2)
                        .closed());
        s.mark(Tone.hex(0x14110F), all(disc(65, -27, 3), disc(48, -34, 2)))
                .part(fur.times(.7), Spline.blob(36, -46, 42, -44, 40, -24, 33, -28));
    }

    static void cat(Sketch s) {
        Tone fur = coat(s);
        s.body(fur,
                new Spline().at(-60, 30)
                        .at(-64, 8)
                        .corner(-58, 4)
                        .at(-52, 30)
                        .at(-36, 40)
                        .at(-34, 16)
                        .at(-10, -4)
                        .at(16, -10)
                        .at(20, -30)
                        .corner(22, -50)
                        .at(32, -38)
                        .at(42, -38)
                        .corner(52, -50)
                        .at(54, -28)
                        .at(48, -12)
                        .at(42, 0)
                        .at(44, 30)
                        .corner(48, 50)
                        .corner(-40, 50)
                        .at(-56, 46)
                        .closed());
        s.mark(Tone.hex(0xD8C770), all(oval(31, -26, 3.4, 2.6), oval(45, -26, 3.4, 2.6)))
                .line(2, all(Spline.line(20, 50, 22, 20, 18, 4), Spline.line(36, 50, 34, 24)));
    }

    static void horse(Sketch s) {
        Tone fur = coat(s);
        s.body(fur.times(.7),
                all(Spline.poly(-36, 8, -28, 8, -32, 50, -38, 50), Spline.poly(22, 8, 29, 8, 26, 50, 20, 50)));
        s.body(fur,
                new Spline().at(-48, -12)
                        .at(-20, -16)
                        .at(10, -12)
                        .at(26, -28)
                        .at(34, -42)
                        .corner(38, -50)
                        .at(44, -44)
                        .at(56, -30)
                        .at(66, -18)
                        .at(62, -12)
                        .at(48, -20)
                        .at(44, -10)
                        .at(38, 8)
                        .corner(36, 50)
                        .corner(30, 50)
                        .at(28, 16)
                        .at(-18, 12)
                        .at(-40, 16)
                        .corner(-44, 50)
                        .corner(-50, 50)
                        .at(-52, 14)
                        .at(-56, 0)
                        .closed());
        s.part(Tone.hex(0x231D1A), Spline.blob(34, -44, 38, -48, 30, -26, 12, -10, 22, -26))
                .part(Tone.hex(0x231D1A), Spline.blob(-52, -10, -66, 6, -64, 36, -58, 10));
        s.mark(Tone.hex(0x14110F), all(disc(50, -32, 1.8), disc(64, -15, 1.4)));
    }

    static void bird(Sketch s) {
        Tone feathers = s.pick(2) == 0 ? Tone.hex(0xD7D9D8) : Tone.hex(0x2C2F36);
        s.body(feathers,
                new Spline().corner(-105, -20)
                        .at(-70, -40)
                        .at(-34, -34)
                        .at(-8, 0)
                        .at(10, 0)
                        .at(30, -36)
                        .at(66, -50)
                        .corner(102, -42)
                        .at(66, -30)
                        .at(42, -2)
                        .at(36, 16)
                        .at(58, 14)
                        .corner(72, 20)
                        .at(56, 26)
                        .at(30, 34)
                        .at(0, 32)
                        .corner(-44, 44)
                        .at(-30, 22)
                        .at(-24, 6)
                        .at(-50, -18)
                        .closed());
        s.part(feathers.times(.75), Spline.blob(-105, -20, -60, -34, -30, -8, -50, -14))
                .mark(Tone.hex(0xC98F3E), Spline.poly(60, 15, 76, 21, 60, 23))
                .mark(Tone.hex(0x14110F), disc(52, 18, 2.4));
    }

    static void robot(Sketch s) {
        Tone metal = Tone.hex(0x9AA5AA);
        s.body(metal.times(.7), all(slab(-20, 24, -6, 50), slab(6, 24, 20, 50),
                Spline.poly(-31, -14, -24, -14, -24, 22, -29, 22), Spline.poly(24, -14, 31, -14, 29, 22, 24, 22)));
        s.body(metal, Spline.poly(-24, -18, 24, -18, 20, 26, -20, 26))
                .body(metal.times(1.1), Spline.blob(-16, -46, 16, -46, 18, -22, -18, -22));
        s.part(Tone.hex(0x1A2228), Spline.blob(-13, -40, 13, -40, 13, -30, -13, -30));
        Tone eye = Tone.hex(0x9BE8FF);
        s.lamp(eye, all(disc(-6, -35, 2.6), disc(6, -35, 2.6)))
                .glow(0, -35, 24, eye, .7)
                .part(metal.times(.8), slab(-12, -8, 12, 10))
                .lamp(Tone.hex(0xFF7A4D), disc(6, -3, 2));
        s.line(2, all(Spline.line(0, -46, 0, -50), Spline.line(-20, 38, -6, 38), Spline.line(6, 38, 20, 38)));
    }

    static void tree(Sketch s) {
        Tone bark = Tone.hex(0x4B3D30);
        Tone leaf = Tone.hex(0x66724F);
        s.body(bark,
                new Spline().corner(-8, 50)
                        .at(-4, 30)
                        .at(-5, 8)
                        .corner(-18, -12)
                        .at(-2, 0)
                        .corner(4, -20)
                        .at(4, 2)
                        .corner(18, -10)
                        .at(6, 14)
                        .at(5, 32)
                        .corner(10, 50)
                        .closed());
        SplittableRandom random = new SplittableRandom(s.pick(1000));
        for (int i = 0; i < 7; i++) {
            double x = random.nextDouble(-26, 26);
            double y = -18 + random.nextDouble(-18, 16);
            s.body(leaf.times(random.nextDouble(.75, 1.2)), Spline.blob(x - 16, y + 4, x - 10, y - 11, x + 4, y - 14,
                    x + 15, y - 3, x + 11, y + 10, x - 5, y + 12));
        }
    }

    static void rock(Sketch s) {
        Tone stone = Tone.hex(0x8A8983);
        s.body(stone,
                new Spline().corner(-80, 48)
                        .at(-74, 6)
                        .at(-44, -28)
                        .at(-6, -50)
                        .at(34, -38)
                        .at(66, -4)
                        .corner(80, 48)
                        .closed());
        s.part(stone.times(.72),
                new Spline().corner(12, 48).at(20, 4).at(2, -30).at(34, -38).at(66, -4).corner(80, 48).closed());
        s.line(2, Spline.line(-50, 20, -30, 4, -26, -14)).shade(.3, slab(-78, 40, 78, 50));
    }

    /** A lily or a rose on its stem; a bunch of three for flowers. */
    static void flower(Sketch s, String words) {
        boolean many = words.toLowerCase(Locale.ROOT).matches(".*(flowers|lilies|bouquet|bunch|roses).*");
        if (many) {
            blossom(s, -15, -20, -22, .8);
            blossom(s, 15, -24, 20, .8);
        }
        blossom(s, 0, -30, 2, 1);
    }

    private static void blossom(Sketch s, double x, double y, double lean, double k) {
        Tone green = Tone.hex(0x5E6E4B);
        s.body(green, Spline.blob(x - 1.6, y + 6, x + 1.6, y + 6, x - lean * .4 + 1.6, 50, x - lean * .4 - 1.6, 50));
        s.body(green.times(.9), Spline.blob(x - lean * .3, 26, x + 14 * k, 8, x + 18 * k, -2, x + 4, 14));
        Tone white = Tone.hex(0xF3EEE2);
        double[][] petals = {{-75, 21}, {75, 21}, {-40, 23}, {40, 23}, {0, 22}};
        for (double[] petal : petals) {
            double a = Math.toRadians(petal[0] + lean * .4);
            double dx = Math.sin(a);
            double dy = -Math.cos(a);
            double l = petal[1] * k;
            Path2D leaf = new Spline().corner(x, y + 8 * k)
                    .at(x + dx * l * .5 - dy * 6 * k, y + dy * l * .5 + dx * 6 * k)
                    .corner(x + dx * l, y + dy * l)
                    .at(x + dx * l * .5 + dy * 6 * k, y + dy * l * .5 - dx * 6 * k)
                    .closed();
            s.body(white.times(petal[0] == 0 ? 1 : .92), leaf);
        }
        s.mark(Tone.hex(0xD9A441), all(oval(x - 3 * k, y - 5 * k, 1.4, 2.6), oval(x + 3 * k, y - 5 * k, 1.4, 2.6),
                oval(x, y - 8 * k, 1.4, 2.6)));
    }
}
