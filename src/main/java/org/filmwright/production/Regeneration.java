package org.filmwright.production;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.base.ShotId;
import org.filmwright.story.Wording;

/**
 * More takes of shots.
 *
 * @param takes of each shot, 1 to 8
 * @param seed of the first take, the next have the next ones; where nothing is given, every take has one of its own
 * @param size where it is not that of the film
 * @param wording becomes the prompt of its shot, from now on
 * @param artist who draws them, as in {@link Artists}, where it is not who drew last
 */
public record Regeneration(List<ShotId> shots, int takes, Optional<Long> seed, Optional<FrameSize> size,
        Optional<Wording> wording, Optional<String> artist) {
    public static final int MOST = 8;

    public Regeneration {
        shots = List.copyOf(shots);
    }

    /** By whoever drew last. */
    public Regeneration(List<ShotId> shots, int takes, Optional<Long> seed, Optional<FrameSize> size,
            Optional<Wording> wording) {
        this(shots, takes, seed, size, wording, Optional.empty());
    }

    /** As the shots are asked for now, with seeds of their own. */
    public static Regeneration of(List<ShotId> shots, int takes) {
        return new Regeneration(shots, takes, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same by somebody else; by whoever drew last, where nobody is named. */
    public Regeneration by(Optional<String> other) {
        return new Regeneration(shots, takes, seed, size, wording, other);
    }
}
