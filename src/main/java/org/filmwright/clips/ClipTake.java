package org.filmwright.clips;

import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

/** One rendered clip; immutable. {@code brief} is the digest of the brief it answered. */
public record ClipTake(ClipId id, ShotId shot, TakeId image, MediaRef media, Digest brief, int frames) {}
