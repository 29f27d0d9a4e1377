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
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Rooms where people live and work: living room, kitchen, bedroom, office. */
final class Homes {
    private static final double DEPTH = 3.2;
    private static final double HIGH = 2.7;

    private Homes() {}

    /** By day the window, by night a lamp beside the stage. */
    static Rig homeLight(Setup setup) {
        Signature signature = new Signature(setup.geography());
        Rig rig = Rig.inside(setup, 18);
        return setup.palette().mood().dark()
                ? rig.with(new Rig.Bulb(new Spot(lampX(signature), 1.55, 2.3), 2.2, setup.palette().lamp()))
                : rig.with(
                        new Rig.Bulb(new Spot(windowX(signature) + .6, 1.7, DEPTH - .2), 2.3, setup.palette().light()));
    }

    /** A lamp that hangs over the table. */
    static Rig tableLight(Setup setup) {
        Rig rig = homeLight(setup);
        return setup.palette().mood().dark()
                ? Rig.inside(setup, 18)
                        .with(new Rig.Bulb(new Spot(tableX(new Signature(setup.geography())), 1.85, 1.6), 2.1,
                                setup.palette().lamp()))
                : rig;
    }

    private static double windowX(Signature signature) {
        return signature.likely("window side", .5) ? -1.9 : .8;
    }

    private static double lampX(Signature signature) {
        return windowX(signature) < 0 ? 1.9 : -1.9;
    }

    private static double tableX(Signature signature) {
        return windowX(signature) < 0 ? 1.7 : -1.7;
    }

    private static boolean dark(Carpenter set) {
        return set.palette().mood().dark();
    }

    private static Tone wood(Carpenter set) {
        return set.palette().middle().mix(set.palette().near(), .3).lit(Tone.hex(0xFFE8CF));
    }

    private static Tone cloth(Carpenter set, String name) {
        Tone base = set.palette().middle().mix(set.palette().far(), set.signature().between(name + "v", .0, .5));
        return base.lit(Tone.hsv(set.signature().between(name, 0, 360), .17, 1)).ofValue(base.value());
    }

    private static Room shell(Carpenter set, Room.Finish finish, Tone floor) {
        Tone wall = Interiors.tinted(set, set.palette().far(), "wall");
        return Room.of(set, 7, DEPTH, HIGH, wall, floor).shell(finish);
    }

    /** A window of the place's own width with curtains and, by day, its patch of sun. */
    private static void window(Carpenter set, Room room) {
        double u = windowX(set.signature());
        double wide = set.signature().between("window wide", 1, 1.6);
        int panes = 1 + set.signature().pick("panes", 3);
        Fittings.window(set, room.back(), u, .9, wide, 1.35, panes);
        curtain(set, room.back(), u - .32, .38);
        curtain(set, room.back(), u + wide - .06, .38);
        if (!dark(set)) {
            room.sunPatch(room.back(), u, u + wide, .9, 2.2);
        }
    }

    private static void curtain(Carpenter set, Flat flat, double u, double wide) {
        Flat hung = flat.out(.06);
        set.flat(hung, cloth(set, "curtain"), u, .35, u + wide, 2.42);
        Path2D folds = new Path2D.Double();
        for (double k = .2; k < 1; k += .25) {
            folds.append(hung.line(u + wide * k, .4, u + wide * (k + .03), 2.38), false);
        }
        set.ink(folds, set.stage().depth(u, DEPTH), .8);
    }

    /** A standing lamp where the rig has its bulb. */
    private static void standingLamp(Carpenter set, double x, double z) {
        set.post(set.palette().near(), x, z, .025, 0, 1.5);
        set.post(set.palette().near(), x, z, .16, 0, .04);
        Point2D p = set.stage().at(x, 1.42, z);
        double m = set.stage().metre(x, z);
        Tone light = set.palette().lamp();
        if (dark(set)) {
            set.easel().glow(p.getX(), p.getY(), Math.min(560, 2.3 * m), light, .5);
        }
        Shape shade = Spline.poly(p.getX() - .13 * m, p.getY() - .34 * m, p.getX() + .13 * m, p.getY() - .34 * m,
                p.getX() + .25 * m, p.getY(), p.getX() - .25 * m, p.getY());
        Tone paper = dark(set) ? light.mix(Tone.WHITE, .25) : set.far(set.palette().light().times(.85), x, z);
        set.easel().wash(shade, Wash.of(paper, paper.times(.86)).vertical(p.getY() - .34 * m, p.getY()));
        set.contour(shade, set.stage().depth(x, z));
    }

    /** Sofa, shelves, rug, lamp, pictures: where people live. */
    static void room(Carpenter set) {
        Room room = shell(set, set.signature().likely("wainscot", .5) ? Room.Finish.WAINSCOT : Room.Finish.PLASTER,
                wood(set)).boards(.35);
        window(set, room);
        double other = lampX(set.signature());
        Fittings.shelves(set, room.back(), other < 0 ? -3 : 1.9, .1, 1.1, 2, 5);
        Fittings.picture(set, room.back(), other < 0 ? -1.5 : .4, 1.35, .7, .55,
                cloth(set, "picture").mix(set.palette().light(), .3));
        Fittings.door(set, room.leftWall(), 1.6, .9, 2.05, set.palette().middle());
        room.gather(dark(set) ? .5 : .35);
        set.easel().plane(Plane.MIDDLE);
        rug(set);
        double x = other < 0 ? -2.9 : 1.1;
        Furniture.armchair(set, cloth(set, "sofa"), x, 1.7, 1.8);
        standingLamp(set, other, 2.3);
        Furniture.table(set, wood(set), other < 0 ? 1.7 : -2.5, 1.5, .8, .5, .5);
    }

    private static void rug(Carpenter set) {
        Path2D rug = Fittings.ring(set, .1, .6, 1.5);
        Tone tone = set.seen(cloth(set, "rug"), new Spot(0, 0, .6), Carpenter.UP);
        if (set.shows(rug) && set.stage().depth(0, -.9) > .4) {
            set.easel().wash(rug, Wash.flat(tone).streak(2, .2).opacity(.7));
        }
    }

    /** Counter, cupboards, stove, sink below the window, a table under the lamp. */
    static void kitchen(Carpenter set) {
        Tone tiles = set.palette().far().mix(set.palette().middle(), .35);
        Room room = shell(set, Room.Finish.TILES, tiles).slabs(.5);
        Tone front = cloth(set, "cupboards").mix(set.palette().far(), .4);
        double u = windowX(set.signature());
        Fittings.window(set, room.back(), u, 1.15, 1.3, 1, 2);
        if (!dark(set)) {
            room.sunPatch(room.back(), u, u + 1.3, 1.15, 2.15);
        }
        cupboards(set, room, front, u);
        room.gather(dark(set) ? .5 : .32);
        set.easel().plane(Plane.MIDDLE);
        Furniture.cabinet(set, front, -3, DEPTH - .62, 5.2, .6, .88);
        set.box(set.palette().near().mix(set.palette().far(), .35), -3.05, .88, DEPTH - .68, 2.25, .93, DEPTH - .02);
        tap(set, u + .65);
        pots(set, u > 0 ? -1.4 : 1);
        Furniture.cabinet(set, set.palette().far().mix(set.palette().light(), .3), 2.35, DEPTH - .75, .8, .7, 1.85);
        table(set, tableX(set.signature()));
    }

    private static void cupboards(Carpenter set, Room room, Tone front, double window) {
        Path2D doors = new Path2D.Double();
        Flat flat = room.back().out(.3);
        for (double u = -3; u < 2.1; u += .6) {
            if (u + .6 < window - .05 || u > window + 1.3) {
                set.box(front.times(1.03), u, 1.55, DEPTH - .32, u + .6, 2.3, DEPTH);
                doors.append(flat.quad(u + .05, 1.6, u + .55, 2.25), false);
            }
        }
        set.contour(doors, set.stage().depth(0, DEPTH));
    }

    private static void tap(Carpenter set, double x) {
        Point2D p = set.stage().at(x, .93, DEPTH - .15);
        double m = set.stage().metre(x, DEPTH);
        set.easel()
                .ink(Spline.line(p.getX(), p.getY(), p.getX(), p.getY() - .24 * m, p.getX() + .06 * m,
                        p.getY() - .3 * m, p.getX() + .13 * m, p.getY() - .24 * m),
                        Ink.of(set.palette().near(), Math.clamp(.025 * m, 1.6, 7)).dry(0));
    }

    private static void pots(Carpenter set, double x) {
        set.box(set.palette().near(), x, .93, DEPTH - .6, x + .6, .96, DEPTH - .1);
        Point2D p = set.stage().at(x + .3, .97, DEPTH - .3);
        double m = set.stage().metre(x, DEPTH);
        Shape pot = Spline.poly(p.getX() - .14 * m, p.getY() - .18 * m, p.getX() + .14 * m, p.getY() - .18 * m,
                p.getX() + .12 * m, p.getY(), p.getX() - .12 * m, p.getY());
        set.shape(pot, set.seen(set.palette().near().mix(set.palette().far(), .3), new Spot(x, 1, DEPTH - .3),
                Carpenter.FRONT));
        set.contour(pot, 3);
        set.flat(Flat.back(set.stage(), DEPTH - .4), set.palette().near().mix(set.palette().middle(), .5), x - .1, 2,
                x + .7, 2.35);
    }

    private static void table(Carpenter set, double x) {
        Furniture.chair(set, wood(set), x - .2, 2.05, 0);
        Furniture.table(set, wood(set), x - .65, 1.2, 1.3, .85, .76);
        cups(set, x);
        Furniture.chair(set, wood(set), x + (x > 0 ? -1.25 : .8), 1.3, x > 0 ? -1 : 1);
        if (dark(set)) {
            Fittings.hangingLamp(set, set.rig().bulbs().getFirst().at(), HIGH, .24);
        }
    }

    private static void cups(Carpenter set, double x) {
        double m = set.stage().metre(x, 1.5);
        for (double dx : new double[]{-.3, .25}) {
            Point2D p = set.stage().at(x + dx, .78, 1.5);
            Shape cup = Spline.poly(p.getX() - .05 * m, p.getY() - .1 * m, p.getX() + .05 * m, p.getY() - .1 * m,
                    p.getX() + .035 * m, p.getY(), p.getX() - .035 * m, p.getY());
            set.shape(cup, set.seen(set.palette().light().times(.9), new Spot(x, .9, 1.5), Carpenter.FRONT));
        }
    }

    /** A bed against the wall, bedside lamp, wardrobe, curtains. */
    static void bedroom(Carpenter set) {
        Room room = shell(set, Room.Finish.PLASTER, wood(set)).boards(.3);
        window(set, room);
        double side = lampX(set.signature()) < 0 ? -1 : 1;
        Fittings.picture(set, room.back(), side * 1.9 - .35, 1.6, .7, .5,
                cloth(set, "picture").mix(set.palette().light(), .25));
        Furniture.cabinet(set, wood(set), side < 0 ? 2.1 : -3.2, DEPTH - .65, 1.1, .6, 2.05);
        room.gather(dark(set) ? .55 : .4);
        set.easel().plane(Plane.MIDDLE);
        double x = side < 0 ? -2.7 : 1.1;
        boolean cell = set.setup().words().matches(".*(cell|prison|jail).*");
        Furniture.bed(set, cell ? set.palette().far() : cloth(set, "blanket"), x, 1, cell ? .9 : 1.6, 2);
        double table = side < 0 ? x + (cell ? .95 : 1.66) : x - .5;
        Furniture.cabinet(set, wood(set), table, DEPTH - .5, .44, .4, .52);
        bedsideLamp(set, table + .22, DEPTH - .3);
        if (cell) {
            bars(set, side < 0 ? 1 : -2.6);
        }
    }

    private static void bedsideLamp(Carpenter set, double x, double z) {
        Point2D p = set.stage().at(x, .78, z);
        double m = set.stage().metre(x, z);
        if (dark(set)) {
            set.easel().glow(p.getX(), p.getY(), Math.min(480, 1.9 * m), set.palette().lamp(), .55);
        }
        Tone paper = dark(set) ? set.palette().lamp().mix(Tone.WHITE, .3) : set.palette().light().times(.85);
        set.easel()
                .wash(Spline.poly(p.getX() - .07 * m, p.getY() - .1 * m, p.getX() + .07 * m, p.getY() - .1 * m,
                        p.getX() + .13 * m, p.getY() + .1 * m, p.getX() - .13 * m, p.getY() + .1 * m),
                        Wash.flat(paper));
        set.easel()
                .wash(new Ellipse2D.Double(p.getX() - .05 * m, p.getY() + .1 * m, .1 * m, .17 * m),
                        Wash.flat(set.palette().near()));
    }

    private static void bars(Carpenter set, double x) {
        Path2D bars = new Path2D.Double();
        Flat flat = Flat.back(set.stage(), DEPTH - .1);
        for (double u = x; u < x + 1.7; u += .17) {
            bars.append(flat.quad(u, 0, u + .04, 2.3), false);
        }
        set.easel().wash(bars, Wash.flat(set.palette().near()));
    }

    /** Desk with lamp and papers, filing cabinets, blinds, a board of notes. */
    static void office(Carpenter set) {
        Room room = shell(set, Room.Finish.PLASTER, set.palette().middle()).slabs(1);
        double u = windowX(set.signature());
        Fittings.window(set, room.back(), u, .95, 1.7, 1.35, 1);
        blinds(set, room.back(), u, 1.7);
        if (!dark(set)) {
            room.sunPatch(room.back(), u, u + 1.7, .95, 2.3);
        }
        double other = u < 0 ? 1.1 : -2.4;
        Fittings.picture(set, room.back(), other, 1.2, 1.3, .85,
                Tone.hex(0xB08C63).ofValue(set.palette().far().value()));
        notes(set, room.back().out(.05), other);
        room.gather(dark(set) ? .5 : .35);
        set.easel().plane(Plane.MIDDLE);
        for (int i = 0; i < 3; i++) {
            Furniture.cabinet(set, set.palette().middle().mix(set.palette().far(), .3), (u < 0 ? 1.4 : -3) + i * .52,
                    DEPTH - .55, .5, .5, 1.3);
        }
        double x = u < 0 ? -2.6 : 1.2;
        Furniture.chair(set, set.palette().near(), x + .5, 2.35, 0);
        Furniture.cabinet(set, wood(set), x, 1.5, 1.6, .8, .74);
        deskThings(set, x);
        standingLamp(set, lampX(set.signature()), 2.3);
    }

    private static void blinds(Carpenter set, Flat flat, double u, double wide) {
        Path2D slats = new Path2D.Double();
        for (double v = 1; v < 2.3; v += .11) {
            slats.append(flat.out(.05).quad(u, v, u + wide, v + .035), false);
        }
        set.easel().wash(slats, Wash.flat(set.palette().near().mix(set.palette().far(), .3)).opacity(.85));
    }

    private static void notes(Carpenter set, Flat flat, double u) {
        for (int i = 0; i < 8 && !set.soft(); i++) {
            double x = u + .08 + i % 4 * .3 + set.signature().between("note" + i, 0, .06);
            double y = 1.28 + i / 4 * .4 + set.signature().between("notey" + i, 0, .06);
            set.shape(flat.quad(x, y, x + .2, y + .26),
                    set.seen(set.palette().light().times(.88), flat.spot(x, y), Carpenter.FRONT));
        }
    }

    private static void deskThings(Carpenter set, double x) {
        set.box(set.palette().near(), x + .95, .74, 1.75, x + 1.45, 1.1, 1.82);
        if (dark(set)) {
            Fittings.glowing(set, Flat.back(set.stage(), 1.74), x + .98, .78, .44, .28, Tone.hex(0x8FC7E8));
        }
        set.box(set.palette().light().times(.9), x + .15, .74, 1.7, x + .5, .8, 2);
        set.box(set.palette().light().times(.8), x + .2, .8, 1.72, x + .52, .84, 1.98);
    }
}
