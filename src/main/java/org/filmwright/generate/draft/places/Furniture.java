package org.filmwright.generate.draft.places;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;

/** What stands on floors, put together from boxes: all measures in metres, x and z of the near left corner. */
final class Furniture {
    private Furniture() {}

    /** A table: a slab on four legs, or closed as a counter. */
    static void table(Carpenter set, Tone paint, double x, double z, double wide, double deep, double high) {
        set.shadow(x, z, x + wide, z + deep, high);
        double leg = .06;
        for (double lx : new double[]{x + .04, x + wide - .1}) {
            for (double lz : new double[]{z + deep - .1, z + .04}) {
                set.box(paint.times(.75), lx, 0, lz, lx + leg, high - .05, lz + leg);
            }
        }
        set.box(paint, x, high - .06, z, x + wide, high, z + deep);
    }

    /** A chair with its back away from the camera or, turned, to one side. */
    static void chair(Carpenter set, Tone paint, double x, double z, int turned) {
        double w = .44;
        set.shadow(x, z, x + w, z + w, .5);
        for (double lx : new double[]{x, x + w - .05}) {
            for (double lz : new double[]{z + w - .05, z}) {
                set.box(paint.times(.75), lx, 0, lz, lx + .05, .44, lz + .05);
            }
        }
        if (turned == 0) {
            set.box(paint.times(.9), x, .44, z + w - .05, x + w, .95, z + w);
        }
        set.box(paint, x, .42, z, x + w, .48, z + w);
        if (turned != 0) {
            double bx = turned > 0 ? x + w - .05 : x;
            set.box(paint.times(.9), bx, .44, z, bx + .05, .95, z + w);
        }
    }

    static void armchair(Carpenter set, Tone paint, double x, double z, double wide) {
        set.shadow(x, z, x + wide, z + .8, .5);
        set.box(paint.times(.9), x, .1, z + .62, x + wide, .9, z + .82);
        set.box(paint, x + .1, .1, z + .05, x + wide - .1, .46, z + .65);
        set.box(paint.times(.95), x, .1, z, x + .18, .64, z + .8);
        set.box(paint.times(.95), x + wide - .18, .1, z, x + wide, .64, z + .8);
    }

    /** A bed with its head against the wall at the far end, pillow and turned-down sheet. */
    static void bed(Carpenter set, Tone cover, double x, double z, double wide, double longer) {
        Tone sheet = cover.mix(Tone.WHITE, set.palette().mood().dark() ? .12 : .5);
        set.shadow(x, z, x + wide, z + longer, .5);
        set.box(set.palette().near(), x - .05, 0, z + longer, x + wide + .05, 1.05, z + longer + .08);
        set.box(cover.times(.75), x, .12, z, x + wide, .34, z + longer);
        set.box(cover, x - .02, .34, z - .02, x + wide + .02, .56, z + longer * .72);
        set.box(sheet, x, .34, z + longer * .72, x + wide, .54, z + longer);
        int pillows = wide > 1.3 ? 2 : 1;
        double w = wide / pillows;
        for (int i = 0; i < pillows; i++) {
            set.box(sheet.mix(Tone.WHITE, .2), x + i * w + .1, .54, z + longer - .5, x + (i + 1) * w - .1, .68,
                    z + longer - .08);
        }
    }

    /** A chest, cupboard or machine: a box with door lines. */
    static void cabinet(Carpenter set, Tone paint, double x, double z, double wide, double deep, double high) {
        set.standing(paint, x, z, x + wide, z + deep, high);
        if (set.soft()) {
            return;
        }
        Flat front = Flat.back(set.stage(), z);
        Path2D lines = new Path2D.Double();
        int doors = (int) Math.max(1, Math.round(wide / .65));
        for (int i = 0; i < doors; i++) {
            double u = x + wide * i / doors;
            lines.append(front.quad(u + .05, .1, u + wide / doors - .05, high - .08), false);
        }
        set.contour(lines, set.stage().depth(x, z));
    }

    /** A wooden crate with battens: the lid edge, two uprights and the boards between. */
    static void crate(Carpenter set, Tone paint, double x, double z, double size, double base) {
        if (base == 0) {
            set.shadow(x, z, x + size, z + size, size);
        }
        set.box(paint, x, base, z, x + size, base + size * .86, z + size);
        if (set.soft()) {
            return;
        }
        double side = set.eyeX() > x + size ? x + size : x;
        for (Flat face : new Flat[]{Flat.back(set.stage(), z), Flat.side(set.stage(), side)}) {
            double u = face.ux() == 1 ? x : z;
            Path2D lines = new Path2D.Double();
            for (int i = 1; i < 4; i++) {
                lines.append(face.line(u, base + size * .86 * i / 4, u + size, base + size * .86 * i / 4), false);
            }
            for (double t : new double[]{.12, .88}) {
                lines.append(face.line(u + size * t, base, u + size * t, base + size * .86), false);
            }
            boolean visible = face.ux() == 1 || set.eyeX() > x + size || set.eyeX() < x;
            if (visible) {
                set.ink(lines, set.stage().depth(x, z), .6);
            }
        }
    }

    /** An upright barrel or drum. */
    static void barrel(Carpenter set, Tone paint, double x, double z, double radius, double high) {
        set.shadow(x - radius, z - radius, x + radius, z + radius, high);
        set.post(paint, x, z, radius, 0, high);
        Point2D top = set.stage().at(x, high, z);
        double r = radius * set.stage().metre(x, z);
        double flat = r
                * Math.clamp((set.stage().cameraHeight() - high) / Math.max(1, set.stage().depth(x, z)), .03, .5);
        set.easel()
                .wash(new Ellipse2D.Double(top.getX() - r, top.getY() - flat, 2 * r, 2 * flat),
                        Wash.flat(set.far(paint.times(1.25), x, z)));
    }

    /** A long seat with a back, as in churches, trains and waiting rooms. */
    static void bench(Carpenter set, Tone paint, double x, double z, double wide) {
        set.shadow(x, z, x + wide, z + .5, .5);
        set.box(paint.times(.75), x + .05, .4, z + .46, x + .13, .98, z + .5);
        set.box(paint.times(.75), x + wide - .13, .4, z + .46, x + wide - .05, .98, z + .5);
        for (double y : new double[]{.56, .72, .88}) {
            set.box(paint.times(.9), x, y, z + .42, x + wide, y + .1, z + .46);
        }
        set.box(paint, x, .38, z, x + wide, .46, z + .45);
        set.box(paint.times(.8), x, 0, z + .05, x + .08, .4, z + .45);
        set.box(paint.times(.8), x + wide - .08, 0, z + .05, x + wide, .4, z + .45);
    }
}
