package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Props;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** What hangs on walls and ceilings: windows, doors, pictures, shelves, lamps. */
final class Fittings {
    private static final Tone NIGHT_GLASS = Tone.hex(0x34507F);

    private Fittings() {}

    /** A window seen from inside: sky light by day, blue at night, with its cross bars. */
    static void window(Carpenter set, Flat flat, double u, double v, double wide, double high, int panes) {
        boolean dark = set.palette().mood().dark();
        Path2D pane = flat.quad(u, v, u + wide, v + high);
        if (!set.shows(pane)) {
            return;
        }
        set.flat(flat.out(.03), set.palette().near().mix(set.palette().middle(), .5), u - .07, v - .1, u + wide + .07,
                v + high + .07);
        Tone top = dark ? NIGHT_GLASS : set.palette().light();
        Tone low = dark ? NIGHT_GLASS.times(1.25) : set.palette().light().mix(set.palette().horizon(), .35);
        Carpenter.Extent box = Carpenter.Extent.of(pane);
        set.easel().wash(pane, Wash.of(top, low).vertical(box.top(), box.bottom()).bloom(.12));
        Path2D bars = new Path2D.Double();
        for (int i = 1; i < panes; i++) {
            bars.append(bar(flat, u + wide * i / panes, v, 0, high), false);
        }
        bars.append(flat.quad(u, v + high * .52, u + wide, v + high * .56), false);
        set.easel().wash(bars, Wash.flat(set.palette().near()));
        set.contour(pane, flat.depth(u));
        double glow = Math.max(box.right() - box.left(), box.bottom() - box.top());
        set.easel()
                .glow((box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2, glow * (dark ? .9 : 1.3), top,
                        dark ? .10 : .22);
    }

    private static Path2D bar(Flat flat, double u, double v, double wide, double high) {
        return flat.quad(u - .02 - wide, v, u + .02 + wide, v + high);
    }

    /** A closed door with its frame, panels and handle. */
    static void door(Carpenter set, Flat flat, double u, double wide, double high, Tone paint) {
        Path2D leaf = flat.quad(u, 0, u + wide, high);
        if (!set.shows(leaf)) {
            return;
        }
        set.flat(flat.out(.02), paint.times(.68), u - .09, 0, u + wide + .09, high + .09);
        set.flat(flat.out(.03), paint, u, 0, u + wide, high);
        if (set.soft()) {
            return;
        }
        Path2D panels = new Path2D.Double();
        panels.append(flat.quad(u + .12 * wide, high * .1, u + .88 * wide, high * .42), false);
        panels.append(flat.quad(u + .12 * wide, high * .52, u + .88 * wide, high * .92), false);
        set.contour(panels, flat.depth(u));
        set.contour(leaf, flat.depth(u));
        Point2D knob = flat.at(u + wide * .9, high * .47);
        double r = .035 * set.stage().focal() / Math.max(.5, flat.depth(u));
        set.easel()
                .wash(new Ellipse2D.Double(knob.getX() - r, knob.getY() - r, 2 * r, 2 * r),
                        Wash.flat(set.palette().near()));
    }

    /** A doorway into light (or into the night): the brightest or darkest shape of the wall. */
    static void opening(Carpenter set, Flat flat, double u, double wide, double high, Tone beyond) {
        Path2D hole = flat.quad(u, 0, u + wide, high);
        set.flat(flat.out(.02), set.palette().near(), u - .1, 0, u + wide + .1, high + .1);
        Carpenter.Extent box = Carpenter.Extent.of(hole);
        set.easel().wash(hole, Wash.of(beyond.times(.85), beyond).vertical(box.top(), box.bottom()));
    }

    /** A picture, notice board, mirror: a frame with something lighter inside. */
    static void picture(Carpenter set, Flat flat, double u, double v, double wide, double high, Tone inside) {
        set.flat(flat.out(.02), set.palette().near(), u - .04, v - .04, u + wide + .04, v + high + .04);
        set.flat(flat.out(.03), inside, u, v, u + wide, v + high);
    }

    /** Shelves full of books, jars or goods: {@code rows} of upright blocks. */
    static void shelves(Carpenter set, Flat flat, double u, double v, double wide, double high, int rows) {
        Path2D back = flat.quad(u, v, u + wide, v + high);
        if (!set.shows(back)) {
            return;
        }
        Tone wood = set.palette().near().mix(set.palette().middle(), .45);
        set.flat(flat.out(.05), wood.times(.7), u, v, u + wide, v + high);
        Path2D light = new Path2D.Double();
        Path2D dark = new Path2D.Double();
        double row = high / rows;
        for (int r = 0; r < rows; r++) {
            for (double x = u + .04; x < u + wide - .12;) {
                String name = "thing" + r + (int) (x * 50);
                double w = set.signature().between(name, .05, .17);
                double h = row * set.signature().between(name + "h", .45, .82);
                if (!set.signature().likely(name + "gap", .14)) {
                    (set.signature().likely(name + "l", .4) ? light : dark)
                            .append(flat.out(.06).quad(x, v + r * row + .03, x + w, v + r * row + .03 + h), false);
                }
                x += w + .015;
            }
        }
        double d = flat.depth(u + wide / 2);
        Tone paint = set.far(set.palette().far(), flat.spot(u, 0).x(), flat.spot(u, 0).z());
        set.easel().wash(light, Wash.flat(paint.mix(set.palette().lamp(), .12)));
        set.easel().wash(dark, Wash.flat(paint.times(.62)));
        Path2D boards = new Path2D.Double();
        for (int r = 0; r <= rows; r++) {
            boards.append(flat.out(.08).quad(u - .03, v + r * row - .02, u + wide + .03, v + r * row + .03), false);
        }
        set.easel().wash(boards, Wash.flat(wood.mix(set.palette().far(), .2)));
        set.contour(back, d);
    }

    /** A lamp on a cord with its glow, its cone and its pool on the floor: the light is lifted, not drawn. */
    static void hangingLamp(Carpenter set, Spot bulb, double ceiling, double breadth) {
        Point2D top = set.stage().at(bulb.x(), ceiling, bulb.z());
        Point2D at = set.at(bulb);
        double metre = set.stage().metre(bulb.x(), bulb.z());
        double w = breadth * metre;
        double h = w * .55;
        Tone light = set.rig().bulbs().getFirst().tone();
        pool(set, bulb.x(), bulb.z(), 2.1, light, .5);
        cone(set, at, w, metre * bulb.y(), light);
        set.easel()
                .ink(Spline.line(top.getX(), Math.min(top.getY(), at.getY() - h), at.getX(), at.getY() - h * .9),
                        Ink.of(set.palette().ink(), Math.clamp(metre * .02, 1.6, 5)));
        set.easel().glow(at.getX(), at.getY(), Math.min(420, 2.2 * w + 60), light, .55);
        set.easel().glow(at.getX(), at.getY() + h, Math.min(760, 2.2 * metre), light, .2);
        Shape shade = Spline.poly(at.getX() - w * .16, at.getY() - h, at.getX() + w * .16, at.getY() - h, at.getX() + w,
                at.getY(), at.getX() - w, at.getY());
        set.easel()
                .wash(shade, Wash.of(set.palette().near(), set.palette().near().mix(light, .12))
                        .vertical(at.getY() - h, at.getY()));
        set.easel()
                .wash(new Ellipse2D.Double(at.getX() - w, at.getY() - h * .16, 2 * w, h * .34),
                        Wash.flat(light.mix(Tone.WHITE, .6)));
        set.easel().glow(at.getX(), at.getY() + h * .3, w * 1.2, light, .5);
    }

    /** The shaft of light below a shade, fading with its own blur. */
    static void cone(Carpenter set, Point2D at, double w, double height, Tone light) {
        double low = Math.min(at.getY() + height * .8, 760);
        Shape cone = Spline.poly(at.getX() - w * .8, at.getY(), at.getX() + w * .8, at.getY(),
                at.getX() + w + height * .5, low, at.getX() - w - height * .5, low);
        set.easel().lift(cone, light, 18, .12);
    }

    /** Light lying on the floor round a spot: two ellipses. */
    static void pool(Carpenter set, double x, double z, double radius, Tone light, double strength) {
        if (set.stage().depth(x, z) < .5) {
            return;
        }
        double metre = set.stage().metre(x, z);
        set.easel().lift(ring(set, x, z, radius * 1.35), light, Math.min(46, .4 * metre), strength * .5);
        set.easel().lift(ring(set, x, z, radius * .8), light, Math.min(26, .25 * metre), strength * .7);
    }

    /** A circle on the floor. */
    static Path2D ring(Carpenter set, double x, double z, double radius) {
        int n = 20;
        double[] xyz = new double[3 * n];
        for (int i = 0; i < n; i++) {
            xyz[3 * i] = x + radius * Math.cos(2 * Math.PI * i / n);
            xyz[3 * i + 2] = z + radius * Math.sin(2 * Math.PI * i / n);
        }
        return set.stage().face(xyz);
    }

    /** A strip light or screen on a wall: a bright shape and its halo. */
    static void glowing(Carpenter set, Flat flat, double u, double v, double wide, double high, Tone light) {
        Path2D pane = flat.quad(u, v, u + wide, v + high);
        if (!set.shows(pane)) {
            return;
        }
        Carpenter.Extent box = Carpenter.Extent.of(pane);
        set.easel().wash(pane, Wash.of(light.mix(Tone.WHITE, .35), light).vertical(box.top(), box.bottom()));
        double reach = Math.max(box.right() - box.left(), box.bottom() - box.top());
        set.easel()
                .glow((box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2, Math.min(500, reach * 1.9 + 20),
                        light, .4);
    }

    /** A thing from the prop store with its middle at that spot, as large as it is in life. */
    static void thing(Carpenter set, Props.Prop prop, double x, double y, double z) {
        if (set.stage().depth(x, z) < .8) {
            return;
        }
        Point2D p = set.stage().at(x, y, z);
        double high = prop.height() * set.stage().metre(x, z);
        prop.paint(set.easel(), new Props.Pose(p.getX(), p.getY(), high, 0, set.signature().seed()), set.palette(),
                set.rig().light(set.stage(), set.palette()));
    }
}
