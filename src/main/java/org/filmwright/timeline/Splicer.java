package org.filmwright.timeline;

import java.util.List;
import org.filmwright.base.Outcome;

/**
 * Edits of the storyline by hand, in the words of the cutting room: each makes a new cut of one, or says why it cannot. What
 * lies over the storyline goes along ({@link Ripple}). A dissolve that no longer fits between its neighbours becomes
 * shorter, or a straight cut. Subtitles are left out: who edits lays them anew over the new cut ({@link Subtitling}). The
 * way back is {@link CutEdit#inverse()}.
 */
public final class Splicer {
    private Splicer() {}

    /** Cuts what shows at a frame in two; the second part begins with that frame. What it is linked to is cut as well. */
    public static Outcome<Cut> split(Cut cut, int frame) {
        if (frame < 1 || frame >= cut.frames() || cut.start(cut.itemAt(frame)) == frame) {
            return Refusals.refused("There is a cut here already.", "Go to a frame within a clip.");
        }
        Item item = cut.items().get(cut.itemAt(frame));
        if (item instanceof Item.Gap) {
            return Refusals.refused("A gap cannot be split.", "Go to a frame within a clip.");
        }
        int second = item.link() == 0 ? 0 : Links.next(cut);
        Strip strip = Strip.of(cut).cleft(frame);
        int at = strip.indexAt(frame);
        strip.set(at, strip.item(at).linked(second));
        return Outcome.ok(Links.split(strip.cut(cut), item, frame, second));
    }

    /** Takes an item and what it is linked to out and leaves gaps, so that nothing behind it moves. */
    public static Outcome<Cut> lift(Cut cut, int item) {
        Strip strip = Strip.of(cut);
        strip.clear(item);
        return Outcome.ok(Links.without(strip.cut(cut), cut.items().get(item)));
    }

    /** Takes an item out, and what is behind it moves up. What it is linked to, and what lies wholly over it, goes too. */
    public static Outcome<Cut> extract(Cut cut, int item) {
        Cut alone = Links.without(cut, cut.items().get(item));
        Strip strip = Strip.of(alone);
        strip.remove(item);
        return Outcome.ok(Ripple.of(alone, strip, Ripple.Way.EXTRACTED));
    }

    /** Puts an item in; what shows at the frame is split, and what is behind moves back. */
    public static Outcome<Cut> insert(Cut cut, int frame, Item item) {
        Strip strip = Strip.of(cut).cleft(frame);
        strip.add(strip.indexAt(frame), item);
        return moved(cut, strip);
    }

    /** Puts an item over what shows from a frame on; nothing behind it moves. */
    public static Outcome<Cut> overwrite(Cut cut, int frame, Item item) {
        Strip strip = Strip.of(cut);
        strip.lay(frame, item);
        return Outcome.ok(strip.cut(cut));
    }

    /** Puts an item behind the last. */
    public static Outcome<Cut> append(Cut cut, Item item) {
        return insert(cut, cut.frames(), item);
    }

    /** Takes an item to another place; what is between moves over. @param to its index afterwards */
    public static Outcome<Cut> move(Cut cut, int item, int to) {
        if (to < 0 || to >= cut.items().size() || to == item) {
            return Refusals.refused("It cannot be moved further.", "Move another clip.");
        }
        Strip strip = Strip.of(cut);
        strip.move(item, to);
        return Outcome.ok(Ripple.of(cut, strip, Ripple.Way.REORDERED));
    }

    /**
     * Takes several items together to another place; what is between moves over.
     *
     * @param behind the first item that stays; @param to the index of the first of them afterwards
     */
    static Cut carried(Cut cut, int from, int behind, int to) {
        Strip strip = Strip.of(cut);
        strip.move(from, behind, to);
        return Ripple.of(cut, strip, Ripple.Way.REORDERED);
    }

    /** Ripple trim of the head: the item begins so many frames later, or earlier where {@code by} is below 0. */
    public static Outcome<Cut> trimHead(Cut cut, int item, int by) {
        Strip strip = Strip.of(cut);
        return trimmed(strip, item, by, 0).then(_ -> moved(cut, strip));
    }

    /** Ripple trim of the tail: the item ends so many frames later, or earlier where {@code by} is below 0. */
    public static Outcome<Cut> trimTail(Cut cut, int item, int by) {
        Strip strip = Strip.of(cut);
        return trimmed(strip, item, 0, by).then(_ -> moved(cut, strip));
    }

    /** Moves the cut before an item; the film stays as long as it is. */
    public static Outcome<Cut> roll(Cut cut, int item, int by) {
        Strip strip = Strip.of(cut);
        return item < 1 || item >= cut.items().size()
                ? noCut()
                : trimmed(strip, item - 1, 0, by).then(_ -> trimmed(strip, item, by, 0)).then(_ -> moved(cut, strip));
    }

    /** Shows another part of a clip, as long as before and in the same place. */
    public static Outcome<Cut> slip(Cut cut, int item, int by) {
        if (!(cut.items().get(item) instanceof Item.OfShot clip)) {
            return Refusals.refused("Only a clip can be slipped.", "Choose a clip.");
        }
        if (clip.head() + by < 0 || clip.tail() - by < 0) {
            return Refusals.noMore(clip, by < 0 ? clip.head() : clip.tail());
        }
        Strip strip = Strip.of(cut);
        strip.set(item, clip.slice(by, clip.frames()));
        return Outcome.ok(strip.cut(cut));
    }

    /** Moves an item between its neighbours, of which one becomes longer and the other shorter. */
    public static Outcome<Cut> slide(Cut cut, int item, int by) {
        Strip strip = Strip.of(cut);
        return item < 1 || item + 1 >= cut.items().size()
                ? Refusals.refused("The first and the last cannot slide.", "Choose one between two others.")
                : trimmed(strip, item - 1, 0, by).then(_ -> trimmed(strip, item + 1, by, 0))
                        .then(_ -> moved(cut, strip));
    }

    /** Puts another item in the place of one; what is behind moves where it is longer or shorter. */
    public static Outcome<Cut> replace(Cut cut, int item, Item by) {
        Strip strip = Strip.of(cut);
        strip.set(item, by);
        return moved(cut, strip);
    }

    /**
     * A dissolve of so many frames into an item, over frames that both clips have beside what is seen, as far as there are
     * any. It is shortened where it would cover all of an item.
     */
    public static Outcome<Cut> dissolve(Cut cut, int item, int frames) {
        Strip strip = Strip.of(cut);
        return item < 1 || item >= cut.items().size()
                ? noCut()
                : Fades.dissolved(strip, item, frames)
                        .then(_ -> Fades.there(strip.cut(cut), new Spot(0, item)));
    }

    /** The same cut of other items, as many as before; dissolves that no longer fit become shorter. */
    static Cut withItems(Cut cut, List<Item> items) {
        Strip strip = Strip.of(cut);
        for (int i = 0; i < items.size(); i++) {
            strip.set(i, items.get(i));
        }
        return Ripple.of(cut, strip, Ripple.Way.MOVED);
    }

    /** Trims an item of a strip. @param begin how many frames later it begins; @param end how many frames later it ends */
    private static Outcome<Item> trimmed(Strip strip, int item, int begin, int end) {
        Outcome<Item> part = Refusals.trimmed(strip.item(item), begin, end);
        if (part instanceof Outcome.Ok<Item>(Item shorter)) {
            strip.trim(item, shorter, begin);
        }
        return part;
    }

    private static Outcome<Cut> moved(Cut cut, Strip strip) {
        return Outcome.ok(Ripple.of(cut, strip, Ripple.Way.MOVED));
    }

    private static Outcome<Cut> noCut() {
        return Refusals.refused("There is no cut here between two clips.", "Go to the second of them.");
    }
}
