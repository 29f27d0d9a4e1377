package org.filmwright.story;

import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.Region;

/**
 * The two frames of a camera move as a person drew them on the picture.
 *
 * @param start what the first frame shows, in fractions of the picture, inside it
 * @param end what the last frame shows
 */
public record CameraFrames(Region start, Region end, Easing easing) {
    public CameraFrames {
        if (!Region.WHOLE.contains(start) || !Region.WHOLE.contains(end)) {
            throw new IllegalArgumentException("A camera frame stays inside the picture: " + start + ", " + end);
        }
    }
}
