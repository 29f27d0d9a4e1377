package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Palette.Mood;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** The town from above: roofs underfoot and the city beyond. */
final class Skyline {
    private Skyline() {}

    static Rig roofLight(Setup setup) {
        Rig rig = Rig.outside(setup, 170);
        return setup.palette().mood().dark()
                ? rig.with(new Rig.Bulb(new Spot(skylightX(new Signature(setup.geography())) + .7, .9, 3.2), 1.6,
                        setup.palette().lamp()))
                : rig;
    }

    private static double skylightX(Signature signature) {
        return signature.between("skylight", -1.6, .8);
    }

    /** A band of blocks and towers at that distance, with their windows; as high as {@code high} metres. */
    static void city(Carpenter set, double z, double high) {
        set.easel().plane(Plane.FAR);
        Path2D blocks = new Path2D.Double();
        Path2D windows = new Path2D.Double();
        Flat flat = Flat.back(set.stage(), z);
        boolean night = set.palette().mood().dark();
        double share = night ? .34 : set.palette().mood() == Mood.DUSK ? .18 : 0;
        double step = z / 16;
        int n = 0;
        for (double u = -z * 1.5; u < z * 1.5; n++) {
            String name = "block" + (int) z + n;
            double wide = step * set.signature().between(name, .7, 1.6);
            double h = high * Math.pow(set.signature().between(name + "h", .25, 1), 1.5);
            blocks.append(roof(set, flat, u, wide, h, name), false);
            for (double x = u + step * .15; x < u + wide - step * .1; x += step * .2) {
                for (double v = high * .05; v < h - high * .08; v += high * .07) {
                    if (share > 0 && set.signature().likely(name + (int) (x * 7) + (int) (v * 7), share)) {
                        windows.append(flat.quad(x, v, x + step * .09, v + high * .035), false);
                    }
                }
            }
            u += wide + step * .03;
        }
        Tone tone = set.far(set.palette().middle(), 0, z);
        double top = flat.at(0, high).getY();
        double foot = flat.at(0, 0).getY();
        set.easel()
                .wash(blocks, Wash.of(tone, tone.mix(set.rig().air().tone(), .5)).vertical(top, foot).streak(90, .10));
        set.easel().wash(windows, Wash.flat(set.far(set.palette().lamp(), 0, z * .5)).opacity(.85).pool(0));
        if (share > 0) {
            set.easel().lift(windows, set.palette().lamp(), 9, .45);
        }
    }

    private static Shape roof(Carpenter set, Flat flat, double u, double wide, double h, String name) {
        return switch (set.signature().pick(name + "roof", 5)) {
            case 0 -> flat.poly(u, -9, u, h * .9, u + wide / 2, h, u + wide, h * .9, u + wide, -9);
            case 1 -> flat.poly(u, -9, u, h * .92, u + wide * .3, h * .92, u + wide * .3, h, u + wide * .7, h,
                    u + wide * .7, h * .92, u + wide, h * .92, u + wide, -9);
            case 2 -> flat.poly(u, -9, u, h * .94, u + wide * .47, h * .94, u + wide * .47, h * 1.12, u + wide * .52,
                    h * 1.12, u + wide * .52, h * .94, u + wide, h * .94, u + wide, -9);
            default -> flat.poly(u, -9, u, h, u + wide, h, u + wide, -9);
        };
    }

    /** The skyline itself: three bands of city paling with distance over a river of haze. */
    static void skyline(Carpenter set) {
        Heavens.sky(set);
        depths(set);
        glow(set);
        city(set, 420, 150);
        Heavens.ridge(set, "haze", 400, 8, .3, set.palette().horizon());
        city(set, 230, 62);
        city(set, 120, 16);
        terrace(set);
    }

    /** The light of the town in the night sky. */
    private static void glow(Carpenter set) {
        if (set.palette().mood().dark()) {
            double horizon = set.stage().horizon();
            set.easel()
                    .lift(new Ellipse2D.Double(-300, horizon - 150, set.easel().width() + 600, 230),
                            set.palette().lamp().mix(set.palette().light(), .3), 60, .2);
        }
    }

    /** What lies below between the roofs: the dim floor of the town. */
    private static void depths(Carpenter set) {
        double horizon = set.stage().horizon();
        set.easel().plane(Plane.FAR);
        Tone far = set.far(set.palette().middle(), 0, 200);
        set.easel()
                .wash(Heavens.rectangle(set, horizon - 2, 860),
                        Wash.of(far, set.palette().near()).vertical(horizon, horizon + 160));
    }

    /** A parapet to stand at. */
    private static void terrace(Carpenter set) {
        set.easel().plane(Plane.MIDDLE);
        Tone stone = Ground.snowing(set) ? Ground.snow(set) : set.palette().middle();
        set.level(stone, 0, -60, set.eyeZ() + .3, 60, 1.5);
        Ground.slabs(set, -8, 8, 1.5, 1);
        set.box(stone.times(.85), -60, 0, 1.5, 60, .95, 1.9);
        set.box(stone.times(1.05), -60, .95, 1.4, 60, 1.08, 2);
    }

    /** A flat roof with its edge, chimneys, tiled roofs beyond, and the city glittering below. */
    static void rooftop(Carpenter set) {
        Heavens.sky(set);
        depths(set);
        glow(set);
        city(set, 300, 70);
        city(set, 150, 22);
        set.easel().plane(Plane.FAR);
        for (int i = 0; i < 7; i++) {
            double z = 60 - i * 6;
            double x = set.signature().between("gable" + i, -34, 26);
            gable(set, x, z, set.signature().between("wide" + i, 8, 13), -4 + set.signature().between("h" + i, 0, 2.5),
                    i);
        }
        Ground.mist(set, 60, 30);
        set.easel().plane(Plane.MIDDLE);
        double edge = 5.5;
        Tone tiles = Ground.snowing(set) ? Ground.snow(set) : set.palette().middle().times(.9);
        set.level(tiles, 0, -7, set.eyeZ() + .3, 9, edge);
        Ground.slabs(set, -7, 9, edge, .8);
        Ground.puddles(set, Ground.raining(set) ? 5 : 0, -4, 4);
        set.box(tiles.times(.8), -7, 0, edge, 9, .45, edge + .35);
        if (Ground.raining(set)) {
            Ground.wet(set, edge, .3);
        }
        chimney(set, set.signature().between("chimney", 2.4, 3.4), 3.6);
        chimney(set, -set.signature().between("chimney2", 3, 4.4), 4.2);
        aerial(set, -2.2, 4.9);
        skylight(set);
    }

    /** A sloped pane in the roof, lit from below at night: the lamp of this stage. */
    private static void skylight(Carpenter set) {
        double x = skylightX(set.signature());
        boolean night = set.palette().mood().dark();
        Path2D pane = set.stage().face(x, .25, 3, x + 1.4, .25, 3, x + 1.4, .8, 4.1, x, .8, 4.1);
        Tone frame = set.palette().near();
        set.box(frame, x - .08, 0, 2.95, x + 1.48, .25, 4.2);
        set.easel().wash(pane, Wash.flat(night ? set.palette().lamp() : set.far(set.palette().top(), x, 3)));
        set.contour(pane, set.stage().depth(x, 3));
        set.easel()
                .wash(set.stage().face(x + .67, .25, 3, x + .73, .25, 3, x + .73, .8, 4.1, x + .67, .8, 4.1),
                        Wash.flat(frame).displace(.6));
        if (night) {
            Point2D p = set.stage().at(x + .7, .6, 3.4);
            set.easel()
                    .glow(p.getX(), p.getY(), Math.min(420, 2.6 * set.stage().metre(x, 3.4)), set.palette().lamp(), .5);
        }
    }

    private static void gable(Carpenter set, double x, double z, double wide, double top, int i) {
        Tone tile = Interiors.tinted(set, set.palette().middle(), "tile" + i);
        Tone wall = set.palette().far();
        set.box(wall.mix(set.palette().middle(), .4), x, -30, z, x + wide, top - 3, z + 6);
        Path2D slope = set.stage()
                .face(x - .4, top - 3.2, z - .3, x + wide + .4, top - 3.2, z - .3, x + wide + .4, top, z + 4, x - .4,
                        top, z + 4);
        set.shape(slope,
                set.seen(Ground.snowing(set) ? Ground.snow(set) : tile, new Spot(x, top, z), Rig.unit(0, .8, -.6)));
        set.contour(slope, set.stage().depth(x, z) * .6);
        set.box(wall, x + wide * .7, top - 2, z + 2, x + wide * .7 + .9, top + 1.4, z + 2.9);
        if (set.palette().mood().dark()) {
            Fittings.glowing(set, Flat.back(set.stage(), z - .1), x + wide * .3, top - 6, 1.2, 1.6,
                    set.palette().lamp());
        }
    }

    private static void chimney(Carpenter set, double x, double z) {
        Tone brick = Interiors.tinted(set, set.palette().middle().mix(set.palette().near(), .3), "brick");
        set.standing(brick, x - .6, z, x + .6, z + .9, 2.1);
        set.box(brick.times(.85), x - .72, 2.1, z - .1, x + .72, 2.3, z + 1);
        for (double pot : new double[]{-.35, .3}) {
            set.post(brick.times(.75), x + pot, z + .45, .16, 2.3, 2.95);
        }
        Flat front = Flat.back(set.stage(), z);
        Path2D lines = new Path2D.Double();
        for (double v = .2; v < 2.1 && !set.soft(); v += .2) {
            lines.append(front.line(x - .6, v, x + .6, v), false);
        }
        set.ink(lines, 9, .5);
    }

    private static void aerial(Carpenter set, double x, double z) {
        Path2D lines = new Path2D.Double();
        lines.append(set.line(new Spot(x, 0, z), new Spot(x, 3.2, z)), false);
        for (double y : new double[]{2.6, 2.85, 3.1}) {
            lines.append(set.line(new Spot(x - .6 + (y - 2.6), y, z), new Spot(x + .6 - (y - 2.6), y, z)), false);
        }
        set.ink(lines, 4, 1);
        Point2D foot = set.stage().at(x, 0, z);
        set.easel().shade(new Ellipse2D.Double(foot.getX() - 8, foot.getY() - 3, 16, 6), Tone.BLACK, 3, .4);
    }
}
