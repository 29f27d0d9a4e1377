package org.filmwright.clips;

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
 */
public record ClipTake(ClipId id, ShotId shot, TakeId image, MediaRef media, Digest brief, int frames,
        Optional<Direction> direction) {
    public ClipTake {
        direction = Objects.requireNonNullElse(direction, Optional.empty());
    }

    public ClipTake(ClipId id, ShotId shot, TakeId image, MediaRef media, Digest brief, int frames) {
        this(id, shot, image, media, brief, frames, Optional.empty());
    }
}
