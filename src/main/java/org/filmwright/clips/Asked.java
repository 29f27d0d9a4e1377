package org.filmwright.clips;

import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * What a clip was to be, as far as that is known.
 *
 * @param move what the camera was to do; over a picture without depth the flat one
 * @param plan the frames between which it was to move; they count where the camera stays on the picture's surface
 * @param fade whether the shot was to go to black or come out of it
 */
public record Asked(Optional<CameraMove> move, Optional<MotionPlan> plan, Optional<Format> format, boolean fade) {
    /** @param frames its length */
    public record Format(FrameSize size, FrameRate rate, int frames) {}

    /** Only the move is known, or not even that. */
    public static Asked of(Optional<CameraMove> move) {
        return new Asked(move, Optional.empty(), Optional.empty(), false);
    }

    /** @param done what was done of the move that was asked for */
    public static Asked of(ClipBrief brief, CameraMove done, boolean fade) {
        return new Asked(Optional.of(done), Optional.of(brief.motion()).filter(_ -> !done.travels()),
                Optional.of(new Format(brief.size(), brief.rate(), brief.motion().frames())), fade);
    }
}
