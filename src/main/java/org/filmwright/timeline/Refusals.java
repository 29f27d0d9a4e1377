package org.filmwright.timeline;

import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** Why an edit cannot be made. */
final class Refusals {
    private Refusals() {}

    static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what, remedy));
    }

    /** @param left how many frames there are */
    static <T> Outcome<T> noMore(Item item, int left) {
        return refused(name(item) + (left == 0 ? " has no more frames there." : " has only " + left + " more there."),
                "Render it longer, or trim less.");
    }

    static <T> Outcome<T> gone(Item item) {
        return refused("It would be gone: it has " + item.frames() + (item.frames() == 1 ? " frame." : " frames."),
                "Delete it instead.");
    }

    static <T> Outcome<T> locked(Track track) {
        return refused("Track " + track.name() + " is locked.", "Unlock it first.");
    }

    static String name(Item item) {
        return switch (item) {
            case Item.OfShot shot -> "Clip " + shot.label();
            case Item.Sound sound -> "Sound " + sound.label();
            case Item.Gap _ -> "The gap";
            case Item.Title _ -> "The title";
        };
    }

    /** A part of an item. @param begin how many frames later it begins; @param end how many frames later it ends */
    static Outcome<Item> trimmed(Item item, int begin, int end) {
        int frames = item.frames() - begin + end;
        if (frames < 1) {
            return gone(item);
        }
        return item.head() + begin < 0
                ? noMore(item, item.head())
                : item.tail() - end < 0 ? noMore(item, item.tail()) : Outcome.ok(item.slice(begin, frames));
    }
}
