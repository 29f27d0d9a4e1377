package org.filmwright.images;

import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

/**
 * One picture that came back; immutable.
 *
 * @param number of the take within its shot, from 1
 * @param brief digest of the brief it answered
 * @param origin who made it
 * @param subject where the eye should land
 */
public record ImageTake(TakeId id, ShotId shot, int number, MediaRef media, Digest brief, Origin origin,
        Region subject) {
    /** Generator id, and the seed it was given. */
    public record Origin(String generator, long seed) {}
}
