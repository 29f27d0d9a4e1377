package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.SplittableRandom;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Trains and cars: from the platform, and from the seats inside. */
final class Trains {
    private Trains() {}

    private static boolean dark(Carpenter set) {
        return set.palette().mood().dark();
    }

    private static Tone plush(Carpenter set) {
        Tone base = set.palette().middle().mix(set.palette().far(), .25);
        return base.lit(Tone.hsv(set.signature().pick("seat", 4) * 80 + 5, .2, 1)).ofValue(base.value());
    }

    /** A train standing along the depth beyond the platform edge. */
    static void waiting(Carpenter set, double x, double z0) {
        Tone paint = Tone.hsv(set.signature().pick("livery", 5) * 70 + 10, .3, 1)
                .lit(set.palette().middle())
                .ofValue(set.palette().middle().value());
        Flat side = Flat.side(set.stage(), x);
        set.box(paint, x, .1, z0, x + 2.8, 3.5, 44);
        set.flat(side.out(.02), paint.times(.7), z0, .1, 44, .75);
        set.flat(side.out(.02), set.palette().light().mix(paint, .45), z0, 1.05, 44, 1.16);
        Path2D windows = new Path2D.Double();
        for (double z = z0 + 1.6; z < 42; z += 1.9) {
            windows.append(side.out(.03).quad(z, 1.4, z + 1.3, 2.5), false);
        }
        Tone glass = dark(set) ? set.palette().lamp() : set.palette().near().mix(set.palette().top(), .35);
        set.easel().wash(windows, Wash.flat(glass));
        if (dark(set)) {
            set.easel().lift(windows, set.palette().lamp(), 12, .4);
        }
        Flat front = Flat.back(set.stage(), z0 - .02);
        set.shape(front.poly(x + .3, 1.5, x + 2.5, 1.5, x + 2.4, 2.9, x + .4, 2.9), set.palette().near());
        for (double u : new double[]{x + .45, x + 2.35}) {
            Point2D lamp = front.at(u, .95);
            double m = set.stage().metre(x, z0);
            set.easel()
                    .wash(new Ellipse2D.Double(lamp.getX() - .12 * m, lamp.getY() - .12 * m, .24 * m, .24 * m),
                            Wash.flat(set.palette().lamp().mix(Tone.WHITE, .5)));
            set.easel().glow(lamp.getX(), lamp.getY(), .9 * m, set.palette().lamp(), dark(set) ? .9 : .35);
        }
    }

    static Rig carriageLight(Setup setup) {
        Rig rig = Rig.inside(setup, 20);
        boolean night = setup.palette().mood().dark();
        return night
                ? rig.with(new Rig.Bulb(new Spot(0, 2.3, 1.5), 2, setup.palette().lamp()))
                        .with(new Rig.Bulb(new Spot(0, 2.3, 6), 2, setup.palette().lamp()))
                : rig.with(new Rig.Bulb(new Spot(-1.3, 1.4, 1.6), 1.9, setup.palette().light()));
    }

    /** The aisle between seats, windows with a land that flies past, racks, a door at the end. */
    static void carriage(Carpenter set) {
        Tone wall = set.palette().far().mix(set.palette().middle(), .3);
        Room room = new Room(set, -1.5, 1.5, 11, 2.4, wall, set.palette().middle()).shell(Room.Finish.PLASTER);
        Fittings.door(set, room.back(), -.42, .84, 2, set.palette().middle());
        for (int side = -1; side <= 1; side += 2) {
            if (side < 0 ? room.seesLeft() : room.seesRight()) {
                windows(set, side);
            }
        }
        Path2D strip = set.stage()
                .face(-.16, 2.38, set.eyeZ() + .5, .16, 2.38, set.eyeZ() + .5, .16, 2.38, 11, -.16, 2.38, 11);
        set.easel()
                .wash(strip, Wash.flat(dark(set) ? set.palette().lamp().mix(Tone.WHITE, .3) : set.palette().light()));
        set.easel().lift(strip, set.palette().lamp(), 24, dark(set) ? .6 : .2);
        set.easel().plane(Plane.MIDDLE);
        for (double z = 9.4; z > Math.max(.7, set.eyeZ() + 1); z -= 1.55) {
            seats(set, -1.45, z);
            seats(set, .5, z);
        }
        room.gather(dark(set) ? .5 : .25);
    }

    private static void windows(Carpenter set, int side) {
        Flat flat = Flat.side(set.stage(), side * 1.47);
        double front = Math.max(set.eyeZ() + .6, -4);
        Tone sky = dark(set) ? Tone.hex(0x1A2740) : set.palette().light();
        Tone land = dark(set) ? Tone.hex(0x0C1322) : Tone.hex(0x9BA892);
        for (double z = 9.2; z > front; z -= 1.55) {
            Path2D pane = flat.quad(z, .95, z + 1.25, 1.85);
            if (!set.shows(pane)) {
                continue;
            }
            Carpenter.Extent box = Carpenter.Extent.of(pane);
            Mask mask = set.easel().mask(pane);
            set.easel().wash(mask, Wash.of(sky, sky.times(.92)).vertical(box.top(), box.bottom()));
            double at = z;
            set.easel().within(mask, () -> {
                set.easel()
                        .wash(flat.quad(at, .95, at + 1.25, 1.24 + .1 * Math.sin(at)),
                                Wash.flat(land).displace(5).streak(0, .25));
                Path2D speed = new Path2D.Double();
                for (int i = 0; i < 4; i++) {
                    speed.append(flat.line(at, 1.05 + i * .16, at + 1.25, 1.05 + i * .16), false);
                }
                set.easel().ink(speed, Ink.of(land.mix(sky, .4), 3).opacity(.5).dry(.4));
            });
            set.contour(pane, flat.depth(z));
            if (!dark(set)) {
                set.easel()
                        .glow((box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2,
                                Math.min(300, (box.bottom() - box.top()) * 1.2), sky, .25);
            }
        }
        set.flat(Flat.side(set.stage(), side * 1.2), set.palette().near().mix(set.palette().middle(), .5), front, 1.98,
                10.6, 2.05);
    }

    private static void seats(Carpenter set, double x, double z) {
        Tone cloth = plush(set);
        set.shadow(x, z, x + .95, z + .6, .4);
        set.box(cloth.times(.9), x, .4, z + .45, x + .95, 1.25, z + .6);
        set.box(set.palette().light().mix(cloth, .3), x + .1, 1.05, z + .43, x + .85, 1.27, z + .45);
        set.box(cloth, x, .3, z, x + .95, .48, z + .5);
    }

    static Rig carLight(Setup setup) {
        boolean night = setup.palette().mood().dark();
        Rig rig = Rig.inside(setup, 12);
        return rig.with(new Rig.Bulb(new Spot(setup.idea().lightSide() * 1.4, 1.5, .6), 1.3,
                night ? setup.palette().lamp() : setup.palette().light()));
    }

    /** Seen through the windscreen: seats and headrests, the street in the rear window, pillars. */
    static void car(Carpenter set) {
        double w = set.easel().width();
        set.easel().plane(Plane.SKY);
        set.easel()
                .wash(Heavens.rectangle(set, -100, 860),
                        Wash.flat(set.palette().near().mix(set.palette().middle(), .4)));
        Mask glass = set.easel().mask(panes(w));
        set.easel().within(glass, () -> outside(set));
        set.easel().plane(Plane.FAR);
        Path2D frame = panes(w);
        set.contour(frame, 1);
        set.easel().rim(glass, set.rig().from().x(), -.5, 4, set.palette().light(), dark(set) ? .2 : .4);
        set.easel().plane(Plane.MIDDLE);
        Tone seat = plush(set).mix(set.palette().near(), .3);
        for (double x : new double[]{w * .29, w * .71}) {
            headrest(set, x, seat);
        }
    }

    private static void headrest(Carpenter set, double x, Tone seat) {
        Tone lit = set.rig().on(seat, new Spot(0, 1.2, .4), Carpenter.FRONT);
        Shape back = Spline.blob(x - 170, 800, x - 178, 520, x - 130, 420, x, 404, x + 130, 420, x + 178, 520, x + 170,
                800);
        Shape rest = Spline.blob(x - 84, 396, x - 88, 316, x - 50, 292, x + 50, 292, x + 88, 316, x + 84, 396);
        set.easel().wash(back, Wash.of(lit, lit.times(.55)).vertical(404, 740).streak(80, .14));
        set.contour(back, 1);
        set.easel().wash(rest, Wash.of(lit.times(1.1), lit.times(.7)).vertical(290, 400).streak(80, .14));
        set.contour(rest, 1);
    }

    /** What goes by behind the panes: road and land by day, lights out of focus at night. */
    private static void outside(Carpenter set) {
        double w = set.easel().width();
        Tone top = dark(set) ? Tone.hex(0x141F36) : set.palette().light();
        Tone low = dark(set) ? Tone.hex(0x24344F) : Tone.hex(0xA9B0AC);
        set.easel().wash(Heavens.rectangle(set, 0, 520), Wash.of(top, low).vertical(80, 420));
        set.easel().wash(Spline.poly(w * .3, 470, w * .47, 300, w * .53, 300, w * .7, 470), Wash.flat(low.times(.62)));
        SplittableRandom random = set.setup().place();
        for (int i = 0; i < 13; i++) {
            double x = random.nextDouble(0, w);
            double high = random.nextDouble(60, 200) * (.35 + Math.abs(x / w - .5) * 1.6);
            double wide = random.nextDouble(50, 130);
            set.easel()
                    .wash(Spline.poly(x, 330, x, 330 - high, x + wide, 330 - high, x + wide, 330),
                            Wash.flat(low.times(random.nextDouble(.55, .85))).blur(5).opacity(.8));
        }
        for (int i = 0; i < 16 && dark(set); i++) {
            double r = random.nextDouble(7, 20);
            Tone light = i % 3 == 0 ? Tone.hex(0xFF8A6A) : i % 3 == 1 ? set.palette().lamp() : Tone.hex(0xBFD7F2);
            double x = random.nextDouble(0, w);
            double y = random.nextDouble(180, 360);
            set.easel().lift(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), light, 3, .5);
        }
    }

    /** Dashboard and wheel between us and the seats. */
    static void dashboard(Carpenter set) {
        double w = set.easel().width();
        Tone dark = set.palette().ink();
        Shape board = Spline.blob(-140, 820, -140, 640, w * .2, 612, w * .5, 604, w * .8, 612, w + 140, 640, w + 140,
                820);
        Mask mask = set.easel().mask(board);
        set.easel().wash(mask, Wash.of(set.palette().near(), dark).vertical(600, 720));
        set.easel().rim(mask, 0, -1, 4, set.palette().light(), .35);
        double x = w * .71;
        Path2D wheel = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        wheel.append(new Ellipse2D.Double(x - 150, 560, 300, 250), false);
        wheel.append(new Ellipse2D.Double(x - 126, 582, 252, 206), false);
        Mask ring = set.easel().mask(wheel);
        set.easel().wash(ring, Wash.flat(dark));
        set.easel().rim(ring, set.rig().from().x(), -.8, 4, set.palette().light(), .5);
    }

    /** The rear window and two side windows, in board units. */
    private static Path2D panes(double w) {
        Path2D all = new Path2D.Double();
        all.append(Spline.blob(w * .27, 330, w * .3, 150, w * .5, 136, w * .7, 150, w * .73, 330, w * .5, 344), false);
        all.append(Spline.poly(-40, 90, w * .17, 130, w * .215, 360, -40, 400), false);
        all.append(Spline.poly(w + 40, 90, w * .83, 130, w * .785, 360, w + 40, 400), false);
        return all;
    }
}
