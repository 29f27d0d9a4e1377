package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.props.PropKind;
import org.filmwright.generate.draft.props.PropStore;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Rooms that belong to everybody: corridor, stairs, bar, church, shop, station. */
final class Halls {
    private Halls() {}

    private static boolean dark(Carpenter set) {
        return set.palette().mood().dark();
    }

    private static Tone wood(Carpenter set) {
        return set.palette().middle().mix(set.palette().near(), .35).lit(Tone.hex(0xFFE3C4));
    }

    /** Lamps along the ceiling. */
    static Rig corridorLight(Setup setup) {
        Rig rig = Rig.inside(setup, 24);
        Tone tone = setup.palette().mood().dark() ? setup.palette().lamp() : setup.palette().light();
        List<Rig.Bulb> bulbs = new ArrayList<>();
        for (double z = 1.5; z < 14; z += 4) {
            bulbs.add(new Rig.Bulb(new Spot(0, 2.5, z), 1.6, tone));
        }
        return rig.with(bulbs);
    }

    static Rig barLight(Setup setup) {
        Rig rig = Rig.inside(setup, 18);
        return rig.with(List.of(new Rig.Bulb(new Spot(.2, 2, 2.6), 1.5, setup.palette().lamp()),
                new Rig.Bulb(new Spot(-1.8, 2, 2.6), 1.5, setup.palette().lamp()),
                new Rig.Bulb(new Spot(2.2, 2, 2.6), 1.5, setup.palette().lamp())));
    }

    static Rig churchLight(Setup setup) {
        Tone window = setup.palette().mood().dark() ? Tone.hex(0x5B74B4) : setup.palette().light();
        return Rig.inside(setup, 40)
                .with(List.of(new Rig.Bulb(new Spot(0, 5, 16), 6, window),
                        new Rig.Bulb(new Spot(0, 1.6, 15), 2.5, setup.palette().lamp())));
    }

    /** Doors along both walls, lamps overhead, a light at the end. */
    static void corridor(Carpenter set) {
        Tone wall = Interiors.tinted(set, set.palette().far(), "wall");
        Room room = Room.of(set, 2.7, 15, 2.7, wall, set.palette().middle()).shell(Room.Finish.WAINSCOT).slabs(.9);
        double u = (room.left() + room.right()) / 2;
        Tone beyond = dark(set) ? set.palette().lamp().times(.9) : set.palette().light();
        Fittings.opening(set, room.back(), u - .5, 1, 2.1, beyond);
        Tone paint = wood(set);
        for (double z = 12; z > set.eyeZ() + 1; z -= 3.1) {
            if (room.seesLeft()) {
                Fittings.door(set, room.leftWall().out(-.02), z, .95, 2.1, paint);
            }
            if (room.seesRight()) {
                Fittings.door(set, room.rightWall().out(.02), z + .6, .95, 2.1, paint);
            }
        }
        set.rig().bulbs().reversed().forEach(bulb -> ceilingLamp(set, bulb));
        Point2D end = set.stage().at(u, 1.1, 15);
        set.easel().glow(end.getX(), end.getY(), 260, beyond, .5);
        set.easel().lift(set.stage().floor(u - .5, 5, u + .5, 15), beyond, 14, .25);
    }

    private static void ceilingLamp(Carpenter set, Rig.Bulb bulb) {
        if (set.stage().depth(bulb.at().x(), bulb.at().z()) < .8) {
            return;
        }
        Point2D p = set.stage().at(0, 2.6, bulb.at().z());
        double m = set.stage().metre(0, bulb.at().z());
        set.easel()
                .wash(new Ellipse2D.Double(p.getX() - .2 * m, p.getY() - .06 * m, .4 * m, .16 * m),
                        Wash.flat(bulb.tone().mix(Tone.WHITE, .5)));
        set.easel().glow(p.getX(), p.getY(), Math.min(400, 1.7 * m), bulb.tone(), dark(set) ? .45 : .2);
        Fittings.pool(set, 0, bulb.at().z(), .9, bulb.tone(), dark(set) ? .3 : .12);
    }

    /** A flight of steps up to a landing with a window, banisters on the open side. */
    static void stairs(Carpenter set) {
        Tone wall = Interiors.tinted(set, set.palette().far(), "wall");
        Room room = Room.of(set, 6.4, 6.2, 6.5, wall, set.palette().middle()).shell(Room.Finish.WAINSCOT).slabs(.8);
        int way = set.signature().likely("way", .5) ? 1 : -1;
        Fittings.window(set, room.back(), way * 1.6 - .6, 3.4, 1.2, 2, 2);
        room.gather(dark(set) ? .7 : .4);
        set.easel().plane(Plane.MIDDLE);
        Tone stone = wood(set).mix(set.palette().far(), .3);
        int steps = 12;
        double x0 = way * .3;
        for (int i = steps - 1; i >= 0; i--) {
            double a = x0 + way * i * .3;
            double b = x0 + way * (steps * .3 + 1.6);
            set.box(stone.times(.86 + .02 * i), Math.min(a, b), i * .18, 3.4, Math.max(a, b), (i + 1) * .18, 5);
        }
        Path2D rails = new Path2D.Double();
        for (int i = 0; i < steps; i++) {
            double x = x0 + way * (i + .5) * .3;
            rails.append(set.line(new Spot(x, (i + 1) * .18, 3.4), new Spot(x, (i + 1) * .18 + .85, 3.4)), false);
        }
        set.easel().ink(rails, Ink.of(set.palette().near(), 3.4).dry(.02));
        Point2D low = set.stage().at(x0, 1.05, 3.4);
        Point2D top = set.stage().at(x0 + way * steps * .3, 1 + steps * .18, 3.4);
        set.easel()
                .ink(Spline.line(low.getX(), low.getY(), top.getX(), top.getY()),
                        Ink.of(set.palette().near(), 8).dry(0));
        set.post(wood(set), x0 - way * .1, 3.38, .09, 0, 1.25);
        if (dark(set)) {
            Fittings.hangingLamp(set, set.rig().bulbs().getFirst().at(), 6, .3);
        }
    }

    /** A long counter with stools, a wall of lit bottles, lamps in a row. */
    static void bar(Carpenter set) {
        Tone wall = Interiors.tinted(set, set.palette().far().times(.9), "wall");
        Room room = Room.of(set, 8, 4.2, 2.9, wall, wood(set)).shell(Room.Finish.WAINSCOT).boards(.4);
        double u = set.signature().between("bar", -2.8, -2);
        Fittings.glowing(set, room.back().out(.02), u, 1.1, 4.6, 1.35,
                set.palette().lamp().times(dark(set) ? .55 : .7));
        Fittings.shelves(set, room.back(), u, 1.1, 2.2, 1.35, 3);
        Fittings.shelves(set, room.back(), u + 2.4, 1.1, 2.2, 1.35, 3);
        room.gather(dark(set) ? .75 : .5);
        set.easel().plane(Plane.MIDDLE);
        Furniture.cabinet(set, wood(set), u - .5, 2.9, 5.6, .6, 1.08);
        set.box(wood(set).times(1.25), u - .6, 1.08, 2.8, u + 5.2, 1.16, 3.6);
        for (double x = u; x < u + 5; x += .95) {
            stool(set, x, 2.45);
        }
        Furniture.table(set, wood(set), 2.6, 1.3, .8, .8, .76);
        Furniture.chair(set, wood(set), 2.8, 2.1, 0);
        for (Rig.Bulb bulb : set.rig().bulbs()) {
            Fittings.hangingLamp(set, bulb.at(), 2.9, .2);
        }
    }

    private static void stool(Carpenter set, double x, double z) {
        Tone iron = set.palette().near();
        set.shadow(x - .15, z - .15, x + .15, z + .15, .6);
        set.post(iron, x, z, .03, 0, .72);
        set.post(iron, x, z, .15, 0, .04);
        set.box(wood(set), x - .17, .7, z - .17, x + .17, .78, z + .17);
    }

    /** Pillars and arches to a tall window over the altar, pews, candles, light falling through the nave. */
    static void church(Carpenter set) {
        Tone stone = set.palette().far();
        Room room = Room.of(set, 9, 17, 9, stone, set.palette().middle()).shell(Room.Finish.PLASTER).slabs(1.1);
        Flat back = room.back();
        double c = (room.left() + room.right()) / 2;
        Tone glass = set.rig().bulbs().getFirst().tone();
        for (double u : new double[]{c - 2.6, c, c + 2.6}) {
            glassWindow(set, back.out(.05), u, u == c ? 1.3 : .8, u == c ? 3 : 2.6, u == c ? 7.6 : 6);
        }
        set.easel().plane(Plane.MIDDLE);
        for (double z = 15; z > set.eyeZ() + 1.5; z -= 3.4) {
            arch(set, room, z);
        }
        Point2D altar = set.stage().at(c, 4.5, 17);
        set.easel().glow(altar.getX(), altar.getY(), 380, glass, .4);
        set.box(stone.mix(set.palette().light(), .3), c - 1.2, 0, 14.4, c + 1.2, 1, 15.2);
        candles(set, c);
        for (double z = 12.6; z > set.eyeZ() + 1.4; z -= 1.25) {
            if (z > 1 || z < -1.2) {
                pews(set, c, z);
            }
        }
        shaft(set, room, glass);
        room.gather(dark(set) ? .6 : .3);
    }

    private static void glassWindow(Carpenter set, Flat flat, double u, double half, double v0, double v1) {
        Path2D pane = flat.arch(u - half, v0, u + half, v1);
        Tone light = set.rig().bulbs().getFirst().tone();
        Carpenter.Extent box = Carpenter.Extent.of(pane);
        set.easel().wash(pane, Wash.of(light.mix(Tone.WHITE, .25), light.times(.85)).vertical(box.top(), box.bottom()));
        set.easel().within(set.easel().mask(pane), () -> {
            for (int i = 0; i < 10; i++) {
                Tone tint = Tone.hsv(set.signature().between("glass" + u + i, 0, 360), .4, .9);
                double x = u - half + (i % 3) * half * .7;
                double y = v0 + (i / 3) * (v1 - v0) / 3.5;
                set.easel().shade(flat.quad(x, y, x + half * .66, y + (v1 - v0) / 3.8), tint, 0, .6);
            }
            Path2D leads = new Path2D.Double();
            leads.append(flat.line(u, v0, u, v1), false);
            for (double v = v0; v < v1; v += .8) {
                leads.append(flat.line(u - half, v, u + half, v), false);
            }
            set.easel().ink(leads, Ink.of(set.palette().ink(), 2.2).dry(0));
        });
    }

    private static void arch(Carpenter set, Room room, double z) {
        Tone stone = set.palette().far().mix(set.palette().middle(), .3);
        double[] x = {room.left() + 1.6, room.right() - 1.6};
        Flat flat = Flat.back(set.stage(), z);
        double c = (x[0] + x[1]) / 2;
        Path2D wall = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        wall.append(flat.quad(room.left(), 5, room.right(), 9), false);
        wall.append(flat.arch(x[0], 5 - .01, x[1], 8.4), false);
        Tone tone = set.seen(stone, new Spot(c, 7, z), Carpenter.FRONT);
        set.easel().wash(wall, Wash.of(tone.times(.8), tone).vertical(flat.at(0, 9).getY(), flat.at(0, 5).getY()));
        set.contour(wall, set.stage().depth(0, z));
        for (double px : x) {
            set.shadow(px - .3, z - .3, px + .3, z + .3, 2);
            set.post(stone, px, z, .3, 0, 5);
            set.box(stone.times(.95), px - .42, 4.8, z - .4, px + .42, 5.05, z + .4);
            set.box(stone.times(.9), px - .42, 0, z - .4, px + .42, .35, z + .4);
        }
    }

    private static void pews(Carpenter set, double c, double z) {
        Furniture.bench(set, wood(set), c - 3.3, z, 2.3);
        Furniture.bench(set, wood(set), c + 1, z, 2.3);
    }

    private static void candles(Carpenter set, double c) {
        for (double x : new double[]{-.9, -.6, .6, .9}) {
            Point2D p = set.stage().at(c + x, 1.35, 14.8);
            double m = set.stage().metre(c, 14.8);
            set.easel()
                    .wash(new Ellipse2D.Double(p.getX() - .04 * m, p.getY(), .08 * m, .36 * m),
                            Wash.flat(set.palette().light()));
            set.easel().glow(p.getX(), p.getY(), 34, set.palette().lamp(), .9);
        }
    }

    private static void shaft(Carpenter set, Room room, Tone light) {
        double side = set.rig().from().x() < 0 ? -1 : 1;
        Point2D a = set.stage().at(side < 0 ? room.left() : room.right(), 7, 9);
        Point2D b = set.stage().at(-side * .5, 0, 4);
        Shape beam = Spline.poly(a.getX(), a.getY() - 60, a.getX(), a.getY() + 60, b.getX() - 150, b.getY(),
                b.getX() + 150, b.getY());
        set.easel().lift(beam, light, 26, .16);
    }

    /** Shelves to the ceiling, a counter with a till, goods in the window. */
    static void shop(Carpenter set) {
        Tone wall = Interiors.tinted(set, set.palette().far(), "wall");
        Room room = Room.of(set, 7.4, 3.8, 3, wall, set.palette().middle().mix(set.palette().far(), .3))
                .shell(Room.Finish.PLASTER)
                .slabs(.6);
        double u = set.signature().likely("window", .5) ? -2.9 : 1.1;
        Fittings.window(set, room.back(), u, .7, 1.9, 1.7, 1);
        if (!dark(set)) {
            room.sunPatch(room.back(), u, u + 1.9, .7, 2.4);
        }
        double s = u < 0 ? -.6 : -3.2;
        Fittings.shelves(set, room.back(), s, .1, 1.8, 2.4, 6);
        Fittings.shelves(set, room.back(), s + 1.95, .1, 1.8, 2.4, 6);
        if (room.seesLeft()) {
            Fittings.shelves(set, room.leftWall().out(-.1), -.4, .1, 3.4, 2.2, 5);
        }
        if (room.seesRight()) {
            Fittings.shelves(set, room.rightWall().out(.1), -.4, .1, 3.4, 2.2, 5);
        }
        room.gather(dark(set) ? .65 : .3);
        set.easel().plane(Plane.MIDDLE);
        double x = u < 0 ? -.2 : -2.4;
        Furniture.cabinet(set, wood(set), x, 2, 2.6, .6, .95);
        set.box(set.palette().near(), x + .3, .95, 2.15, x + .75, 1.25, 2.5);
        set.box(set.palette().middle(), x + .33, 1.25, 2.35, x + .72, 1.42, 2.5);
        if (dark(set)) {
            Fittings.hangingLamp(set, set.rig().bulbs().getFirst().at(), 3, .26);
        }
    }

    static Rig platformLight(Setup setup) {
        Rig rig = Rig.outside(setup, 60);
        Tone lamp = setup.palette().mood().dark() ? setup.palette().lamp() : setup.palette().light();
        return rig.with(List.of(new Rig.Bulb(new Spot(-1.6, 3.3, 2.5), 2.2, lamp),
                new Rig.Bulb(new Spot(-1.6, 3.3, 8.5), 2.2, lamp), new Rig.Bulb(new Spot(-1.6, 3.3, 14.5), 2.2, lamp)));
    }

    /** A platform under a canopy on columns, a train with lit windows, the clock, benches. */
    static void station(Carpenter set) {
        Heavens.sky(set);
        Skyline.city(set, 120, 10);
        Ground.open(set, set.palette().middle().times(.75));
        set.easel().plane(Plane.MIDDLE);
        double edge = 1.9;
        Ground.rails(set, edge + 1.6, set.eyeZ() + .5, 60);
        Trains.waiting(set, edge + .35, 5);
        Tone stone = set.palette().middle().mix(set.palette().far(), .4);
        set.flat(Flat.side(set.stage(), edge), stone.times(.5), set.eyeZ() + .4, -.9, 60, 0);
        set.level(stone, 0, -5.2, set.eyeZ() + .4, edge, 60);
        set.level(set.palette().light().mix(stone, .35), .005, edge - .5, set.eyeZ() + .4, edge - .35, 60);
        Ground.slabs(set, -5, edge - .5, 40, 1.2);
        set.flat(Flat.side(set.stage(), -5.2), stone.times(.9), set.eyeZ() + .4, 0, 60, 4.4);
        Path2D roof = set.stage()
                .face(-5.2, 4.4, set.eyeZ() + .5, -5.2, 4.4, 55, .9, 3.9, 55, .9, 3.9, set.eyeZ() + .5);
        set.easel()
                .wash(roof, Wash.of(set.palette().near(), set.far(set.palette().middle(), 0, 30))
                        .vertical(0, set.stage().horizon()));
        for (double z = 26.5; z > set.eyeZ() + 1; z -= 6) {
            if (Math.abs(z - 2.5) > .1 || set.stage().distance() > 6) {
                column(set, -1.6, z);
            }
        }
        clock(set);
        Furniture.bench(set, wood(set), -4.6, 4.4, 1.9);
        Furniture.bench(set, wood(set), -4.6, 9, 1.9);
        Ground.mist(set, 20, 9);
    }

    private static void column(Carpenter set, double x, double z) {
        Tone iron = set.palette().near().mix(set.palette().middle(), .35);
        set.shadow(x - .15, z - .15, x + .15, z + .15, 1.5);
        set.post(iron, x, z, .11, 0, 4.1);
        set.post(iron, x, z, .2, 0, .5);
        Path2D braces = new Path2D.Double();
        braces.append(set.line(new Spot(x, 3.2, z), new Spot(x + 1.1, 3.95, z)), false);
        braces.append(set.line(new Spot(x, 3.2, z), new Spot(x - 1.1, 4.1, z)), false);
        set.easel().ink(braces, Ink.of(set.far(iron, x, z), 4).dry(0));
        Point2D lamp = set.stage().at(x, 3.3, z);
        double m = set.stage().metre(x, z);
        if (dark(set)) {
            set.easel().glow(lamp.getX(), lamp.getY(), Math.min(420, 2.2 * m), set.palette().lamp(), .5);
            Fittings.pool(set, x, z, 1.3, set.palette().lamp(), .25);
        }
        set.easel()
                .wash(new Ellipse2D.Double(lamp.getX() - .14 * m, lamp.getY() - .14 * m, .28 * m, .28 * m),
                        Wash.flat(dark(set) ? set.palette().lamp().mix(Tone.WHITE, .5) : set.palette().light()));
    }

    private static void clock(Carpenter set) {
        Point2D p = set.stage().at(-.2, 3.4, 5.5);
        set.easel()
                .ink(Spline.line(p.getX(), p.getY() - 200, p.getX(), p.getY()), Ink.of(set.palette().near(), 5).dry(0));
        Fittings.thing(set, PropStore.plain(PropKind.CLOCK, false), -.2, 3.15, 5.5);
    }
}
