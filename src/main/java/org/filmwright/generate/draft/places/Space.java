package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Setup;

/** Stars, a moon, and the ship between them. */
final class Space {
    private Space() {}

    static Rig starLight(Setup setup) {
        return Rig.outside(setup, 4000).turned(setup.idea().lightSide() * .8, .35, .1, .9);
    }

    /** Black, a great broken moon, and the ship small and lit before it. */
    static void space(Carpenter set) {
        set.easel().plane(Plane.SKY);
        set.easel()
                .wash(Heavens.rectangle(set, -100, 860),
                        Wash.of(Tone.hex(0x04060C), Tone.hex(0x0C1422)).vertical(0, 720).bloom(.2));
        nebula(set);
        stars(set, 260);
        set.easel().plane(Plane.FAR);
        moon(set, set.signature().between("moon", 210, 300), set.setup().idea().third() < 0 ? .7 : .28);
        set.easel().plane(Plane.MIDDLE);
        ship(set);
    }

    private static void nebula(Carpenter set) {
        SplittableRandom random = set.setup().place();
        for (int i = 0; i < 4; i++) {
            Tone tone = Tone.hsv(random.nextDouble(190, 260), .4, .5);
            set.easel().fog(random.nextDouble(0, 1280), random.nextDouble(60, 600), 420, 120, tone, .22);
        }
    }

    static void stars(Carpenter set, int count) {
        SplittableRandom random = set.setup().place();
        List<Path2D> sizes = new ArrayList<>(List.of(new Path2D.Double(), new Path2D.Double()));
        for (int i = 0; i < count; i++) {
            double r = i % 9 == 0 ? random.nextDouble(1.6, 2.6) : random.nextDouble(.6, 1.3);
            sizes.get(i % 9 == 0 ? 1 : 0)
                    .append(new Ellipse2D.Double(random.nextDouble(set.easel().width()), random.nextDouble(720), 2 * r,
                            2 * r), false);
        }
        set.easel().lift(sizes.get(0), Tone.hex(0xBFD0E8), 0, .7);
        set.easel().lift(sizes.get(1), Tone.hex(0xE8F0FF), 1, 1);
    }

    /** A cratered moon, lit from one side; the shadow half sinks into the black. */
    static void moon(Carpenter set, double r, double third) {
        double x = set.easel().width() * third;
        double y = 250;
        double side = set.setup().idea().lightSide();
        Shape disc = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        Tone grey = Tone.hex(0xA7ADB5);
        set.easel()
                .wash(disc,
                        Wash.of(grey, Tone.hex(0x11161F))
                                .along(x + side * r * .8, y - r * .4, x - side * r * .75, y + r * .35)
                                .bloom(.3)
                                .grain(.1));
        SplittableRandom random = set.setup().place();
        set.easel().within(set.easel().mask(disc), () -> {
            for (int i = 0; i < 22; i++) {
                double turn = random.nextDouble(0, 2 * Math.PI);
                double far = r * Math.sqrt(random.nextDouble());
                double size = r * random.nextDouble(.03, .17);
                double cx = x + far * Math.cos(turn);
                double cy = y + far * Math.sin(turn);
                Shape bowl = new Ellipse2D.Double(cx - size, cy - size * .8, 2 * size, 1.6 * size);
                set.easel().shade(bowl, Tone.hex(0x3A4150), 2, .42);
                set.easel()
                        .lift(new Ellipse2D.Double(cx - size - side * size * .3, cy - size * .6, 2 * size, 1.6 * size),
                                grey, 3, .10);
            }
            if (set.setup().words().matches(".*\\b(open|opened|eye)\\b.*")) {
                crack(set, x, y, r);
            }
        });
        set.easel().glow(x, y, r * 1.5, grey, .12);
    }

    private static void crack(Carpenter set, double x, double y, double r) {
        Shape lens = Spline.blob(x - r * .75, y + r * .1, x - r * .3, y - r * .2, x + r * .2, y - r * .22, x + r * .72,
                y, x + r * .2, y + r * .34, x - r * .3, y + r * .32);
        set.easel().wash(lens, Wash.flat(Tone.hex(0x05070C)).displace(4));
        set.easel().rim(set.easel().mask(lens), 0, 1, 6, set.palette().lamp(), .9);
        set.easel().glow(x, y + r * .05, r * .3, Tone.hex(0xFF9A5A), .8);
    }

    private static void ship(Carpenter set) {
        double x = set.easel().width() * (set.setup().idea().third() < 0 ? .34 : .66);
        double y = 430;
        double k = 1.5;
        double way = set.setup().idea().third() < 0 ? 1 : -1;
        double[][] parts = {{-150, -8, -70, -22, 60, -24, 140, -8, 168, 4, 140, 12, -150, 14},
            {-150, -30, -110, -30, -100, 26, -150, 26}, {-40, -22, -30, -46, 30, -46, 44, -24},
            {-20, 12, -10, 36, 40, 36, 52, 12}, {-4, -46, 0, -80, 3, -46}};
        Path2D hull = new Path2D.Double();
        for (double[] part : parts) {
            double[] xy = part.clone();
            for (int i = 0; i < xy.length; i += 2) {
                xy[i] = x + way * k * xy[i];
                xy[i + 1] = y + k * xy[i + 1];
            }
            hull.append(Spline.poly(xy), false);
        }
        set.easel().wash(hull, Wash.of(Tone.hex(0x5B6A76), Tone.hex(0x141B24)).vertical(y - 60 * k, y + 30 * k));
        set.easel().rim(set.easel().mask(hull), set.setup().idea().lightSide(), -.7, 4, Tone.hex(0xDCE6F0), .8);
        Path2D windows = new Path2D.Double();
        for (int i = 0; i < 16; i++) {
            windows.append(new Ellipse2D.Double(x + way * k * (-85 + i * 13), y - 8 * k, 5, 4), false);
        }
        boolean dead = set.setup().words().matches(".*windows go dark.*");
        set.easel().wash(windows, Wash.flat(dead ? Tone.hex(0x10161D) : Tone.hex(0xFFD594)));
        set.easel().lift(windows, Tone.hex(0xFFD594), 10, dead ? 0 : .5);
        set.easel().glow(x - way * k * 152, y - 2, 60, set.palette().light(), .6);
    }
}
