package org.filmwright.production;

import java.util.List;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.TakeId;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.Direction;
import org.filmwright.clips.MotionPlan;
import org.filmwright.story.Shot;

/**
 * How a shot is filmed as things stand.
 *
 * @param picture of the circled take, and where the eye should land in it
 * @param plan what is filmed now, and {@code direction} why
 * @param byRule what would be filmed if nobody had framed it
 * @param format size and rate of the film
 * @param clips of this shot, oldest first
 */
public record CameraSetup(Shot shot, Picture picture, MotionPlan plan, Direction direction, Ruled byRule, Format format,
        List<ClipTake> clips) {
    public CameraSetup {
        clips = List.copyOf(clips);
    }

    /** @param subject in fractions of the picture */
    public record Picture(TakeId take, MediaRef media, Region subject) {}

    /** @param seconds length by rule, which the person's own may differ from */
    public record Ruled(MotionPlan plan, double seconds) {}

    public record Format(FrameSize size, FrameRate rate) {}
}
