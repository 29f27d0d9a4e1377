package org.filmwright.base;

import java.util.Locale;

/** How a move starts and stops. */
public enum Easing {
    /** Even speed: for a shot that is cut in motion on both sides. */
    LINEAR {
        @Override
        public double at(double u) {
            return u;
        }
    },
    /** Speeds up over the first fifth and slows down over the last, with a continuous acceleration (film.md 5.1). */
    SOFT {
        @Override
        public double at(double u) {
            if (u > 0.5) {
                return 1 - at(1 - u);
            }
            double t = Math.min(1, u / RAMP);
            double ramp = RAMP * t * t * t * (1 - t / 2);
            return (ramp + Math.max(0, u - RAMP)) / (1 - RAMP);
        }
    },
    /** Starts softly and leaves at full speed: the shot behind it goes on moving. */
    IN {
        @Override
        public double at(double u) {
            return 2 * SOFT.at(u / 2);
        }
    },
    /** Comes in at full speed and settles: the shot before it was moving. */
    OUT {
        @Override
        public double at(double u) {
            return 1 - IN.at(1 - u);
        }
    };

    /** Share of the move that each ramp takes. */
    private static final double RAMP = 0.2;

    /** {@code linear}, {@code soft}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Progress along the path at time {@code u}; 0 at 0, 1 at 1, never backwards. */
    public abstract double at(double u);
}
