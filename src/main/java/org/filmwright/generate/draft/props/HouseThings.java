package org.filmwright.generate.draft.props;

import static org.filmwright.generate.draft.props.Sketch.all;
import static org.filmwright.generate.draft.props.Sketch.disc;
import static org.filmwright.generate.draft.props.Sketch.oval;
import static org.filmwright.generate.draft.props.Sketch.ring;
import static org.filmwright.generate.draft.props.Sketch.slab;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;

/** Furniture, lamps, luggage and other things of the house. */
final class HouseThings {
    private static final Tone WOOD = Tone.hex(0x7A5738);
    private static final Tone IRON = Tone.hex(0x3D4247);
    private static final Tone BRASS = Tone.hex(0xC39A4E);
    private static final Tone FLAME = Tone.hex(0xFFD594);

    private HouseThings() {}

    static void table(Sketch s) {
        s.body(WOOD.times(.75), all(Spline.poly(-74, -38, -64, -38, -68, 50, -74, 50),
                Spline.poly(64, -38, 74, -38, 74, 50, 68, 50), slab(-52, -38, -46, 34), slab(46, -38, 52, 34)));
        s.body(WOOD, Spline.poly(-66, -50, 66, -50, 84, -38, -84, -38)).part(WOOD.times(.8), slab(-84, -38, 84, -28));
    }

    static void chair(Sketch s) {
        s.body(WOOD.times(.8),
                all(slab(-24, 2, -18, 50), slab(18, 2, 24, 50), slab(-14, 2, -10, 42), slab(12, 2, 16, 42)));
        s.body(WOOD, ring(Spline.poly(-22, -50, 22, -50, 22, 0, -22, 0), slab(-16, -40, 16, -4)))
                .body(WOOD.times(.9), all(slab(-9, -44, -4, 0), slab(4, -44, 9, 0)));
        s.body(WOOD, Spline.poly(-24, -6, 24, -6, 28, 6, -28, 6));
    }

    static void bed(Sketch s) {
        Tone linen = Tone.hex(0xD9D2C4);
        s.body(WOOD, all(slab(-110, -50, -100, 50), slab(98, -16, 106, 50), slab(-104, 18, 102, 36)));
        s.body(linen, Spline.blob(-100, -2, -60, -12, 60, -10, 100, -4, 102, 22, -102, 22));
        s.part(linen.times(1.08), Spline.blob(-98, -20, -70, -26, -50, -16, -56, -4, -96, -4));
        s.part(Tone.hex(0x7D8791), Spline.poly(-40, -11, 100, -6, 102, 26, -44, 26));
    }

    static void lamp(Sketch s, String words) {
        if (words.toLowerCase(Locale.ROOT).matches(".*(flashlight|torch|spotlight).*")) {
            s.body(IRON, all(Spline.poly(-34, -10, 12, -10, 12, 10, -34, 10),
                    Spline.poly(12, -10, 30, -18, 30, 18, 12, 10)));
            s.lamp(FLAME, oval(30, 0, 4, 18)).glow(60, 0, 70, FLAME, .8);
            return;
        }
        s.body(BRASS.times(.8), all(oval(0, 44, 18, 6), slab(-2, -8, 2, 44)));
        s.lamp(FLAME.times(.95), Spline.poly(-16, -50, 16, -50, 32, -6, -32, -6)).glow(0, -20, 110, FLAME, .5);
        s.line(2.4, Spline.poly(-16, -50, 16, -50, 32, -6, -32, -6));
    }

    static void door(Sketch s) {
        Tone paint = Tone.hsv(20 + 30 * s.pick(7), .25, .5);
        s.body(paint.times(.6), slab(-25, -50, 25, 50)).part(paint, slab(-21.5, -46, 21.5, 50));
        s.part(paint.times(.92),
                all(slab(-16, -40, -2, -8), slab(2, -40, 16, -8), slab(-16, 2, -2, 42), slab(2, 2, 16, 42)))
                .part(BRASS, disc(17, 0, 2));
    }

    static void window(Sketch s) {
        s.body(Tone.hex(0x6A6158), slab(-42, -50, 42, 50));
        Tone sky = s.palette().mood().dark() ? Tone.hex(0x34507F) : s.palette().light();
        s.lamp(sky, all(slab(-36, -44, -2, -3), slab(2, -44, 36, -3), slab(-36, 3, -2, 44), slab(2, 3, 36, 44)))
                .glow(0, 0, 90, sky, .25);
        s.part(Tone.hex(0x5B5249), slab(-48, 47, 48, 53));
    }

    /** The hands show the hour that the words name ({@code two minutes to four}), else ten past ten. */
    static void clock(Sketch s, String words) {
        s.body(IRON, disc(0, 0, 50)).part(Tone.hex(0xE9E2D0), disc(0, 0, 43));
        Path2D marks = new Path2D.Double();
        for (int i = 0; i < 60; i += s.large() ? 1 : 5) {
            double a = Math.toRadians(6 * i);
            double from = i % 5 == 0 ? 35 : 38;
            marks.append(Spline.line(from * Math.sin(a), -from * Math.cos(a), 40 * Math.sin(a), -40 * Math.cos(a)),
                    false);
        }
        s.line(3, marks);
        int minutes = minutes(words);
        hand(s, minutes * .5, 22, 7);
        hand(s, minutes * 6, 34, 4.6);
        s.mark(Tone.hex(0xA8493B), disc(0, 0, 2.6)).shine(.4, Spline.blob(-30, -20, -14, -36, 0, -38, -22, -24));
    }

    private static void hand(Sketch s, double degrees, double length, double width) {
        double a = Math.toRadians(degrees);
        double x = Math.sin(a);
        double y = -Math.cos(a);
        s.mark(Tone.hex(0x1B1B1E), Spline.poly(-x * 7 - y * width * .35, -y * 7 + x * width * .35, x * length,
                y * length, -x * 7 + y * width * .35, -y * 7 - x * width * .35));
    }

    private static final List<String> NUMBERS = List.of("twelve", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven");

    /** Minutes after twelve. */
    static int minutes(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        Matcher digits = Pattern.compile("\\b(\\d{1,2})[:.](\\d{2})\\b").matcher(text);
        if (digits.find()) {
            return Integer.parseInt(digits.group(1)) % 12 * 60 + Integer.parseInt(digits.group(2));
        }
        String number = "(" + String.join("|", NUMBERS) + "|quarter|half)";
        Matcher said = Pattern.compile(number + "( minutes?)? (past|to) " + number).matcher(text);
        if (!said.find()) {
            return text.contains("midnight") || text.contains("noon") ? 0 : 610;
        }
        int count = switch (said.group(1)) {
            case "quarter" -> 15;
            case "half" -> 30;
            case "twelve" -> 12;
            default -> NUMBERS.indexOf(said.group(1));
        };
        int hour = NUMBERS.indexOf(said.group(4)) * 60;
        return Math.floorMod(said.group(3).equals("to") ? hour - count : hour + count, 720);
    }

    static void bag(Sketch s) {
        Tone leather = Tone.hex(0x6B4A33);
        s.body(leather.times(.8),
                ring(Spline.blob(-34, -6, -22, -44, 22, -44, 34, -6), Spline.blob(-28, -6, -17, -37, 17, -37, 28, -6)));
        s.body(leather, Spline.blob(-56, -12, 0, -16, 56, -12, 62, 44, 0, 50, -62, 44));
        s.part(leather.times(1.1), Spline.blob(-56, -14, 0, -18, 56, -14, 54, 14, 0, 22, -54, 14))
                .part(BRASS, slab(-6, 12, 6, 26));
    }

    static void suitcase(Sketch s) {
        Tone leather = Tone.hex(0x7B5536);
        s.body(leather.times(.6), ring(Spline.blob(-20, -36, -16, -50, 16, -50, 20, -36),
                Spline.blob(-15, -36, -12, -45, 12, -45, 15, -36)));
        s.body(leather, Spline.blob(-64, -34, -60, -38, 60, -38, 64, -34, 64, 46, 60, 50, -60, 50, -64, 46));
        s.part(leather.times(.78), all(slab(-46, -38, -36, 50), slab(36, -38, 46, 50)))
                .part(BRASS, all(slab(-46, -14, -36, -4), slab(36, -14, 46, -4)));
        s.part(leather.times(.7), all(Spline.poly(-64, -36, -50, -38, -64, -20), Spline.poly(64, -36, 50, -38, 64, -20),
                Spline.poly(-64, 48, -50, 50, -64, 32), Spline.poly(64, 48, 50, 50, 64, 32)));
        s.line(2.4, Spline.line(-64, -16, 0, -17, 64, -16))
                .shine(.25, Spline.poly(-30, -34, 30, -34, 30, -28, -30, -28));
    }

    static void lantern(Sketch s) {
        s.body(IRON, ring(Spline.blob(-18, -24, -14, -50, 14, -50, 18, -24),
                Spline.blob(-14, -24, -11, -44, 11, -44, 14, -24)));
        s.body(IRON, all(Spline.poly(-12, -32, 12, -32, 22, -20, -22, -20), slab(-24, 38, 24, 50)));
        s.lamp(FLAME.mix(Tone.WHITE, .1), Spline.poly(-20, -20, 20, -20, 23, 38, -23, 38)).glow(0, 8, 170, FLAME, .65);
        s.lamp(Tone.hex(0xFFF4DC), Spline.blob(0, -10, 8, 10, 5, 26, -5, 26, -8, 10));
        s.line(5, all(slab(-20, -20, 20, 38), Spline.line(0, -20, 0, -8), Spline.line(-22, 14, -10, 14),
                Spline.line(10, 14, 22, 14)));
    }

    static void candle(Sketch s) {
        s.body(BRASS, all(oval(0, 46, 20, 4), slab(-8, 32, 8, 44)));
        s.body(Tone.hex(0xE9DFC9), Spline.blob(-6, -18, 0, -21, 6, -18, 7, 36, -7, 36));
        flame(s, 0, -22, 1);
    }

    private static void flame(Sketch s, double x, double foot, double k) {
        s.glow(x, foot - 8 * k, 90 * k, FLAME, .8);
        s.lamp(Tone.hex(0xFFB85C), tongue(x, foot, 6 * k, 29 * k));
        s.lamp(Tone.hex(0xFFF4DC), tongue(x, foot - 2 * k, 3 * k, 16 * k));
    }

    private static Shape tongue(double x, double foot, double wide, double high) {
        return new Spline().corner(x + wide * .3, foot - high)
                .at(x + wide * .35, foot - high * .62)
                .at(x + wide, foot - high * .3)
                .at(x + wide * .5, foot)
                .at(x - wide * .5, foot)
                .at(x - wide, foot - high * .28)
                .at(x - wide * .45, foot - high * .6)
                .closed();
    }

    static void fire(Sketch s) {
        s.body(WOOD.times(.6),
                all(Spline.poly(-50, 34, 46, 44, 44, 50, -52, 42), Spline.poly(50, 34, -46, 44, -44, 50, 52, 42)));
        s.glow(0, 10, 190, FLAME, .7);
        for (double[] f : new double[][]{{-22, 40, 1.6}, {22, 40, 1.5}, {-6, 42, 2.7}, {9, 42, 2.1}}) {
            flame(s, f[0], f[1], f[2]);
        }
    }

    static void computer(Sketch s) {
        Tone grey = Tone.hex(0x8E949A);
        s.body(grey, Spline.poly(-54, -50, 54, -50, 54, 20, -54, 20))
                .lamp(Tone.hex(0xBFE0EE).times(.9), slab(-49, -45, 49, 15));
        s.glow(0, -14, 120, Tone.hex(0x9BDDF2), .3)
                .body(grey.times(.85), Spline.poly(-54, 20, 54, 20, 70, 46, 68, 50, -68, 50, -70, 46));
        Path2D rows = new Path2D.Double();
        for (int i = 0; i < 4; i++) {
            rows.append(Spline.line(-50 - i * 4, 26 + i * 5, 50 + i * 4, 26 + i * 5), false);
            rows.append(slab(-42, -38 + i * 11, -10 + 9 * (i % 3), -35 + i * 11), false);
        }
        s.line(3, rows);
    }

    static void helmet(Sketch s, String words) {
        String text = words.toLowerCase(Locale.ROOT);
        if (text.contains("hat")) {
            s.body(Tone.hex(0x3C3A3A), all(oval(0, 30, 50, 14),
                    Spline.blob(-28, 28, -26, -12, -10, -22, 0, -16, 10, -22, 26, -12, 28, 28)));
            s.part(Tone.hex(0x1C1B1C), Spline.poly(-28, 16, 28, 16, 28, 27, -28, 27));
            return;
        }
        Tone white = Tone.hex(0xD8DAD8);
        s.body(white, Spline.blob(-48, 0, -38, -38, 0, -50, 38, -38, 48, 0, 40, 36, -40, 36))
                .body(white.times(.8), Spline.poly(-40, 32, 40, 32, 46, 50, -46, 50));
        s.part(Tone.hex(0x19232C), Spline.blob(-34, -18, 0, -30, 34, -18, 36, 8, 22, 26, 0, 30, -22, 26, -36, 8));
        s.shine(.7, Spline.blob(-28, -14, -14, -22, -16, -6, -26, 6))
                .shine(.3, Spline.blob(14, 20, 28, 6, 30, 12, 20, 22));
        s.part(Tone.hex(0xC8763C), slab(-46, 36, 46, 42)).part(white.times(.7), all(disc(-47, 4, 6), disc(47, 4, 6)));
    }

    static void crate(Sketch s) {
        s.body(WOOD.times(1.2), slab(-55, -48, 55, 50));
        s.line(2.6, all(Spline.line(-55, -16, 55, -16), Spline.line(-55, 17, 55, 17)))
                .part(WOOD, all(slab(-55, -48, -43, 50), slab(43, -48, 55, 50), slab(-55, -48, 55, -38),
                        slab(-55, 40, 55, 50)));
        s.part(WOOD.times(1.05), Spline.poly(-43, 30, 34, -38, 43, -38, 43, -30, -34, 40, -43, 40));
    }

    static void coffin(Sketch s) {
        s.body(WOOD.times(.7), Spline.poly(-155, -6, -90, -50, 150, -34, 158, 0, 150, 40, -90, 50));
        s.part(WOOD.times(.95), Spline.poly(-148, -8, -88, -44, 146, -30, 152, 0, -90, 10))
                .part(BRASS, all(slab(-60, 22, -36, 28), slab(50, 20, 74, 26)));
        s.mark(BRASS, all(slab(-70, -22, 20, -17), slab(-46, -32, -40, 2)));
    }

    static void crown(Sketch s) {
        s.body(BRASS, Spline.poly(-60, -30, -34, 4, -22, -44, 0, 2, 22, -44, 34, 4, 60, -30, 52, 46, -52, 46));
        s.part(BRASS.times(.75), Spline.blob(-54, 30, 0, 38, 54, 30, 53, 48, 0, 54, -53, 48))
                .part(Tone.hex(0x8E2F3A), all(disc(0, 42, 6), disc(-32, 38, 5), disc(32, 38, 5)));
        Shape balls = all(disc(-60, -34, 6), disc(-22, -48, 6), disc(22, -48, 6), disc(60, -34, 6));
        s.part(BRASS.times(1.15), balls).shine(.7, Spline.blob(-46, 0, -36, 12, -40, 26, -48, 24));
    }

    static void radio(Sketch s, String words) {
        if (words.toLowerCase(Locale.ROOT).contains("micro")) {
            s.body(IRON, all(slab(-3, -8, 3, 44), oval(0, 46, 26, 5)))
                    .body(Tone.hex(0x9AA2A6), Spline.blob(-14, -40, 0, -50, 14, -40, 14, -14, 0, -6, -14, -14));
            s.line(2, all(Spline.line(-14, -34, 14, -34), Spline.line(-14, -27, 14, -27),
                    Spline.line(-14, -20, 14, -20)));
            return;
        }
        s.body(WOOD, Spline.blob(-75, -30, -66, -40, 66, -40, 75, -30, 75, 46, 66, 50, -66, 50, -75, 46))
                .line(IRON, 3, Spline.line(50, -40, 64, -50));
        s.part(Tone.hex(0xB59B6E), disc(-32, 6, 32)).line(2, all(disc(-32, 6, 24), disc(-32, 6, 15), disc(-32, 6, 7)));
        s.lamp(FLAME.times(.9), slab(14, -24, 64, -6)).part(IRON, all(disc(26, 22, 9), disc(52, 22, 9)));
    }
}
