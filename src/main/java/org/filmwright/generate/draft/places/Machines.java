package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.props.PropKind;
import org.filmwright.generate.draft.props.PropStore;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Spaceships: corridor, cockpit, laboratory, and the space outside. */
final class Machines {
    private static final double[] OCTAGON = {-1.1, 0, 1.1, 0, 2.1, 1, 2.1, 2.2, 1.1, 3.2, -1.1, 3.2, -2.1, 2.2, -2.1,
        1};
    private static final Tone STEEL = Tone.hex(0x6E8A94);

    private Machines() {}

    /** The door at the end of everything is the lamp. */
    static Rig doorLight(Setup setup) {
        return Rig.inside(setup, 30).with(new Rig.Bulb(new Spot(0, 1.7, 12.4), 5.5, setup.palette().light()));
    }

    static Rig panelLight(Setup setup) {
        return Rig.inside(setup, 20).with(new Rig.Bulb(new Spot(0, 1.3, 1.5), 1.5, screen(setup)));
    }

    static Rig benchLight(Setup setup) {
        Spot lamp = new Spot(setup.idea().third() >= 0 ? -.9 : .9, 2.7, 1.6);
        return Rig.inside(setup, 20).with(new Rig.Bulb(lamp, 2.6, setup.palette().light()));
    }

    private static Tone metal(Carpenter set) {
        return set.palette().middle().mix(STEEL, .25);
    }

    /** The colour of instruments: what the script says, else the palette's light. */
    private static Tone screen(Setup setup) {
        String words = setup.words();
        return words.matches(".*\\bred (light|alert|glow).*")
                ? setup.palette().lamp()
                : setup.palette().light().mix(Tone.hex(0x8FE8A8), .7);
    }

    /** Octagonal ribs repeating towards one lit door, orange warning lights on one wall. */
    static void corridor(Carpenter set) {
        set.easel().plane(Plane.FAR);
        double end = 12.5;
        set.easel().wash(Heavens.rectangle(set, -100, 860), Wash.flat(set.palette().near()));
        for (double z = end - 1.6; z > set.eyeZ() - 1; z -= 1.6) {
            tube(set, Math.max(z, set.eyeZ() + .35), z + 1.6);
        }
        door(set, end);
        set.easel().plane(Plane.MIDDLE);
        for (double z = end - 1.6; z > set.eyeZ() + .8; z -= 1.6) {
            rib(set, z);
            warning(set, z + .8);
        }
        Path2D path = set.stage().floor(-.75, Math.max(set.eyeZ() + .5, -6), .75, end);
        set.easel().lift(path, set.palette().light(), 16, .2);
        Point2D glow = set.stage().at(0, 1.6, end);
        set.easel().glow(glow.getX(), glow.getY(), 420, set.palette().light(), .5);
    }

    private static void tube(Carpenter set, double z0, double z1) {
        for (int i = 0; i < 8; i++) {
            int j = (i + 1) % 8;
            Spot a = new Spot(OCTAGON[2 * i], OCTAGON[2 * i + 1], z0);
            Spot b = new Spot(OCTAGON[2 * i], OCTAGON[2 * i + 1], z1);
            Spot c = new Spot(OCTAGON[2 * j], OCTAGON[2 * j + 1], z1);
            Spot d = new Spot(OCTAGON[2 * j], OCTAGON[2 * j + 1], z0);
            set.quad(metal(set).times(i == 0 ? 1.15 : i == 4 ? .8 : 1), i == 0 || i == 4 ? 4 : 62 + i * 12, a, b, c, d);
        }
        Path2D panels = new Path2D.Double();
        for (double x : new double[]{-2.06, 2.06}) {
            panels.append(Flat.side(set.stage(), x).quad(z0 + .35, 1.15, z1 - .35, 2.1), false);
        }
        set.easel().wash(panels, Wash.flat(set.far(set.palette().near(), 0, z0)).opacity(.7));
        Path2D lines = set.floorLine(-1.1, z0 + .5, 1.1, z0 + .5);
        lines.append(set.floorLine(-1.1, z0 + 1, 1.1, z0 + 1), false);
        set.ink(lines, set.stage().depth(0, z0), .7);
        if (set.signature().likely("ceiling" + (int) (z1 * 10), .75)) {
            Path2D lamp = set.stage()
                    .face(-.3, 3.18, z0 + .3, .3, 3.18, z0 + .3, .3, 3.18, z1 - .3, -.3, 3.18, z1 - .3);
            set.easel().wash(lamp, Wash.flat(set.palette().light().times(.75)));
        }
    }

    private static Path2D octagon(Carpenter set, double z, double grow) {
        double[] xyz = new double[24];
        for (int i = 0; i < 8; i++) {
            xyz[3 * i] = OCTAGON[2 * i] * grow;
            xyz[3 * i + 1] = 1.6 + (OCTAGON[2 * i + 1] - 1.6) * grow;
            xyz[3 * i + 2] = z;
        }
        return set.stage().face(xyz);
    }

    private static void rib(Carpenter set, double z) {
        Path2D ring = octagon(set, z, 1.02);
        Path2D hole = octagon(set, z, .9);
        Path2D both = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        both.append(ring, false);
        both.append(hole, false);
        if (!set.shows(hole)) {
            return;
        }
        double depth = set.stage().depth(0, z);
        Tone tone = set.palette().near().mix(metal(set), .35 + .4 * Math.min(1, z / 14));
        set.easel().wash(both, Wash.of(tone.times(.8), tone).vertical(-50, 700));
        Path2D bright = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        bright.append(octagon(set, z, .905), false);
        bright.append(hole, false);
        set.easel()
                .wash(bright,
                        Wash.flat(set.palette().light().mix(STEEL, .5))
                                .opacity(Math.clamp(.42 + .03 * depth, 0, .8))
                                .displace(2));
        set.ink(ring, depth, .8);
    }

    private static void warning(Carpenter set, double z) {
        if (set.stage().depth(2, z) < 1) {
            return;
        }
        Point2D p = set.stage().at(1.98, 2.5, z);
        double m = set.stage().metre(2, z);
        Tone red = Tone.hex(0xFF7A4D);
        set.easel().glow(p.getX(), p.getY(), Math.min(140, .8 * m), red, .6);
        double w = Math.max(1.2, .035 * m);
        set.easel()
                .wash(Spline.poly(p.getX() - w, p.getY() - 2.6 * w, p.getX() + w, p.getY() - 2.6 * w, p.getX() + w,
                        p.getY() + 2.6 * w, p.getX() - w, p.getY() + 2.6 * w), Wash.flat(red));
    }

    private static void door(Carpenter set, double z) {
        set.easel().wash(octagon(set, z, 1), Wash.flat(metal(set).mix(set.palette().light(), .3)));
        Flat flat = Flat.back(set.stage(), z);
        Path2D leaf = flat.poly(-.85, 0, .85, 0, .85, 2.3, .6, 2.6, -.6, 2.6, -.85, 2.3);
        set.easel().wash(leaf, Wash.flat(set.palette().light().mix(Tone.WHITE, .75)));
    }

    /** A wide window of stars over a console of small lights; two seats. */
    static void cockpit(Carpenter set) {
        set.easel().plane(Plane.SKY);
        set.easel()
                .wash(Heavens.rectangle(set, -100, 860),
                        Wash.of(Tone.hex(0x05080F), Tone.hex(0x10192A)).vertical(0, 500));
        Space.stars(set, 110);
        if (set.setup().words().contains("moon")) {
            Space.moon(set, 300, set.setup().idea().third() < 0 ? .62 : .34);
        }
        set.easel().plane(Plane.FAR);
        frame(set);
        set.easel().plane(Plane.MIDDLE);
        console(set);
        seats(set);
    }

    private static void frame(Carpenter set) {
        Flat flat = Flat.back(set.stage(), 2.6);
        Path2D wall = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        wall.append(Heavens.rectangle(set, -100, 900), false);
        for (int i = -2; i <= 2; i++) {
            double l = i * 1.75 - .78;
            double r = i * 1.75 + .78;
            wall.append(flat.poly(l, 1.08, r, 1.08, r * (i > 0 ? .97 : 1), 2.75, l * (i < 0 ? .97 : 1), 2.75), false);
        }
        Tone metal = metal(set);
        Point2D low = flat.at(0, .6);
        set.easel().wash(wall, Wash.of(metal.times(.55), metal.mix(screen(set.setup()), .1)).vertical(0, low.getY()));
        set.contour(wall, 3);
        Path2D rivets = new Path2D.Double();
        for (double v : new double[]{2.86, 3.3}) {
            rivets.append(flat.line(-6, v, 6, v), false);
        }
        set.ink(rivets, 4, .8);
        for (double u = -4.2; u < 4.3; u += .3) {
            dot(set, flat, u, 3, set.signature().likely("over" + (int) (u * 10), .5));
        }
    }

    private static void console(Carpenter set) {
        Tone metal = metal(set);
        Tone glow = screen(set.setup());
        set.level(metal.times(.5), 0, -9, set.eyeZ() + .3, 9, 1.5);
        Ground.slabs(set, -5, 5, 1.5, .9);
        set.quad(metal.times(.9), 4, new Spot(-5, .78, 1.5), new Spot(-5, 1.08, 2.6), new Spot(5, 1.08, 2.6),
                new Spot(5, .78, 1.5));
        set.flat(Flat.back(set.stage(), 1.5), metal.times(.6), -5, 0, 5, .78);
        for (int i = -6; i <= 6; i++) {
            double x = i * .72;
            Path2D pane = set.stage()
                    .face(x - .28, .86, 1.72, x + .28, .86, 1.72, x + .28, 1.02, 2.35, x - .28, 1.02, 2.35);
            set.easel().wash(pane, Wash.flat(glow.times(set.signature().between("screen" + i, .45, .95))));
            set.easel().lift(pane, glow, 14, .35);
        }
        Flat front = Flat.back(set.stage(), 1.48);
        for (double u = -4.7; u < 4.8; u += .22) {
            dot(set, front, u, .62 + .08 * set.signature().pick("row" + (int) (u * 50), 2),
                    set.signature().likely("dot" + (int) (u * 50), .7));
        }
        Point2D middle = set.stage().at(0, .9, 2);
        set.easel().glow(middle.getX(), middle.getY(), 460, glow, .22);
    }

    private static void dot(Carpenter set, Flat flat, double u, double v, boolean cold) {
        Point2D p = flat.at(u, v);
        double r = Math.max(1.3, .018 * set.stage().focal() / Math.max(.5, flat.depth(u)));
        Tone tone = cold ? screen(set.setup()) : Tone.hex(0xFF7A4D);
        set.easel().lift(new Ellipse2D.Double(p.getX() - r, p.getY() - r, 2 * r, 2 * r), tone, 0, .9);
    }

    private static void seats(Carpenter set) {
        Tone dark = set.palette().near().mix(metal(set), .3);
        for (double x : new double[]{-1.5, 1.1}) {
            set.box(dark.times(.9), x, .42, .9, x + .6, 1.25, 1.02);
            set.box(dark, x + .14, 1.25, .9, x + .46, 1.5, 1.02);
            set.box(dark, x - .04, .36, .5, x + .64, .5, 1);
        }
    }

    /** White benches, glass, a bright screen, lamps in a row: clean and cold. */
    static void laboratory(Carpenter set) {
        Tone wall = metal(set).times(1.5);
        Room room = Room.of(set, 8, 4.6, 3, wall, wall.times(.8)).shell(Room.Finish.METAL).slabs(.9);
        Flat back = room.back();
        Tone glow = screen(set.setup());
        double u = set.signature().between("screen", -1.5, -.6);
        Fittings.picture(set, back, u - .06, 1.14, 2.52, 1.32, set.palette().near());
        Fittings.glowing(set, back.out(.05), u, 1.2, 2.4, 1.2, glow.times(.92));
        wave(set, back.out(.08), u);
        Fittings.thing(set, PropStore.plain(PropKind.CLOCK, false), u + 1.2, 2.72, room.depth() - .1);
        Fittings.shelves(set, back, 2.2, 1.2, 1.5, 1.4, 3);
        for (double z : new double[]{.8, 2.6}) {
            Fittings.glowing(set, new Flat(set.stage(), new Spot(-2.2, 2.98, z), 1, 0), 0, 0, 1.5, .03, Tone.WHITE);
            Fittings.glowing(set, new Flat(set.stage(), new Spot(.9, 2.98, z), 1, 0), 0, 0, 1.5, .03, Tone.WHITE);
        }
        room.gather(.5);
        set.easel().plane(Plane.MIDDLE);
        Tone white = STEEL.mix(Tone.WHITE, .45).times(.7);
        Furniture.cabinet(set, white, -3.3, 3.7, 2.6, .7, .92);
        Furniture.cabinet(set, white, 1.2, 3.7, 2.4, .7, .92);
        glassware(set, -3, 3.9);
        glassware(set, 1.5, 3.9);
        Furniture.table(set, white, 1.9, 1.6, 1.7, .8, .92);
        glassware(set, 2.1, 1.8);
    }

    private static void wave(Carpenter set, Flat flat, double u) {
        Path2D wave = new Path2D.Double();
        for (int i = 0; i <= 60; i++) {
            double t = i / 60.0;
            double swing = t > .45 && t < .6 ? 0 : .38 * Math.sin(t * 42) * Math.sin(Math.PI * t);
            Point2D p = flat.at(u + .1 + 2.2 * t, 1.8 + swing);
            if (i == 0) {
                wave.moveTo(p.getX(), p.getY());
            } else {
                wave.lineTo(p.getX(), p.getY());
            }
        }
        set.easel().ink(wave, Ink.of(set.palette().near(), 3.2).dry(.02));
    }

    private static void glassware(Carpenter set, double x, double z) {
        Tone glass = set.palette().light();
        for (int i = 0; i < 4; i++) {
            double h = set.signature().between("glass" + x + i, .14, .36);
            Point2D foot = set.stage().at(x + i * .26, .92, z);
            double m = set.stage().metre(x, z);
            double w = .08 * m;
            Shape flask = i % 2 == 0
                    ? Spline.poly(foot.getX() - w, foot.getY(), foot.getX() + w, foot.getY(), foot.getX() + w * .3,
                            foot.getY() - h * m * .6, foot.getX() + w * .3, foot.getY() - h * m, foot.getX() - w * .3,
                            foot.getY() - h * m, foot.getX() - w * .3, foot.getY() - h * m * .6)
                    : Spline.poly(foot.getX() - w * .5, foot.getY(), foot.getX() + w * .5, foot.getY(),
                            foot.getX() + w * .5, foot.getY() - h * m, foot.getX() - w * .5, foot.getY() - h * m);
            set.easel().lift(flask, glass, 1, .32);
            set.contour(flask, set.stage().depth(x, z));
        }
    }
}
