package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Palette.Mood;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Houses, street lamps and wires, and the streets and squares they make. */
final class Town {
    private Town() {}

    static boolean dark(Setup setup) {
        return setup.palette().mood().dark();
    }

    /** Street lamps on both sides at night. */
    static Rig streetLight(Setup setup) {
        Rig rig = Rig.outside(setup, 70);
        Tone lamp = setup.palette().lamp();
        return dark(setup)
                ? rig.with(List.of(new Rig.Bulb(new Spot(-4.4, 4.6, 4), 3.6, lamp),
                        new Rig.Bulb(new Spot(4.4, 4.6, 13), 3.6, lamp),
                        new Rig.Bulb(new Spot(-4.4, 4.6, 24), 4, lamp)))
                : rig;
    }

    /** One light at the end that everything runs towards. */
    static Rig alleyLight(Setup setup) {
        Rig rig = Rig.outside(setup, 40);
        return dark(setup)
                ? rig.with(new Rig.Bulb(new Spot(.5, 3.6, 11), 5, setup.palette().lamp().mix(Tone.WHITE, .3)))
                : rig;
    }

    /** A house: its mass, windows in rows, a base and a roof line. The street runs along the depth beside it. */
    record House(double x0, double x1, double z0, double z1, double height, String name) {}

    static void house(Carpenter set, House h, double streetX) {
        Tone wall = wall(set, h.name);
        set.box(wall, h.x0, 0, h.z0, h.x1, h.height, h.z1);
        Flat side = Flat.side(set.stage(), streetX);
        windows(set, side, Math.max(h.z0, set.eyeZ() + .6), h.z1, h);
        double lip = streetX < 0 ? .14 : -.14;
        set.flat(Flat.side(set.stage(), streetX + lip), wall.times(.7), h.z0, h.height - .35, h.z1, h.height);
    }

    /** Plaster, brick or stone: palette tones with a little hue of the house's own. */
    static Tone wall(Carpenter set, String name) {
        Tone base = set.palette().middle().mix(set.palette().far(), set.signature().between(name + "tone", .05, .75));
        return Interiors.tinted(set, base, name + "hue");
    }

    /** Rows of windows over a base of doors; at night some are lit. */
    static void windows(Carpenter set, Flat flat, double u0, double u1, House h) {
        double step = 1.9 + set.signature().between(h.name + "bay", 0, .6);
        double storey = 3 + set.signature().between(h.name + "storey", 0, .5);
        Path2D dim = new Path2D.Double();
        Path2D lit = new Path2D.Double();
        boolean night = set.palette().mood().dark();
        double share = night
                ? .2
                : set.palette().mood() == Mood.DUSK ? .14 : 0;
        int n = 0;
        for (double u = h.z0 + .8; u + 1 < h.z1; u += step) {
            for (double v = 1; v + 2.2 < h.height; v += storey, n++) {
                boolean ground = v == 1 && set.signature().likely(h.name + "door" + n, .3);
                double chance = ground ? 0 : share;
                Path2D pane = ground ? flat.quad(u, 0, u + 1.1, 2.3) : flat.quad(u, v, u + 1, v + 1.6);
                if (u > u0 - 1 && u < u1 && set.shows(pane)) {
                    (set.signature().likely(h.name + "lit" + n, chance) ? lit : dim).append(pane, false);
                }
            }
        }
        double mid = Math.max(u0, Math.min(u1, (u0 + u1) / 2));
        Spot at = flat.spot(mid, 2);
        set.easel()
                .wash(dim,
                        Wash.flat(set.far(
                                night ? set.palette().near() : set.palette().near().mix(set.palette().top(), .25),
                                at.x(), at.z())));
        lightWindows(set, lit, at);
        if (flat.depth(mid) < 16) {
            set.contour(dim, flat.depth(mid));
        }
    }

    private static void lightWindows(Carpenter set, Path2D lit, Spot at) {
        if (lit.getCurrentPoint() == null) {
            return;
        }
        Carpenter.Extent box = Carpenter.Extent.of(lit);
        Tone warm = set.far(set.palette().lamp(), at.x(), at.z() * .5);
        set.easel().wash(lit, Wash.of(warm.mix(Tone.WHITE, .12), warm.times(.86)).vertical(box.top(), box.bottom()));
        set.easel().lift(lit, warm, 16, .3);
    }

    /** Two rows of houses along the depth, far to near, each with its own height and width. */
    static void rows(Carpenter set, double half, double z1, double low, double high) {
        set.easel().plane(Plane.FAR);
        for (int side = -1; side <= 1; side += 2) {
            List<House> houses = new ArrayList<>();
            double z = set.eyeZ() - 1;
            z = Math.floor(z / 6) * 6;
            for (int n = (int) z; z < z1; n++) {
                double length = set.signature().between("length" + side + n, 5.5, 9.5);
                double height = set.signature().between("height" + side + n, low, high);
                double x = side * half;
                houses.add(new House(Math.min(x, x + side * 8), Math.max(x, x + side * 8), z, Math.min(z1, z + length),
                        height, "house" + side + n));
                z += length;
            }
            for (House house : houses.reversed()) {
                if (set.stage().depth(side * half, house.z1) > 0) {
                    house(set, house, side * half);
                }
            }
        }
    }

    /** The end of a street: a gable house across it, pale with distance. */
    static void end(Carpenter set, double half, double z, double height) {
        set.easel().plane(Plane.FAR);
        Flat flat = Flat.back(set.stage(), z);
        Tone tone = wall(set, "end");
        set.flat(flat, tone, -half - 6, 0, half + 6, height);
        Shape gable = flat.poly(-half * .9, height, 0, height + half * .8, half * .9, height);
        set.shape(gable, set.seen(Ground.snowing(set) ? Ground.snow(set) : tone.times(.92), flat.spot(0, height),
                Carpenter.FRONT));
        Shape chimney = flat.poly(half * .3, height, half * .3, height + half, half * .55, height + half, half * .55,
                height);
        set.shape(chimney, set.seen(tone.times(.85), flat.spot(0, height), Carpenter.FRONT));
        windows(set, flat, -half, half, new House(0, 0, -half, half, height, "end"));
    }

    /** A street lamp: post, arm, lantern and, at night, its light. */
    static void lamp(Carpenter set, double x, double z, double high) {
        set.easel().plane(Plane.MIDDLE);
        if (set.stage().depth(x, z) < .8) {
            return;
        }
        Tone iron = set.palette().near();
        set.shadow(x - .1, z - .1, x + .1, z + .1, 1);
        set.post(iron, x, z, .06, 0, high);
        set.post(iron, x, z, .12, 0, .8);
        double metre = set.stage().metre(x, z);
        Point2D head = set.stage().at(x, high, z);
        double r = .2 * metre;
        Shape lantern = Spline.poly(head.getX() - r, head.getY(), head.getX() + r, head.getY(), head.getX() + r * .7,
                head.getY() + 2 * r, head.getX() - r * .7, head.getY() + 2 * r);
        Shape cap = Spline.poly(head.getX() - r * 1.3, head.getY(), head.getX(), head.getY() - r, head.getX() + r * 1.3,
                head.getY());
        boolean on = set.palette().mood().dark();
        Tone light = set.palette().lamp();
        if (on) {
            set.easel().glow(head.getX(), head.getY() + r, Math.min(520, 3.6 * metre), light, .5);
            Fittings.pool(set, x, z, 1.7, light, .3);
        }
        set.easel()
                .wash(lantern,
                        Wash.flat(on ? light.mix(Tone.WHITE, .5) : set.far(set.palette().light().times(.8), x, z)));
        set.easel().wash(cap, Wash.flat(set.far(iron, x, z)));
    }

    /** Wires across the street. */
    static void wires(Carpenter set, double half, double... depths) {
        set.easel().plane(Plane.FAR);
        for (double z : depths) {
            double high = set.signature().between("wire" + z, 5, 7);
            Point2D a = set.stage().at(-half, high, z);
            Point2D b = set.stage().at(half, high + .8, z + 2);
            Point2D c = set.stage().at(0, high - .7, z + 1);
            set.easel()
                    .ink(Spline.line(a.getX(), a.getY(), c.getX(), c.getY(), b.getX(), b.getY()),
                            Ink.of(set.far(set.palette().ink(), 0, z), 2));
        }
    }

    /** Houses on both sides, pavements, lamps, tram wires; wet and mirrored in rain. */
    static void street(Carpenter set) {
        double half = set.signature().between("width", 5.6, 7);
        Heavens.sky(set);
        end(set, half, 46, 11);
        Tone asphalt = set.palette().middle().times(.82);
        Ground.open(set, asphalt);
        rows(set, half, 46, 7.5, 14);
        set.easel().plane(Plane.MIDDLE);
        pavements(set, half);
        wires(set, half, 6, 12, 20);
        houseShadow(set, half, 46);
        Ground.nearShadow(set);
        wetten(set, 30);
        shopFront(set, half);
        for (double[] at : new double[][]{{-4.4, 24}, {4.4, 13}, {-4.4, 4}}) {
            lamp(set, at[0], at[1], 4.6);
        }
        Ground.mist(set, 20, 9);
    }

    static void wetten(Carpenter set, double axisDepth) {
        if (Ground.raining(set)) {
            Ground.wet(set, axisDepth, .5);
            Ground.puddles(set, 5, -4, 4);
        }
    }

    /** The shadow that the houses on the sunny side throw across the street. */
    private static void houseShadow(Carpenter set, double half, double z1) {
        Spot from = set.rig().from();
        if (set.rig().hardness() > .5 && Math.abs(from.x()) > .3) {
            double side = Math.signum(from.x()) * half;
            double reach = side - Math.signum(from.x()) * half * set.signature().between("shade", .9, 1.5);
            Path2D shade = set.stage()
                    .face(side, 0, set.eyeZ() + .3, reach, 0, set.eyeZ() + .3, reach * .6, 0, 9, reach, 0, 9.2, reach,
                            0, z1, side, 0, z1);
            set.easel().shade(shade, Tone.hex(0x3A4356), 3, .5);
        }
    }

    private static void pavements(Carpenter set, double half) {
        Tone stone = Ground.snowing(set) ? Ground.snow(set) : set.palette().far().mix(set.palette().middle(), .6);
        for (int side = -1; side <= 1; side += 2) {
            set.level(stone, .12, side * 3.9, set.eyeZ() + .4, side * half, 46);
            set.flat(Flat.side(set.stage(), side * 3.9), stone.times(.6), set.eyeZ() + .4, 0, 46, .12);
            if (!Ground.snowing(set)) {
                set.ink(set.line(new Spot(side * 3.9, .12, set.eyeZ() + .5), new Spot(side * 3.9, .12, 46)), 8, .9);
            }
        }
        if (!Ground.snowing(set)) {
            for (double z = Math.ceil(set.eyeZ() / 4) * 4; z < 40; z += 4) {
                set.easel()
                        .wash(set.stage().floor(-.07, z, .07, z + 1.8),
                                Wash.flat(set.far(set.palette().far(), 0, z)).opacity(.6));
            }
        }
    }

    /** An awning and a lit sign on the left side: the street's own landmark. */
    private static void shopFront(Carpenter set, double half) {
        double z = set.signature().between("shop", 5, 8);
        Flat wall = Flat.side(set.stage(), -half + .05);
        boolean night = set.palette().mood().dark();
        Tone neon = Tone.hsv(set.signature().between("neon", 0, 360), .42, .95);
        if (night) {
            Fittings.glowing(set, wall, z, .8, 2.6, 1.5, set.palette().lamp());
            Fittings.glowing(set, Flat.back(set.stage(), z - .4), -half + .2, 3, .9, 1.7, neon);
            Ground.streaks(set, -half + .6, z, neon);
        }
        Path2D awning = set.stage()
                .face(-half, 2.9, z - .2, -half, 2.9, z + 2.8, -half + 1.3, 2.35, z + 2.8, -half + 1.3, 2.35, z - .2);
        set.shape(awning, set.seen(Interiors.tinted(set, set.palette().middle(), "awning"),
                new Spot(-half + .6, 2.6, z), Carpenter.UP));
        set.contour(awning, set.stage().depth(-half, z));
    }

    /** Narrow walls, windows high up, fire escapes, bins, and the light at the mouth. */
    static void alley(Carpenter set) {
        Heavens.sky(set);
        double half = set.signature().between("width", 2.3, 2.8);
        end(set, half, 17, 7);
        Ground.open(set, set.palette().middle().times(.9));
        rows(set, half, 16, 9, 15);
        set.easel().plane(Plane.MIDDLE);
        Ground.slabs(set, -half, half, 15, 1.1);
        fireEscape(set, half);
        wires(set, half, 4, 8);
        houseShadow(set, half, 16);
        mouthLight(set);
        if (Ground.raining(set) || set.palette().mood().dark()) {
            Ground.wet(set, 15, Ground.raining(set) ? .55 : .3);
        }
        Furniture.barrel(set, set.palette().near().mix(set.palette().middle(), .4), half - .5, 2.6, .33, .95);
        Furniture.barrel(set, set.palette().near().mix(set.palette().middle(), .3), half - .45, 3.5, .33, .95);
        Furniture.crate(set, set.palette().middle(), -half + .1, 3.6, .7, 0);
        Ground.mist(set, 12, 5);
    }

    private static void mouthLight(Carpenter set) {
        if (set.rig().bulbs().isEmpty()) {
            return;
        }
        Rig.Bulb bulb = set.rig().bulbs().getFirst();
        Point2D p = set.at(bulb.at());
        double metre = set.stage().metre(bulb.at().x(), bulb.at().z());
        set.easel().glow(p.getX(), p.getY() + metre, Math.min(560, 5 * metre), bulb.tone(), .55);
        set.easel().lift(set.stage().floor(-2.4, 0, 2.4, 15), bulb.tone(), 26, .22);
        Fittings.hangingLamp(set, bulb.at(), 7, .32);
    }

    private static void fireEscape(Carpenter set, double half) {
        Tone iron = set.palette().near();
        for (double y : new double[]{3.4, 6.4, 9.4}) {
            double x0 = half - 1.1;
            set.box(iron, x0, y, 4, half, y + .08, 7.4);
            Path2D rails = new Path2D.Double();
            for (double z = 4; z <= 7.4; z += .57) {
                rails.append(set.line(new Spot(x0, y, z), new Spot(x0, y + 1, z)), false);
            }
            rails.append(set.line(new Spot(x0, y + 1, 4), new Spot(x0, y + 1, 7.4)), false);
            rails.append(set.line(new Spot(x0, y - 3, 7.2), new Spot(x0, y, 4.2)), false);
            set.ink(rails, 3, .9);
        }
    }

    /** A house that faces the camera. */
    static void frontHouse(Carpenter set, double x, double wide, double z, double height, String name) {
        Flat flat = Flat.back(set.stage(), z);
        Tone tone = wall(set, name);
        set.flat(flat, tone, x, 0, x + wide, height);
        double roof = set.signature().between(name + "roof", 1, 3.2);
        Shape gable = set.signature().likely(name + "gable", .5)
                ? flat.poly(x, height, x + wide / 2, height + roof, x + wide, height)
                : flat.poly(x - .2, height, x + .8, height + roof * .7, x + wide - .8, height + roof * .7,
                        x + wide + .2, height);
        set.shape(gable, set.seen(Ground.snowing(set) ? Ground.snow(set) : tone.times(.75), flat.spot(x, height),
                Carpenter.FRONT));
        windows(set, flat, x, x + wide, new House(0, 0, x, x + wide, height, name));
    }
}
