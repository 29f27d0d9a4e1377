package org.filmwright.base;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The camera moves of film.md 5.1; {@link #word()} is the spelling of command line, slate and scripts. */
public enum CameraMove {
    STATIC("static, locked-off shot, the camera does not move"), PUSH_IN("slow push-in"), PULL_OUT(
            "slow pull back"), PAN_LEFT("slow pan left"), PAN_RIGHT("slow pan right"), TILT_UP("tilt up"), TILT_DOWN(
                    "tilt down"), TRACK_LEFT("tracking shot alongside, moving left"), TRACK_RIGHT(
                            "tracking shot alongside, moving right"), CRANE_UP(
                                    "crane up"), CRANE_DOWN("crane down"), HANDHELD("handheld"), TRUCK_LEFT(
                                            "camera trucks left, the foreground passes"), TRUCK_RIGHT(
                                                    "camera trucks right, the foreground passes"), ORBIT_LEFT(
                                                            "camera orbits to the left"), ORBIT_RIGHT(
                                                                    "camera orbits to the right"), DOLLY_IN(
                                                                            "slow dolly in"), DOLLY_OUT(
                                                                                    "slow dolly out"), DOLLY_ZOOM(
                                                                                            "dolly zoom");

    private final String promptTerm;

    CameraMove(String promptTerm) {
        this.promptTerm = promptTerm;
    }

    /** {@code push-in}, {@code pan-left}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How a video model is asked for this move. */
    public String promptTerm() {
        return promptTerm;
    }

    /** Whether the camera itself travels, so that what is near passes what is far: it needs a picture with depth. */
    public boolean travels() {
        return flat() != this;
    }

    /** What is done over a picture without depth instead; the move itself where it needs none. Who orbits to the right pans left. */
    public CameraMove flat() {
        return switch (this) {
            case TRUCK_LEFT -> TRACK_LEFT;
            case TRUCK_RIGHT -> TRACK_RIGHT;
            case ORBIT_LEFT -> PAN_RIGHT;
            case ORBIT_RIGHT -> PAN_LEFT;
            case DOLLY_IN, DOLLY_ZOOM -> PUSH_IN;
            case DOLLY_OUT -> PULL_OUT;
            case STATIC, PUSH_IN, PULL_OUT, PAN_LEFT, PAN_RIGHT, TILT_UP, TILT_DOWN, TRACK_LEFT, TRACK_RIGHT, CRANE_UP,
                    CRANE_DOWN, HANDHELD -> this;
        };
    }

    /** {@code orbit} alone goes to the right. */
    public static Optional<CameraMove> ofWord(String word) {
        String asked = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(move -> move.word().equals(asked.equals("orbit") ? "orbit-right" : asked))
                .findFirst();
    }

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
}
