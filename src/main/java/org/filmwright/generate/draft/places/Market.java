package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.TimeOfDay;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Stalls under striped awnings, heaps of goods and strings of lanterns. */
final class Market {
    private static final double[] ROWS = {15, 10.6, 6.6, 3};

    private Market() {}

    /** The lanterns burn while it is not yet day. */
    static Rig lanternLight(Setup setup) {
        Rig rig = Rig.outside(setup, 60);
        TimeOfDay time = setup.staging().place().time();
        if (time == TimeOfDay.DAY || time == TimeOfDay.MORNING) {
            return rig;
        }
        List<Rig.Bulb> bulbs = new ArrayList<>();
        for (double z : ROWS) {
            bulbs.add(new Rig.Bulb(new Spot(-1.9, 2.15, z), 1.5, setup.palette().lamp()));
            bulbs.add(new Rig.Bulb(new Spot(1.9, 2.15, z - 1), 1.5, setup.palette().lamp()));
        }
        return rig.with(bulbs);
    }

    static void market(Carpenter set) {
        Heavens.sky(set);
        set.easel().plane(Plane.FAR);
        Ground.open(set, set.palette().middle().mix(set.palette().far(), .4));
        for (int i = -5; i <= 5; i++) {
            Town.frontHouse(set, i * 7 - 3.5, 7, 26, set.signature().between("house" + i, 6, 11), "house" + i);
        }
        set.easel().plane(Plane.MIDDLE);
        Ground.slabs(set, -9, 9, 22, 1);
        Ground.puddles(set, 3, -2, 2);
        Town.wetten(set, 22);
        for (int row = 0; row < ROWS.length; row++) {
            Ground.mist(set, ROWS[row]);
            stall(set, -4.9, ROWS[row], -1, "left" + row);
            stall(set, 2.1, ROWS[row], 1, "right" + row);
        }
        lanterns(set);
    }

    /** A table of crates under an awning on four poles; {@code side} says where its customers stand. */
    private static void stall(Carpenter set, double x, double z, int side, String name) {
        double wide = 2.8;
        Tone pole = set.palette().near().mix(set.palette().middle(), .4);
        if (set.stage().depth(x + 1.4, z - .6) < 1) {
            return;
        }
        set.shadow(x, z - .2, x + wide, z + 1.3, 2);
        for (double px : new double[]{x + .1, x + wide - .1}) {
            set.post(pole, px, z + 1.3, .04, 0, 2.6);
        }
        Tone cloth = Interiors.tinted(set, set.palette().middle().times(.8), name + "cloth");
        set.box(cloth, x + .1, 0, z, x + wide - .1, .82, z + 1);
        goods(set, x + .2, z, name);
        for (double px : new double[]{x + .1, x + wide - .1}) {
            set.post(pole, px, z - .1, .04, 0, 2.2);
        }
        awning(set, x, z, wide, name);
    }

    private static void awning(Carpenter set, double x, double z, double wide, String name) {
        Tone dye = Tone.hsv(set.signature().between(name + "dye", 0, 1) < .6
                ? set.signature().between(name, 5, 45)
                : set.signature().between(name, 140, 215), .34, 1);
        Tone base = set.palette().middle().mix(set.palette().far(), .6);
        Tone plain = base.mix(set.palette().light(), .25);
        Tone stripe = base.lit(dye).ofValue(base.value() * .9);
        int bands = 8;
        Path2D edge = new Path2D.Double();
        for (int i = 0; i < bands; i++) {
            double u0 = x - .15 + (wide + .3) * i / bands;
            double u1 = x - .15 + (wide + .3) * (i + 1) / bands;
            Tone tone = i % 2 == 0 ? plain : stripe;
            set.quad(tone, 84, new Spot(u0, 2.65, z + 1.4), new Spot(u1, 2.65, z + 1.4), new Spot(u1, 2.2, z - .5),
                    new Spot(u0, 2.2, z - .5));
            Flat lip = Flat.back(set.stage(), z - .5);
            set.shape(lip.poly(u0, 2.2, u1, 2.2, u1, 2.02, (u0 + u1) / 2, 1.94, u0, 2.02),
                    set.seen(tone.times(.86), new Spot(u0, 2, z - .5), Carpenter.FRONT));
        }
        edge.append(Flat.back(set.stage(), z - .5).quad(x - .15, 2.2, x + wide + .15, 2.65), false);
        set.ink(Flat.back(set.stage(), z - .5).line(x - .15, 2.2, x + wide + .15, 2.2), set.stage().depth(x, z), .9);
    }

    /** Heaps of fruit, fish and bread as rows of round blots; flowers stand up. */
    private static void goods(Carpenter set, double x, double z, String name) {
        double m = set.stage().metre(x, z);
        for (int tray = 0; tray < 4; tray++) {
            double hue = set.signature().between(name + "hue" + tray, 15, 95);
            Tone tone = set.seen(Tone.hsv(hue, .42, .75).ofValue(set.palette().far().value() * .95), new Spot(x, .9, z),
                    Carpenter.UP);
            boolean flowers = set.signature().likely(name + "flowers" + tray, .25);
            Path2D heap = new Path2D.Double();
            for (int i = 0; i < 11; i++) {
                double gx = x + tray * .62 + (i % 4) * .14 + set.signature().between(name + tray + i, 0, .06);
                double high = .84 + (i / 4) * .08 + (flowers ? .2 : 0);
                Point2D p = set.stage().at(gx, high, z + .1 + (i / 4) * .12);
                double r = (flowers ? .075 : .085) * m;
                heap.append(new Ellipse2D.Double(p.getX() - r, p.getY() - r, 2 * r, 1.8 * r), false);
            }
            set.easel().wash(heap, Wash.flat(flowers ? set.palette().light().mix(tone, .25) : tone).pool(.3));
            set.contour(heap, set.stage().depth(x, z) * 1.4);
        }
    }

    /** Strings across the lane with a lantern at every stall. */
    private static void lanterns(Carpenter set) {
        for (double z : ROWS) {
            Point2D a = set.stage().at(-2.6, 2.75, z);
            Point2D b = set.stage().at(2.6, 2.75, z);
            Point2D c = set.stage().at(0, 2.5, z);
            if (set.stage().depth(0, z) > 1.2) {
                set.easel()
                        .ink(Spline.line(a.getX(), a.getY(), c.getX(), c.getY(), b.getX(), b.getY()),
                                Ink.of(set.far(set.palette().ink(), 0, z), 1.5));
                lantern(set, -1.9, z);
                lantern(set, 1.9, z - 1);
            }
        }
    }

    private static void lantern(Carpenter set, double x, double z) {
        if (set.stage().depth(x, z) < 1) {
            return;
        }
        Point2D p = set.stage().at(x, 2.3, z);
        double r = .13 * set.stage().metre(x, z);
        boolean on = !set.rig().bulbs().isEmpty();
        Tone paper = on ? set.palette().lamp() : set.palette().light().mix(Tone.hex(0xC66A4A), .4);
        if (on) {
            set.easel().glow(p.getX(), p.getY(), Math.min(260, r * 7), set.palette().lamp(), .55);
        }
        Shape body = new Ellipse2D.Double(p.getX() - r, p.getY() - r * 1.15, 2 * r, 2.3 * r);
        set.easel()
                .wash(body, Wash.of(on ? paper.mix(Tone.WHITE, .4) : paper, paper.times(.8))
                        .vertical(p.getY() - r, p.getY() + r));
        set.easel()
                .wash(Spline.poly(p.getX() - r * .4, p.getY() - r * 1.3, p.getX() + r * .4, p.getY() - r * 1.3,
                        p.getX() + r * .4, p.getY() - r, p.getX() - r * .4, p.getY() - r),
                        Wash.flat(set.palette().near()));
    }
}
