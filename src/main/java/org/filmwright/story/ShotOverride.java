package org.filmwright.story;

import java.util.Objects;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ClipId;
import org.filmwright.base.ShotId;
import org.filmwright.base.ShotSize;

/**
 * What a person wants otherwise than the plan has it. It survives planning anew as long as its shot exists, and waits
 * when it does not.
 *
 * @param words what the shot shows, instead of the words of the script
 * @param removed left out of the film
 * @param after the shot that this one follows, for a shot that the plan does not have at all
 * @param camera the frames of its move, where a person drew them
 * @param passed the clip that a person looked at and wants as it is, whatever its numbers say
 */
public record ShotOverride(ShotId shot, Optional<ShotSize> size, Optional<CameraMove> move, Optional<Double> seconds,
        Optional<String> words, boolean removed, Optional<ShotId> after, Optional<CameraFrames> camera,
        Optional<ClipId> passed) {
    /** Older wishes know neither frames nor clips. */
    public ShotOverride {
        camera = Objects.requireNonNullElse(camera, Optional.empty());
        passed = Objects.requireNonNullElse(passed, Optional.empty());
    }

    /** Nothing wanted otherwise. */
    public static ShotOverride none(ShotId shot) {
        return new ShotOverride(shot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false,
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A shot of a person's own. */
    public static ShotOverride inserted(ShotId shot, ShotId after, String words) {
        return new ShotOverride(shot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(words), false,
                Optional.of(after), Optional.empty(), Optional.empty());
    }

    public boolean isEmpty() {
        return equals(none(shot));
    }

    public ShotOverride sized(ShotSize wanted) {
        return new ShotOverride(shot, Optional.of(wanted), move, seconds, words, removed, after, camera, passed);
    }

    /** Frames that were drawn for another move are not those of this one. */
    public ShotOverride moved(CameraMove wanted) {
        return new ShotOverride(shot, size, Optional.of(wanted), seconds, words, removed, after, Optional.empty(),
                passed);
    }

    public ShotOverride lasting(double wanted) {
        return new ShotOverride(shot, size, move, Optional.of(wanted), words, removed, after, camera, passed);
    }

    public ShotOverride showing(String wanted) {
        return new ShotOverride(shot, size, move, seconds, Optional.of(wanted), removed, after, camera, passed);
    }

    public ShotOverride leftOut(boolean wanted) {
        return new ShotOverride(shot, size, move, seconds, words, wanted, after, camera, passed);
    }

    /** Moved so, between these frames. */
    public ShotOverride filmed(CameraMove wanted, CameraFrames frames, double length) {
        return new ShotOverride(shot, size, Optional.of(wanted), Optional.of(length), words, removed, after,
                Optional.of(frames), passed);
    }

    /** Move, frames and length left to the plan again. */
    public ShotOverride filmedByRule() {
        return new ShotOverride(shot, size, Optional.empty(), Optional.empty(), words, removed, after,
                Optional.empty(), passed);
    }

    public ShotOverride passing(ClipId clip) {
        return new ShotOverride(shot, size, move, seconds, words, removed, after, camera, Optional.of(clip));
    }
}
