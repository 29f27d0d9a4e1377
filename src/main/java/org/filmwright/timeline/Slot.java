package org.filmwright.timeline;

import org.filmwright.base.ClipId;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;

/** A shot with its clip, in its place in the film; {@code join} says how it follows the one before. */
public record Slot(ShotId shot, ClipId clip, MediaRef media, String label, int frames, Join join) {
    public static Slot of(ClipTake clip, String label, Join join) {
        return new Slot(clip.shot(), clip.id(), clip.media(), label, clip.frames(), join);
    }

    Item.Clip item() {
        return new Item.Clip(shot, clip, media, label, frames);
    }
}
