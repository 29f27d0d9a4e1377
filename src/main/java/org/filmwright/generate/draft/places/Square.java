package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** The open square of a town: a courthouse with steps and columns, a monument, houses round it. */
final class Square {
    private Square() {}

    static Rig squareLight(Setup setup) {
        Rig rig = Rig.outside(setup, 90);
        Tone lamp = setup.palette().lamp();
        return Town.dark(setup)
                ? rig.with(List.of(new Rig.Bulb(new Spot(-5, 3.8, 6), 4, lamp),
                        new Rig.Bulb(new Spot(6, 3.8, 11), 4, lamp)))
                : rig;
    }

    /** A round fountain or monument, ringed by pale houses and a building with columns and steps. */
    static void square(Carpenter set) {
        Heavens.sky(set);
        set.easel().plane(Plane.FAR);
        Ground.open(set, set.palette().far().mix(set.palette().middle(), .5));
        for (int i = -6; i <= 6; i++) {
            double height = set.signature().between("height" + i, 8, 13);
            if (i != 0) {
                Town.frontHouse(set, i * 9 - 4.5, 9, 27, height, "house" + i);
            }
        }
        boolean near = set.setup().words().matches("(?s).*\\b(steps|door|climbs?|climbing|stairs)\\b.*");
        civic(set, near ? 5.5 : 23);
        set.easel().plane(Plane.MIDDLE);
        Ground.slabs(set, -16, 16, 26, 2);
        rings(set);
        Ground.nearShadow(set);
        if (!near) {
            monument(set);
        }
        Town.wetten(set, 24);
        Town.lamp(set, 6, 11, 3.8);
        Town.lamp(set, -5, 6, 3.8);
        Ground.mist(set, 22, 10);
    }

    /** Steps, columns and a pediment: the courthouse at the end of the square. */
    private static void civic(Carpenter set, double z) {
        Tone stone = set.palette().far().mix(set.palette().light(), .25);
        Flat flat = Flat.back(set.stage(), z + 4);
        set.flat(flat, stone.times(.62), -6, 1.6, 6, 9);
        double door = .9;
        set.flat(flat.out(.1), set.palette().near(), -door, 1.6, door, 5);
        for (double u = -5.6; u <= 5.7; u += 1.6) {
            set.post(stone, u, z + 3.4, .34, 1.6, 8.4);
        }
        Flat front = Flat.back(set.stage(), z + 3);
        set.flat(front, stone.times(1.04), -6.4, 8.3, 6.4, 9.5);
        set.shape(front.poly(-6.8, 9.5, 0, 12.4, 6.8, 9.5), set.seen(stone, front.spot(0, 10), Carpenter.FRONT));
        set.contour(front.poly(-5.4, 9.7, 0, 11.8, 5.4, 9.7), z + 3);
        for (int i = 0; i < 6; i++) {
            set.box(stone.times(.98 - .03 * i), -6.8 - .2 * i, 1.6 - .27 * (i + 1), z + 3 - .5 * (i + 1), 6.8 + .2 * i,
                    1.6 - .27 * i, z + 3 - .5 * i);
        }
    }

    /** Rings of lighter stone set into the paving. */
    private static void rings(Carpenter set) {
        Path2D rings = new Path2D.Double();
        for (double r = 3.2; r < 13; r += 3.2) {
            rings.append(Fittings.ring(set, 0, 7, r), false);
        }
        if (!set.soft() && !Ground.snowing(set)) {
            set.ink(rings, 12, 1);
        }
    }

    private static void monument(Carpenter set) {
        double x = set.signature().between("monument", 3.4, 5) * (set.signature().likely("side", .5) ? 1 : -1);
        Tone stone = set.palette().middle();
        set.standing(stone, x - 1.2, 9, x + 1.2, 11.4, .5);
        set.box(stone.times(1.05), x - .7, .5, 9.6, x + .7, 2.4, 10.9);
        Point2D foot = set.stage().at(x, 2.4, 10.2);
        double m = set.stage().metre(x, 10.2);
        Shape statue = Spline.blob(foot.getX() - .4 * m, foot.getY(), foot.getX() - .3 * m, foot.getY() - 1.1 * m,
                foot.getX() - .2 * m, foot.getY() - 1.6 * m, foot.getX(), foot.getY() - 2 * m, foot.getX() + .2 * m,
                foot.getY() - 1.6 * m, foot.getX() + .7 * m, foot.getY() - 1.9 * m, foot.getX() + .35 * m,
                foot.getY() - 1.1 * m, foot.getX() + .4 * m, foot.getY());
        set.easel()
                .wash(new Ellipse2D.Double(foot.getX() - .14 * m, foot.getY() - 2.2 * m, .28 * m, .34 * m),
                        Wash.flat(set.far(set.palette().near(), x, 10)));
        set.shape(statue, set.far(set.palette().near(), x, 10));
    }
}
