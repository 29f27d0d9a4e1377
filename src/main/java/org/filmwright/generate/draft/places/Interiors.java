package org.filmwright.generate.draft.places;

import java.awt.geom.Path2D;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Rooms to live and work in; each is a shell, its fittings and a list of furniture round a clear stage. */
final class Interiors {
    private static final double LAMP_Z = 1.6;

    private Interiors() {}

    /** A lamp at night; by day the windows light the room. */
    static Rig lampLight(Setup setup) {
        return lit(setup, 2.75, 2.3);
    }

    private static Rig lit(Setup setup, double height, double radius) {
        Rig rig = Rig.inside(setup, 16);
        double x = setup.idea().third() >= 0 ? -.35 : .35;
        if (burns(setup)) {
            double strength = setup.palette().mood().dark() ? radius : radius * .45;
            rig = rig.with(new Rig.Bulb(new Spot(x, inFrame(setup.stage(), x, height), LAMP_Z), strength,
                    setup.palette().lamp()));
        }
        Spot window = new Spot(setup.idea().lightSide() * 2, 2, 2.4);
        return setup.palette().mood().dark() ? rig : rig.with(new Rig.Bulb(window, 2.4, setup.palette().light()));
    }

    /** The lamp: always at night, by day where the script speaks of it. */
    private static boolean burns(Setup setup) {
        return setup.palette().mood().dark() || setup.words().matches("(?s).*\\b(lamp|lamplight|light bulb)\\b.*");
    }

    /** A lamp hung as low as the shot needs to have it in the picture, as lighting crews do, but over everybody's head. */
    private static double inFrame(Stage stage, double x, double height) {
        double top = stage.cameraHeight() + (stage.horizon() - 46) / stage.metre(x, LAMP_Z);
        return Math.clamp(top, 2.1, height);
    }

    private static boolean dark(Carpenter set) {
        return set.palette().mood().dark();
    }

    private static void lamp(Carpenter set, double ceiling, double breadth) {
        if (burns(set.setup())) {
            Fittings.hangingLamp(set, set.rig().bulbs().getFirst().at(), ceiling, breadth);
        }
    }

    /** A few degrees of hue a place, so that two rooms differ. */
    static Tone tinted(Carpenter set, Tone paint, String what) {
        boolean warm = set.signature().likely(what, .7);
        double hue = warm ? set.signature().between(what + "h", 10, 62) : set.signature().between(what + "h", 150, 225);
        return paint.lit(Tone.hsv(hue, warm ? .15 : .11, 1)).ofValue(paint.value());
    }

    /** Stacked crates, a truss, high windows, a big door, one lamp that makes the stage. */
    static void warehouse(Carpenter set) {
        Tone wall = set.palette().far();
        Room room = Room.of(set, 11, 6.5, 4.6, wall, wall.times(.95)).shell(Room.Finish.PLANKS);
        Flat back = room.back();
        Fittings.door(set, back, set.signature().between("door", 1.2, 2.4), 1.6, 2.5, wall.times(.7));
        int windows = 2 + set.signature().pick("windows", 3);
        for (int i = 0; i < windows; i++) {
            Fittings.window(set, back, -3.6 + i * 1.5, 2.1, 1.1, 1.4, 3);
        }
        truss(set, room);
        room.boards(.7);
        room.gather(dark(set) ? .75 : .4);
        windowShafts(set, room, windows);
        stacks(set);
        lamp(set, 4.6, .36);
    }

    private static void windowShafts(Carpenter set, Room room, int windows) {
        for (int i = 0; i < windows && !dark(set); i++) {
            room.sunPatch(room.back(), -3.6 + i * 1.5, -2.5 + i * 1.5, 2.1, 3.5);
        }
    }

    private static void truss(Carpenter set, Room room) {
        set.easel().plane(Plane.FAR);
        Tone iron = set.palette().near();
        Flat flat = Flat.back(set.stage(), room.depth() - 1);
        set.flat(flat, iron, room.left(), 3.7, room.right(), 3.78);
        set.flat(flat, iron, room.left(), 4.35, room.right(), 4.43);
        Path2D lines = new Path2D.Double();
        for (double u = room.left(); u < room.right(); u += .7) {
            lines.append(flat.line(u, 3.72, u + .35, 4.4), false);
            lines.append(flat.line(u + .35, 4.4, u + .7, 3.72), false);
        }
        set.ink(lines, 4, 1);
    }

    private static void stacks(Carpenter set) {
        set.easel().plane(Plane.MIDDLE);
        Tone wood = dark(set) ? set.palette().middle() : set.palette().middle().mix(set.palette().far(), .3);
        double[][] crates = {{-4.6, 4.4, 1.5, 0}, {-3, 4.9, .9, 0}, {3.4, 4.6, 1.4, 0}, {-4.4, 4.5, 1.1, 1.29},
            {3.7, 4.7, 1, 1.2}, {2.7, 3.2, 1, 0}, {-4.1, 2.3, 1.5, 0}, {-3.9, 2.4, 1.1, 1.29}};
        for (int i = 0; i < crates.length; i++) {
            double[] c = crates[i];
            double shift = set.signature().between("crate" + i, -.2, .2);
            Furniture.crate(set, wood, c[0] + (c[3] > 0 ? 0 : shift), c[1], c[2], c[3]);
        }
    }
}
