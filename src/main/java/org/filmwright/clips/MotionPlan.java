package org.filmwright.clips;

import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.Region;

/**
 * A camera move over one picture, and its reason.
 *
 * @param start window of the first frame, in fractions of the picture, inside it
 * @param end window of the last frame
 * @param frames length, at least 1
 */
public record MotionPlan(CameraMove move, Region start, Region end, Easing easing, int frames, String reason) {
    public MotionPlan {
        if (frames < 1 || !Region.WHOLE.contains(start) || !Region.WHOLE.contains(end)) {
            throw new IllegalArgumentException(
                    "A move lasts 1 frame or more and stays inside the picture: " + start + " to " + end);
        }
    }

    /** One that starts and stops softly. */
    public MotionPlan(CameraMove move, Region start, Region end, int frames, String reason) {
        this(move, start, end, Easing.SOFT, frames, reason);
    }

    /** All that makes it this one; in the form of before other easings, as long as it is the usual one. */
    String identity() {
        return "MotionPlan[move=" + move + ", start=" + start + ", end=" + end
                + (easing == Easing.SOFT ? "" : ", easing=" + easing) + ", frames=" + frames + ", reason=" + reason
                + "]";
    }
}
