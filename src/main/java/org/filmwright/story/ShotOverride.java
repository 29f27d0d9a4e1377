package org.filmwright.story;

import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotId;
import org.filmwright.base.ShotSize;

/**
 * What a person wants otherwise than the plan has it. It survives planning anew as long as its shot exists, and waits
 * when it does not.
 *
 * @param words what the shot shows, instead of the words of the script
 * @param removed left out of the film
 * @param after the shot that this one follows, for a shot that the plan does not have at all
 */
public record ShotOverride(ShotId shot, Optional<ShotSize> size, Optional<CameraMove> move, Optional<Double> seconds,
        Optional<String> words, boolean removed, Optional<ShotId> after) {
    /** Nothing wanted otherwise. */
    public static ShotOverride none(ShotId shot) {
        return new ShotOverride(shot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false,
                Optional.empty());
    }

    /** A shot of a person's own. */
    public static ShotOverride inserted(ShotId shot, ShotId after, String words) {
        return new ShotOverride(shot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(words), false,
                Optional.of(after));
    }

    public boolean isEmpty() {
        return equals(none(shot));
    }

    public ShotOverride sized(ShotSize wanted) {
        return new ShotOverride(shot, Optional.of(wanted), move, seconds, words, removed, after);
    }

    public ShotOverride moved(CameraMove wanted) {
        return new ShotOverride(shot, size, Optional.of(wanted), seconds, words, removed, after);
    }

    public ShotOverride lasting(double wanted) {
        return new ShotOverride(shot, size, move, Optional.of(wanted), words, removed, after);
    }

    public ShotOverride showing(String wanted) {
        return new ShotOverride(shot, size, move, seconds, Optional.of(wanted), removed, after);
    }

    public ShotOverride leftOut(boolean wanted) {
        return new ShotOverride(shot, size, move, seconds, words, wanted, after);
    }
}
