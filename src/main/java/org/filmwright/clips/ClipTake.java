package org.filmwright.clips;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

/**
 * One rendered clip; immutable.
 *
 * @param brief digest of the brief it answered
 * @param direction why it moves so; nothing where it was filmed before that was kept
 * @param checked its numbers when it arrived; nothing where it was filmed before they were taken
 */
public record ClipTake(ClipId id, ShotId shot, TakeId image, MediaRef media, Digest brief, int frames,
        Optional<Direction> direction, Optional<Checked> checked) {
    public ClipTake {
        checked = Objects.requireNonNullElse(checked, Optional.empty());
        direction = Objects.requireNonNullElse(direction, Optional.empty());
    }

    public ClipTake(ClipId id, ShotId shot, TakeId image, MediaRef media, Digest brief, int frames) {
        this(id, shot, image, media, brief, frames, Optional.empty());
    }

    /** One that nobody measured. */
    public ClipTake(ClipId id, ShotId shot, TakeId image, MediaRef media, Digest brief, int frames,
            Optional<Direction> direction) {
        this(id, shot, image, media, brief, frames, direction, Optional.empty());
    }

    /** What a person should look at; nothing where all is well or nobody measured. */
    public List<ClipChecks.Alarm> alarms() {
        return checked.map(Checked::alarms).orElse(List.of());
    }
}
