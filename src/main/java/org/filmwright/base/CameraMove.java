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
                                    "crane up"), CRANE_DOWN("crane down"), HANDHELD("handheld");

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

    public static Optional<CameraMove> ofWord(String word) {
        return Arrays.stream(values())
                .filter(move -> move.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
