package org.filmwright.clips;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.ClipId;
import org.filmwright.base.ShotId;

/** Where clips are kept. Port; implemented by the store. */
public interface Clips {
    /** Adds a clip; the same id again changes nothing. */
    void add(ClipTake clip);

    Optional<ClipTake> find(ClipId id);

    /** The newest clip of a shot. */
    Optional<ClipTake> latest(ShotId shot);

    /** All clips, oldest first. */
    List<ClipTake> all();
}
