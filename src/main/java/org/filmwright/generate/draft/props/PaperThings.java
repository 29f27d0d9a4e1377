package org.filmwright.generate.draft.props;

import static org.filmwright.generate.draft.props.Sketch.all;
import static org.filmwright.generate.draft.props.Sketch.disc;
import static org.filmwright.generate.draft.props.Sketch.ring;
import static org.filmwright.generate.draft.props.Sketch.slab;

import java.awt.geom.Path2D;
import java.util.Locale;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;

/** Tickets, letters, books, pictures. */
final class PaperThings {
    private static final Tone PAPER = Tone.hex(0xEADFC6);
    private static final Tone BLUE = Tone.hex(0x33434F);
    private static final Tone RED = Tone.hex(0xA8493B);

    private PaperThings() {}

    static void ticket(Sketch s, String words) {
        Spline card = new Spline();
        for (int i = 0; i <= 12; i++) {
            card.corner(-110 + (i % 2 == 0 ? 0 : 2.4), -50 + i * 100 / 12.0);
        }
        card.corner(104, 50).corner(110, 44).corner(110, -42).corner(102, -50);
        s.body(PAPER, card.closed());
        if (!s.large()) {
            s.mark(BLUE, all(slab(-40, -26, 60, -6), slab(-40, 8, 20, 14)));
            return;
        }
        s.line(BLUE, 2, slab(-102, -40, -60, 40)).line(BLUE, 3, slab(-44, -41, 102, 41));
        Path2D holes = new Path2D.Double();
        for (int i = 0; i < 12; i++) {
            holes.append(slab(-53, -47 + i * 8, -51.6, -43 + i * 8), false);
        }
        s.mark(BLUE, holes);
        steamer(s);
        String first = words.replaceAll("(?i)[^a-z ]|tickets?", "").strip().toUpperCase(Locale.ROOT);
        s.print(first.isEmpty() || first.length() > 9 ? "ADMIT ONE" : first, 22, -6, first.length() > 6 ? 17 : 27,
                BLUE);
        s.print("ONE WAY", -6, 10, 9, BLUE).print("PIER 4", -16, 24, 7, BLUE).print("05.40", 34, 24, 7, BLUE);
        s.print("No 0417", -13, 36, 6.5, RED);
        s.line(RED, 4, disc(76, 16, 19)).line(RED, 2, disc(76, 16, 15)).print("PAID", 76, 19, 7, RED);
        s.shade(.12, Spline.poly(28, -50, 34, -50, 44, 50, 38, 50));
    }

    private static void steamer(Sketch s) {
        s.mark(BLUE, all(Spline.poly(-98, 6, -64, 4, -70, 18, -93, 18), slab(-92, -4, -72, 6), slab(-88, -12, -76, -4),
                slab(-84, -22, -80, -12)));
        s.line(BLUE, 2, Spline.line(-100, 24, -92, 21, -84, 25, -76, 21, -64, 24))
                .line(BLUE, 2, Spline.line(-100, 31, -92, 28, -84, 32, -76, 28, -64, 31));
        s.line(BLUE, 3, Spline.line(-81, -24, -78, -30, -72, -31));
    }

    /** A sealed envelope; other papers are a written sheet. */
    static void letter(Sketch s, String words) {
        boolean envelope = words.toLowerCase(Locale.ROOT).matches(".*(letter|envelope|postcard|parcel|package).*");
        if (!envelope) {
            sheet(s);
            return;
        }
        s.body(PAPER, Spline.poly(-75, -48, 74, -50, 75, 49, -73, 50));
        s.part(PAPER.times(.95), Spline.poly(-75, -48, 74, -50, 12, 10, 0, 14, -10, 10));
        s.line(2, Spline.line(-73, 50, -12, 6)).line(2, Spline.line(75, 49, 12, 6));
        Tone wax = words.toLowerCase(Locale.ROOT).contains("black") || s.pick(2) == 0 ? Tone.hex(0x1F1B1E) : RED;
        s.part(wax, Spline.blob(-15, 8, -11, -5, 0, -9, 12, -6, 15, 6, 11, 19, 0, 23, -12, 20));
        s.line(wax.times(1.9), 3, disc(0, 7, 9)).shine(.5, Spline.blob(-9, -3, -2, -6, -4, -1, -9, 3));
        s.shade(.14, Spline.poly(-75, 40, 75, 38, 75, 49, -73, 50));
    }

    private static void sheet(Sketch s) {
        s.body(PAPER, Spline.poly(-60, -49, 62, -50, 60, 48, -63, 50));
        Path2D lines = new Path2D.Double();
        for (int i = 0; i < 8; i++) {
            double y = -34 + i * 10;
            lines.append(Spline.line(-48, y, -20, y - 1.6, 5, y + 1.2, i % 4 == 3 ? 14 : 46, y - 1), false);
        }
        s.line(BLUE, 3.2, lines).line(BLUE, 4, Spline.line(8, 42, 20, 36, 28, 43, 46, 38));
        s.shade(.16, Spline.poly(-60, -4, 60, -5, 60, 2, -62, 3));
    }

    static void book(Sketch s) {
        Tone cloth = Tone.hsv(20 + 40 * s.pick(9), .38, .42);
        s.body(PAPER.times(.86), Spline.poly(-34, -44, 40, -44, 40, 50, -34, 50));
        s.body(cloth, Spline.poly(-40, -50, 36, -50, 36, 45, -40, 45));
        s.part(cloth.times(.8), slab(-40, -50, -30, 45));
        Tone gold = Tone.hex(0xC9A45C);
        s.line(gold, 3, slab(-22, -40, 28, 35)).mark(gold, all(slab(-14, -24, 20, -20), slab(-8, -14, 14, -11)));
        s.line(gold, 3, ring(disc(3, 10, 9), disc(3, 10, 5)));
    }

    /** A framed picture: a face on photographs, else glass that catches the light. */
    static void frame(Sketch s, String words) {
        Tone wood = Tone.hex(0x5B4129);
        s.body(wood, slab(-37, -50, 37, 50));
        boolean portrait = words.toLowerCase(Locale.ROOT).matches(".*(photo|portrait|picture|painting|poster).*");
        s.part(portrait ? Tone.hex(0xB9AB91) : Tone.hex(0xA9B7BC), slab(-29, -42, 29, 42));
        if (portrait) {
            s.mark(Tone.hex(0x3D332B),
                    all(disc(0, -8, 10), Spline.blob(-20, 42, -18, 16, -6, 6, 6, 6, 18, 16, 20, 42)));
            s.mark(Tone.hex(0xC9A587), Spline.blob(-6, -10, 0, -15, 6, -10, 5, 0, 0, 4, -5, 0));
        }
        s.shine(.35, Spline.poly(-29, 0, 10, -42, 22, -42, -29, 14))
                .shine(.2, Spline.poly(-10, 42, 29, 0, 29, 8, 0, 42));
    }

    static void screen(Sketch s) {
        Tone cyan = Tone.hex(0x9BDDF2);
        s.body(Tone.hex(0x23292E), Spline.poly(-79, -50, 79, -50, 79, 42, -79, 42));
        s.body(Tone.hex(0x23292E), Spline.poly(-20, 42, 20, 42, 30, 50, -30, 50));
        s.lamp(cyan.times(.8), slab(-72, -44, 72, 35)).glow(0, -4, 150, cyan, .35);
        if (s.large()) {
            Path2D wave = new Path2D.Double();
            wave.moveTo(-66, -4);
            for (double x = -66; x <= 66; x += 1.5) {
                boolean pause = x > 6 && x < 24;
                wave.lineTo(x, -4 + (pause ? 0 : 22 * Math.sin(x * .55) * Math.sin(x * .06 + 1)));
            }
            s.line(Tone.hex(0x10222B), 6, wave).print("04:10", 52, 30, 9, Tone.hex(0x10222B));
            s.line(Tone.hex(0x4E8090), 2, all(slab(-72, -24, 72, -24), slab(-72, 16, 72, 16)));
        }
    }

    static void phone(Sketch s, String words) {
        if (words.toLowerCase(Locale.ROOT).matches(".*(telephone|handset|receiver).*")) {
            s.body(Tone.hex(0x2A2A2E), Spline.blob(-24, 50, -20, 10, 0, 0, 20, 10, 24, 50));
            s.body(Tone.hex(0x222226),
                    Spline.blob(-30, -10, -26, -30, 0, -36, 26, -30, 30, -10, 20, -8, 12, -20, -12, -20, -20, -8));
            s.part(Tone.hex(0xC9BFA8), disc(0, 28, 13)).mark(Tone.hex(0x2A2A2E), disc(0, 28, 5));
            return;
        }
        s.body(Tone.hex(0x1D2126), Spline.blob(-25, -46, -21, -50, 21, -50, 25, -46, 25, 46, 21, 50, -21, 50, -25, 46));
        Tone blue = Tone.hex(0xA9D3EC);
        s.lamp(blue.times(.85), slab(-21.5, -42, 21.5, 40)).glow(0, 0, 90, blue, .3);
        if (s.large()) {
            s.print("05:40", 0, -24, 9, Tone.hex(0x16222C));
            s.mark(Tone.hex(0xE9F3F8),
                    all(Spline.blob(-17, -8, 8, -10, 9, 2, -17, 2), Spline.blob(-8, 8, 17, 7, 17, 19, -8, 19)));
            s.mark(Tone.hex(0x5D7484), all(slab(-14, -4, 5, -2.6), slab(-5, 12, 13, 13.4)));
        }
    }
}
