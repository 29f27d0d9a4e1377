package org.filmwright.timeline;

import java.util.Optional;
import org.filmwright.base.ClipId;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;

/** A shot in its place in the film, with its clip or what stands in for it; {@code join} says how it follows the one before. */
public record Slot(Item.OfShot item, Join join) {
    public Slot(ShotId shot, ClipId clip, MediaRef media, String label, int frames, Join join) {
        this(new Item.Clip(shot, clip, media, label, frames), join);
    }

    public static Slot of(ClipTake clip, String label, Join join) {
        return new Slot(clip.shot(), clip.id(), clip.media(), label, clip.frames(), join);
    }

    /** A shot without a clip. @param text what it shows; @param frames as planned */
    public static Slot of(ShotId shot, String label, String text, int frames, Optional<Item.Still> still, Join join) {
        return new Slot(new Item.Board(shot, label, text, frames, new Source(0, frames), still, 0), join);
    }
}
