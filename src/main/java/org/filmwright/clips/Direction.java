package org.filmwright.clips;

import java.util.Objects;
import org.filmwright.base.CameraMove;

/**
 * Why a clip moves as it does, kept beside it: what the plan of shots wished, what was done, and the reasoning between
 * them.
 *
 * @param by {@code rule}, {@code by hand}, or the agent who directed it and its writer
 * @param wish what the plan wished
 * @param move what was done; {@code amount} how far, as a share of the frame
 * @param reasoning JSON in the form in which the agent of {@code motion-plan} answers: scene type, focus points, timing,
 *        quality thresholds, primary approach and fallback, and every conflict between wish and limit with its resolution
 */
public record Direction(String by, Wish wish, CameraMove move, double amount, String reasoning) {
    public static final String RULE = "rule";
    public static final String HAND = "by hand";

    public Direction {
        Objects.requireNonNull(move, "move");
    }

    /** @param seconds length of the shot */
    public record Wish(CameraMove move, double seconds) {}

    /** Framed by a person in the motion editor. */
    public boolean isByHand() {
        return by.equals(HAND);
    }

    public boolean isByRule() {
        return by.equals(RULE);
    }
}
