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
 */
public record Regeneration(List<ShotId> shots, int takes, Optional<Long> seed, Optional<FrameSize> size,
        Optional<Wording> wording) {
    public static final int MOST = 8;

    public Regeneration {
        shots = List.copyOf(shots);
    }

    /** As the shots are asked for now, with seeds of their own. */
    public static Regeneration of(List<ShotId> shots, int takes) {
        return new Regeneration(shots, takes, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
