package org.filmwright.timeline;

import org.filmwright.base.MediaRef;

/** A sound that was brought into the project and lies nowhere yet. @param label by which people know it @param seconds above 0 */
public record Recording(MediaRef media, String label, double seconds) {
    public Recording {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("A sound lasts: " + seconds);
        }
    }
}
