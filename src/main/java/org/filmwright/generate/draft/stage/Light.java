package org.filmwright.generate.draft.stage;

import java.util.List;
import org.filmwright.generate.draft.paint.Tone;

/**
 * The light of a place, for the people in it.
 *
 * @param x,y direction on the board towards the main light, about unit length (y is negative for a light from above)
 * @param key colour of the main light; @param fill colour of the rest, which tints everything
 * @param strength contrast 0 flat (fog, overcast) to 1 hard (one lamp, low sun); exposure of the lit side, .35 at night,
 *            1 by day
 * @param lamps drawn sources on the board; figures turn their rim to the nearest
 * @param haze thickness .3 clear to 1.6 fog
 */
public record Light(double x, double y, Tone key, Tone fill, Strength strength, List<Lamp> lamps, Haze haze) {
    /** Hardness and brightness. */
    public record Strength(double contrast, double exposure) {}

    /** What distance fades into, and how fast. */
    public record Haze(Tone tone, double thickness) {}

    /** A visible source at a place on the board; {@code reach} in board units. */
    public record Lamp(double x, double y, double reach, Tone tone) {}

    public Light {
        lamps = List.copyOf(lamps);
    }

    public double contrast() {
        return strength.contrast;
    }

    public double exposure() {
        return strength.exposure;
    }

    public Tone air() {
        return haze.tone;
    }

    public double fog() {
        return haze.thickness;
    }

    /** The same light on somebody who stands in the dark before the camera, lit from {@code side} behind. */
    public Light dimmed(int side, double share) {
        return new Light(side, -.55, key, fill, new Strength(.95, strength.exposure * share), List.of(),
                new Haze(haze.tone, 0));
    }

    /** Direction from a board point to the light that matters there, unit length: {dx, dy}. */
    public double[] towards(double px, double py) {
        double bx = x;
        double by = y;
        double best = 0.25;
        for (Lamp lamp : lamps) {
            double d = Math.hypot(lamp.x() - px, lamp.y() - py);
            double pull = lamp.reach() / Math.max(40, d);
            if (pull > best && d > 20) {
                best = pull;
                bx = (lamp.x() - px) / d;
                by = (lamp.y() - py) / d;
            }
        }
        double length = Math.max(1e-6, Math.hypot(bx, by));
        return new double[]{bx / length, by / length};
    }
}
