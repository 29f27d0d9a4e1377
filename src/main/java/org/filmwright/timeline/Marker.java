package org.filmwright.timeline;

import java.util.Optional;
import org.filmwright.base.ShotId;

/**
 * A note at a place of the film.
 *
 * @param at the frame where it stands
 * @param frames how long what it means lasts, 0 for a moment
 * @param shot the shot that it goes along with, where it belongs to one
 */
public record Marker(int at, int frames, Colour colour, String text, Optional<ShotId> shot) {
    /** The colours that OTIO knows by name. */
    public enum Colour {
        PINK, RED, ORANGE, YELLOW, GREEN, CYAN, BLUE, PURPLE, MAGENTA, BLACK, WHITE
    }

    public Marker {
        if (at < 0 || frames < 0) {
            throw new IllegalArgumentException("A marker stands on a frame of the film: " + at + ", " + frames);
        }
    }

    /** The same at another frame. */
    Marker at(int frame) {
        return new Marker(frame, frames, colour, text, shot);
    }
}
