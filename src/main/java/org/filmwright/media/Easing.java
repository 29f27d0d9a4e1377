package org.filmwright.media;

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
    };

    /** Share of the move that each ramp takes. */
    private static final double RAMP = 0.2;

    /** Progress along the path at time {@code u}; 0 at 0, 1 at 1, never backwards. */
    public abstract double at(double u);
}
