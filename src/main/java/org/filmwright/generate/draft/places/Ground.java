package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.SplittableRandom;
import org.filmwright.base.Weather;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Mask;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Palette.Mood;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** What lies underfoot: paving, wet asphalt, puddles, grass, rails, water. */
final class Ground {
    private Ground() {}

    static boolean raining(Carpenter set) {
        return set.setup().staging().place().weather() == Weather.RAIN;
    }

    static boolean snowing(Carpenter set) {
        return set.setup().staging().place().weather() == Weather.SNOW;
    }

    /** Open ground to the horizon, white when it snows. */
    static void open(Carpenter set, Tone paint) {
        Heavens.ground(set, snowing(set) ? snow(set) : paint, 1);
    }

    static Tone snow(Carpenter set) {
        return set.palette().light().mix(set.palette().top(), set.palette().mood().dark() ? .7 : .1);
    }

    /** Lines of slabs running away and across. */
    static void slabs(Carpenter set, double x0, double x1, double z1, double step) {
        if (set.soft() || snowing(set)) {
            return;
        }
        Path2D lines = new Path2D.Double();
        double z0 = Math.max(set.eyeZ(), -10);
        for (double x = x0; x <= x1; x += step) {
            lines.append(set.floorLine(x, z0, x, z1), false);
        }
        for (double z = Math.ceil(z0 / step) * step; z < z1; z += step * (z > 14 ? 2 : 1)) {
            lines.append(set.floorLine(x0, z, x1, z), false);
        }
        set.ink(lines, 14, .55);
    }

    /** The shadow of what stands behind the camera: on sunny days the near ground is dark, and the stage lies in the sun. */
    static void nearShadow(Carpenter set) {
        if (set.rig().hardness() < .5 || snowing(set)) {
            return;
        }
        double[] steps = {-30, -1.7, -9, -1.7, -9, -1.1, -3.2, -1.1, -3.2, -1.9, 1.4, -1.9, 1.4, -1.3, 7, -1.3, 7, -1.8,
            30, -1.8};
        double[] xyz = new double[steps.length / 2 * 3 + 6];
        for (int i = 0; i < steps.length / 2; i++) {
            xyz[3 * i] = steps[2 * i];
            xyz[3 * i + 2] = steps[2 * i + 1] * Math.max(1, set.stage().distance() / 4);
        }
        int end = steps.length / 2 * 3;
        xyz[end] = 30;
        xyz[end + 2] = set.eyeZ() + .2;
        xyz[end + 3] = -30;
        xyz[end + 5] = set.eyeZ() + .2;
        set.easel().shade(set.stage().face(xyz), Tone.hex(0x3E4860), 3, .5);
    }

    /** Rain on the ground: what stands above it, mirrored and torn, and the lamps' broken streaks. */
    static void wet(Carpenter set, double axisDepth, double strength) {
        double axis = set.stage().at(0, 0, axisDepth).getY();
        Mask ground = set.easel().mask(Heavens.rectangle(set, axis, 800));
        set.easel().mirror(ground, axis, strength);
        set.rig().bulbs().forEach(bulb -> streaks(set, bulb.at().x(), bulb.at().z(), bulb.tone()));
    }

    /** Broken horizontal strokes of a lamp's colour below it. */
    static void streaks(Carpenter set, double x, double z, Tone tone) {
        if (set.stage().depth(x, z) < 1) {
            return;
        }
        Point2D foot = set.stage().at(x, 0, z);
        SplittableRandom random = set.setup().board();
        Path2D all = new Path2D.Double();
        for (double y = foot.getY() + 4; y < 720; y += random.nextDouble(7, 19)) {
            double grow = 1 + (y - foot.getY()) / 160;
            double w = random.nextDouble(10, 44) * grow;
            double h = random.nextDouble(1.6, 3.2) * grow;
            all.append(new Ellipse2D.Double(foot.getX() + random.nextDouble(-30, 30) * grow - w, y, 2 * w, h), false);
        }
        set.easel().wash(all, Wash.flat(tone).opacity(.42).displace(3).pool(0));
    }

    /** Standing water on stone: the sky in flat blots, in front of and beside the mark. */
    static void puddles(Carpenter set, int count, double x0, double x1) {
        SplittableRandom random = set.setup().place();
        for (int i = 0; i < count && !snowing(set); i++) {
            double x = random.nextDouble(x0, x1);
            double z = random.nextDouble(-1.5, 9);
            double r = random.nextDouble(.25, .62);
            if (Math.abs(x) < 1.3 && z > -1.4 && z < 1.4 || set.stage().depth(x, z) < 1.2) {
                continue;
            }
            Path2D ring = new Path2D.Double(blot(set, x, z, r, random));
            Carpenter.Extent box = Carpenter.Extent.of(ring);
            Tone sky = set.palette().horizon().mix(set.palette().middle(), set.palette().mood().dark() ? 0 : .3);
            set.easel()
                    .wash(ring,
                            Wash.of(sky, sky.mix(set.palette().top(), .7).times(.9))
                                    .vertical(box.top(), box.bottom())
                                    .streak(1, .1)
                                    .opacity(.85));
        }
    }

    private static Shape blot(Carpenter set, double x, double z, double r, SplittableRandom random) {
        Spline spline = new Spline();
        for (int i = 0; i < 9; i++) {
            double turn = 2 * Math.PI * i / 9;
            double far = r * random.nextDouble(.6, 1.25);
            Point2D p = set.stage().at(x + 1.5 * far * Math.cos(turn), 0, z + far * Math.sin(turn));
            spline.at(p.getX(), p.getY());
        }
        return spline.closed();
    }

    /** Tufts of grass or reeds as ink strokes, thicker towards the camera. */
    static void tufts(Carpenter set, int count, double spread, Tone tone) {
        SplittableRandom random = set.setup().place();
        Path2D blades = new Path2D.Double();
        boolean windy = set.setup().staging().place().weather() == Weather.WIND;
        for (int i = 0; i < count && !set.soft(); i++) {
            double x = random.nextDouble(-spread, spread);
            double z = random.nextDouble(-3, spread);
            if (set.stage().depth(x, z) < 1.5) {
                continue;
            }
            Point2D foot = set.stage().at(x, 0, z);
            double h = Math.min(46, .32 * set.stage().metre(x, z));
            double lean = windy ? .8 : random.nextDouble(-.35, .35);
            for (int b = -1; b <= 1; b++) {
                double bx = foot.getX() + b * h * .16;
                blades.append(Spline.line(bx, foot.getY(), bx + lean * h * .4 + b * h * .1, foot.getY() - h * .6,
                        bx + lean * h + b * h * .25, foot.getY() - h), false);
            }
        }
        set.easel().ink(blades, Ink.of(tone, 2.2).dry(.1));
    }

    /** Two rails on sleepers along the depth, at x. */
    static void rails(Carpenter set, double x, double z0, double z1) {
        Path2D sleepers = new Path2D.Double();
        for (double z = Math.max(z0, set.eyeZ() + 1); z < Math.min(z1, 40); z += .65) {
            sleepers.append(set.stage().floor(x - 1.2, z, x + 1.2, z + .24), false);
        }
        set.easel().wash(sleepers, Wash.flat(set.far(set.palette().near(), x, 6)).opacity(.75));
        for (double side : new double[]{-.72, .72}) {
            Tone steel = set.palette().ink();
            set.easel().wash(set.stage().floor(x + side - .05, z0, x + side + .05, z1), Wash.flat(steel).displace(.5));
            set.easel()
                    .lift(set.stage().floor(x + side - .02, Math.max(z0, set.eyeZ() + 1), x + side + .02, z1),
                            set.palette().light(), 0, .45);
        }
    }

    /** Water from {@code z0} metres to the horizon: mirrored sky, ripples that shorten with distance, glints. */
    static void water(Carpenter set, Shape where, double axis) {
        set.easel().plane(Plane.MIDDLE);
        Carpenter.Extent box = Carpenter.Extent.of(where);
        boolean day = set.palette().mood() == Mood.DAY;
        Tone far = set.palette()
                .horizon()
                .mix(day ? set.palette().top().saturated(2.2) : set.palette().far(), day ? .6 : .15);
        Tone near = set.palette()
                .top()
                .saturated(set.palette().mood() == Mood.DAY ? 2.6 : 1.1)
                .mix(set.palette().middle(), .5);
        Mask mask = set.easel().mask(where);
        set.easel().wash(mask, Wash.of(far, near).vertical(axis, Math.min(box.bottom(), axis + 300)).streak(1, .16));
        set.easel().mirror(mask, axis, .38);
        set.easel().within(mask, () -> {
            ripples(set, axis, near.times(.8), far.mix(set.palette().light(), .4));
            glints(set, axis);
        });
    }

    private static void ripples(Carpenter set, double axis, Tone dark, Tone light) {
        SplittableRandom random = set.setup().board();
        Path2D deep = new Path2D.Double();
        Path2D bright = new Path2D.Double();
        for (int i = 0; i < (set.soft() ? 20 : 110); i++) {
            double t = Math.pow(random.nextDouble(), 1.6);
            double y = axis + 4 + t * (730 - axis);
            double w = 6 + 52 * t * random.nextDouble(.4, 1.3);
            double h = .8 + 3.4 * t * random.nextDouble(.5, 1.2);
            double x = random.nextDouble(-50, set.easel().width() + 50);
            (i % 4 == 0 ? bright : deep).append(lens(x, y, w, h), false);
        }
        set.easel().wash(deep, Wash.flat(dark).opacity(.4).pool(0).displace(2));
        set.easel().wash(bright, Wash.flat(light).opacity(.45).pool(0).displace(2));
    }

    /** A stretch of ripple or foam: pointed at both ends. */
    static Shape lens(double x, double y, double w, double h) {
        return Spline.blob(x - w, y, x - w * .4, y - h * .5, x + w * .2, y - h * .2, x + w, y, x + w * .3, y + h * .6,
                x - w * .5, y + h * .3);
    }

    /** The path of light below sun, moon and lamps. */
    private static void glints(Carpenter set, double axis) {
        Mood mood = set.palette().mood();
        if (mood == Mood.DAWN || mood == Mood.DUSK || mood == Mood.NIGHT) {
            double x = Heavens.luminaryAt(set).getX();
            SplittableRandom random = set.setup().board();
            Path2D all = new Path2D.Double();
            for (int i = 0; i < 60; i++) {
                double t = Math.pow(random.nextDouble(), 1.5);
                double spread = 14 + 120 * t;
                all.append(lens(x + random.nextDouble(-spread, spread), axis + 3 + t * (700 - axis),
                        4 + 26 * t * random.nextDouble(.5, 1.4), 1 + 5 * t), false);
            }
            set.easel().lift(all, set.palette().light(), 0, mood == Mood.NIGHT ? .4 : .72);
        }
        set.rig().bulbs().forEach(bulb -> streaks(set, bulb.at().x(), Math.max(bulb.at().z(), 4), bulb.tone()));
    }

    /** Fog lying on the ground in bands between the planes; only where the weather asks for it. */
    static void mist(Carpenter set, double... depths) {
        if (set.setup().staging().place().weather() != Weather.FOG) {
            return;
        }
        SplittableRandom random = set.setup().board();
        Tone tone = set.palette().horizon().mix(set.palette().light(), set.palette().mood().dark() ? .10 : .25);
        for (double depth : depths) {
            double y = set.stage().at(0, .4, depth).getY();
            double x = random.nextDouble(.15, .85) * set.easel().width();
            set.easel().fog(x, y, set.easel().width() * .62, 46 + 500 / Math.max(4, depth), tone, .8);
        }
    }
}
