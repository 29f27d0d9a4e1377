package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;
import org.filmwright.base.Weather;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Palette.Mood;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** The sky and what stands before it far away. */
final class Heavens {
    private static final double FAR = 900;

    private Heavens() {}

    /** Sky down to the horizon with the clouds, sun, moon or stars of the hour. */
    static void sky(Carpenter set) {
        set.easel().plane(Plane.SKY);
        double horizon = Math.max(-80, set.stage().horizon());
        Tone top = set.palette().top().saturated(set.palette().mood() == Mood.DAY ? 1.7 : 1.1);
        set.easel()
                .wash(rectangle(set, -100, horizon + 60),
                        Wash.of(top, set.palette().horizon())
                                .vertical(Math.min(-60, horizon - 560), horizon + 10)
                                .streak(2, .05)
                                .bloom(.05));
        Weather weather = set.setup().staging().place().weather();
        boolean open = weather == Weather.CLEAR || weather == Weather.WIND;
        Mood mood = set.palette().mood();
        if (mood == Mood.NIGHT && open) {
            stars(set, 70);
        }
        if (mood == Mood.DAWN || mood == Mood.DUSK || mood == Mood.NIGHT && open) {
            luminary(set, mood == Mood.NIGHT ? 17 : 30);
        }
        clouds(set, mood, open ? 5 : 8);
    }

    private static void luminary(Carpenter set, double radius) {
        Point2D where = luminaryAt(set);
        Tone light = set.palette().light();
        set.easel().glow(where.getX(), where.getY(), radius * 13, light, .5);
        set.easel()
                .lift(new Ellipse2D.Double(where.getX() - radius, where.getY() - radius, 2 * radius, 2 * radius), light,
                        2, .8);
    }

    /** Where the sun or moon stands on the board. */
    static Point2D luminaryAt(Carpenter set) {
        Spot from = set.rig().from();
        Point2D p = set.stage().at(FAR * from.x(), set.stage().cameraHeight() + FAR * from.y() * .8, FAR * from.z());
        return new Point2D.Double(Math.clamp(p.getX(), 120, set.easel().width() - 120), Math.max(70, p.getY()));
    }

    private static void stars(Carpenter set, int count) {
        SplittableRandom random = set.setup().board();
        Path2D all = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            double size = random.nextDouble(.7, 1.9);
            all.append(new Ellipse2D.Double(random.nextDouble(set.easel().width()),
                    random.nextDouble() * random.nextDouble() * set.stage().horizon(), size, size), false);
        }
        set.easel().lift(all, set.palette().light(), 0, .75);
    }

    private static void clouds(Carpenter set, Mood mood, int count) {
        SplittableRandom random = set.setup().place();
        double horizon = Math.max(120, set.stage().horizon());
        Tone light = mood == Mood.DAY ? Tone.WHITE : set.palette().horizon().mix(set.palette().light(), .35);
        Tone dark = set.palette().top().mix(set.palette().middle(), .5);
        for (int i = 0; i < count; i++) {
            double y = horizon * random.nextDouble(.05, .85);
            double wide = random.nextDouble(180, 460) * (.4 + .6 * (1 - y / horizon));
            double high = wide * random.nextDouble(.07, mood == Mood.DAY ? .22 : .11);
            double x = random.nextDouble(-100, set.easel().width() + 100);
            boolean lit = mood == Mood.DAY || random.nextInt(3) == 0;
            set.easel()
                    .wash(cloud(random, x, y, wide, high),
                            Wash.flat(lit ? light : dark)
                                    .displace(11)
                                    .blur(mood == Mood.DAY ? 7 : 12)
                                    .streak(3, .10)
                                    .opacity(mood == Mood.DAY ? .75 : .3));
        }
    }

    private static Shape cloud(SplittableRandom random, double x, double y, double wide, double high) {
        Spline spline = new Spline();
        int lobes = 6;
        for (int i = 0; i <= lobes; i++) {
            double t = (double) i / lobes;
            spline.at(x - wide + 2 * wide * t, y - high * Math.sin(Math.PI * t) * random.nextDouble(.5, 1.3));
        }
        return spline.at(x + wide * .6, y + high * .25).at(x - wide * .5, y + high * .3).closed();
    }

    /**
     * A line of hills, treetops or far shore: heights of 0..1 times {@code height} metres, {@code distance} metres off.
     */
    static void ridge(Carpenter set, String name, double distance, double height, double rough, Tone paint) {
        set.easel().plane(Plane.FAR);
        SplittableRandom random = new SplittableRandom(set.signature().seed() ^ name.hashCode());
        double[] phase = random.doubles(5, 0, 2 * Math.PI).toArray();
        double half = distance * 2.4;
        Path2D path = new Path2D.Double();
        int steps = 150;
        for (int i = 0; i <= steps; i++) {
            double x = -half + 2 * half * i / steps;
            double t = x / distance;
            double h = .5 + .28 * Math.sin(t * 2.1 + phase[0]) + .16 * Math.sin(t * 5.3 + phase[1])
                    + rough * (.12 * Math.sin(t * 13 + phase[2]) + .10 * Math.sin(t * 31 + phase[3])
                            + .07 * random.nextDouble(-1, 1));
            Point2D p = set.stage().at(x, Math.max(0, h) * height, distance);
            if (i == 0) {
                path.moveTo(p.getX(), p.getY());
            } else {
                path.lineTo(p.getX(), p.getY());
            }
        }
        double foot = set.stage().at(0, 0, distance).getY() + 30;
        path.lineTo(set.easel().width() + 4000, foot);
        path.lineTo(-4000, foot);
        path.closePath();
        Tone tone = set.far(Ground.snowing(set) ? paint.mix(Ground.snow(set), .65) : paint, 0, distance);
        set.easel()
                .wash(path,
                        Wash.of(tone, tone.mix(set.rig().air().tone(), .45))
                                .vertical(path.getBounds2D().getMinY(), foot - 20)
                                .streak(4, .08));
    }

    /** The ground from the horizon to below the frame, in the plane of the mark. */
    static void ground(Carpenter set, Tone paint, double streak) {
        set.easel().plane(Plane.MIDDLE);
        double horizon = Math.clamp(set.stage().horizon(), -100, 800);
        Tone far = set.rig()
                .through(set.rig().on(paint, new Spot(0, 0, 400), Carpenter.UP), set.rig().air().reach() * .7);
        Tone near = set.seen(paint.times(Ground.snowing(set) ? .95 : .74), new Spot(0, 0, 0), Carpenter.UP);
        set.easel()
                .wash(rectangle(set, horizon, 860),
                        Wash.of(far, near)
                                .vertical(horizon, Math.min(760, horizon + 330))
                                .streak(streak, Ground.snowing(set) ? .05 : .13)
                                .bloom(.10)
                                .pool(0));
        if (set.palette().mood() == Mood.NIGHT && set.rig().bulbs().isEmpty()) {
            moonlight(set);
        }
    }

    /** A paler stretch behind the mark, so that a dark figure has something to stand out from. */
    private static void moonlight(Carpenter set) {
        Point2D p = set.stage().at(set.rig().from().x() * 6, 0, 9);
        double horizon = set.stage().horizon();
        set.easel()
                .lift(new Ellipse2D.Double(p.getX() - 620, horizon - 6, 1240, Math.max(60, (p.getY() - horizon) * 2.4)),
                        set.palette().light(), 44, .13);
    }

    /** The whole width of the board between two heights. */
    static Rectangle2D rectangle(Carpenter set, double top, double bottom) {
        return new Rectangle2D.Double(-120, top, set.easel().width() + 240, bottom - top);
    }
}
