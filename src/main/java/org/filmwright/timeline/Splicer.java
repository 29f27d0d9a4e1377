package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * Edits of a cut by hand, in the words of the cutting room: each makes a new cut of one, or says why it cannot. A dissolve
 * that no longer fits between its neighbours becomes shorter, or a straight cut. Subtitles are left out: who edits lays them
 * anew over the new cut ({@link Subtitling}). The way back is {@link CutEdit#inverse()}.
 */
public final class Splicer {
    private Splicer() {}

    /** Cuts what shows at a frame in two; the second part begins with that frame. */
    public static Outcome<Cut> split(Cut cut, int frame) {
        if (frame < 1 || frame >= cut.frames() || cut.start(cut.itemAt(frame)) == frame) {
            return refused("There is a cut here already.", "Go to a frame within a clip.");
        }
        return cut.items().get(cut.itemAt(frame)) instanceof Item.Gap
                ? refused("A gap cannot be split.", "Go to a frame within a clip.")
                : made(Strip.of(cut).cleft(frame), cut);
    }

    /** Takes an item out and leaves a gap, so that nothing behind it moves. */
    public static Outcome<Cut> lift(Cut cut, int item) {
        Strip strip = Strip.of(cut);
        strip.straight(item);
        strip.straight(item + 1);
        strip.set(item, new Item.Gap(cut.items().get(item).frames()));
        return made(strip, cut);
    }

    /** Takes an item out, and what is behind it moves up. */
    public static Outcome<Cut> extract(Cut cut, int item) {
        Strip strip = Strip.of(cut);
        strip.remove(item);
        return made(strip, cut);
    }

    /** Puts an item in; what shows at the frame is split, and what is behind moves back. */
    public static Outcome<Cut> insert(Cut cut, int frame, Item item) {
        Strip strip = Strip.of(cut).cleft(frame);
        strip.add(strip.indexAt(frame), item);
        return made(strip, cut);
    }

    /** Puts an item over what shows from a frame on; nothing behind it moves. */
    public static Outcome<Cut> overwrite(Cut cut, int frame, Item item) {
        Strip strip = Strip.of(cut).cleft(frame).cleft(frame + item.frames());
        int first = strip.indexAt(frame);
        int behind = strip.indexAt(frame + item.frames());
        for (int i = first; i < behind; i++) {
            strip.remove(first);
        }
        strip.add(first, item);
        return made(strip, cut);
    }

    /** Puts an item behind the last. */
    public static Outcome<Cut> append(Cut cut, Item item) {
        return insert(cut, cut.frames(), item);
    }

    /** Takes an item to another place; what is between moves over. @param to its index afterwards */
    public static Outcome<Cut> move(Cut cut, int item, int to) {
        if (to < 0 || to >= cut.items().size() || to == item) {
            return refused("It cannot be moved further.", "Move another clip.");
        }
        Strip strip = Strip.of(cut);
        strip.remove(item);
        strip.straight(to);
        strip.add(to, cut.items().get(item));
        return made(strip, cut);
    }

    /** Ripple trim of the head: the item begins so many frames later, or earlier where {@code by} is below 0. */
    public static Outcome<Cut> trimHead(Cut cut, int item, int by) {
        return trimmed(cut.items().get(item), by, 0).then(shorter -> replaced(cut, item, shorter));
    }

    /** Ripple trim of the tail: the item ends so many frames later, or earlier where {@code by} is below 0. */
    public static Outcome<Cut> trimTail(Cut cut, int item, int by) {
        return trimmed(cut.items().get(item), 0, by).then(longer -> replaced(cut, item, longer));
    }

    /** Moves the cut before an item; the film stays as long as it is. */
    public static Outcome<Cut> roll(Cut cut, int item, int by) {
        return item < 1 || item >= cut.items().size()
                ? refused("There is no cut here between two clips.", "Go to the second of them.")
                : trimTail(cut, item - 1, by).then(first -> trimHead(first, item, by));
    }

    /** Shows another part of a clip, as long as before and in the same place. */
    public static Outcome<Cut> slip(Cut cut, int item, int by) {
        if (!(cut.items().get(item) instanceof Item.OfShot clip)) {
            return refused("Only a clip can be slipped.", "Choose a clip.");
        }
        return clip.head() + by < 0 || clip.tail() - by < 0
                ? noMore(clip, by < 0 ? clip.head() : clip.tail())
                : replaced(cut, item, clip.slice(by, clip.frames()));
    }

    /** Moves an item between its neighbours, of which one becomes longer and the other shorter. */
    public static Outcome<Cut> slide(Cut cut, int item, int by) {
        return item < 1 || item + 1 >= cut.items().size()
                ? refused("The first and the last cannot slide.", "Choose one between two others.")
                : trimTail(cut, item - 1, by).then(moved -> trimHead(moved, item + 1, by));
    }

    /**
     * A dissolve of so many frames into an item, over frames that both clips have beside what is seen, as far as there are
     * any. It is shortened where it would cover all of an item.
     */
    public static Outcome<Cut> dissolve(Cut cut, int item, int frames) {
        if (item < 1 || item >= cut.items().size()) {
            return refused("There is no cut here between two clips.", "Go to the second of them.");
        }
        int least = Math.max(0, frames - cut.items().get(item - 1).tail());
        int most = Math.min(frames, cut.items().get(item).head());
        int in = Math.clamp(frames / 2, Math.min(least, most), Math.max(least, most));
        Strip strip = Strip.of(cut);
        strip.dissolve(item, in, frames - in);
        return made(strip, cut).then(film -> film.transitions().stream().anyMatch(each -> each.at() == item)
                ? Outcome.ok(film)
                : refused("The clips are too short for a dissolve.", "Make them longer first."));
    }

    /** Makes the cut before an item a straight one. */
    public static Outcome<Cut> straight(Cut cut, int item) {
        Strip strip = Strip.of(cut);
        strip.straight(item);
        return made(strip, cut);
    }

    /** The same cut of other items, as many as before; dissolves that no longer fit become shorter. */
    static Cut withItems(Cut cut, List<Item> items) {
        Strip strip = Strip.of(cut);
        for (int i = 0; i < items.size(); i++) {
            strip.set(i, items.get(i));
        }
        return strip.cut(cut);
    }

    /** @param begin how many frames later it begins; @param end how many frames later it ends */
    private static Outcome<Item> trimmed(Item item, int begin, int end) {
        int frames = item.frames() - begin + end;
        if (frames < 1) {
            return refused("It would be gone: it has " + item.frames() + (item.frames() == 1 ? " frame." : " frames."),
                    "Delete it instead.");
        }
        return item.head() + begin < 0
                ? noMore(item, item.head())
                : item.tail() - end < 0 ? noMore(item, item.tail()) : Outcome.ok(item.slice(begin, frames));
    }

    private static <T> Outcome<T> noMore(Item item, int left) {
        String name = switch (item) {
            case Item.OfShot shot -> "Clip " + shot.label();
            case Item.Sound sound -> "Sound " + sound.label();
            case Item.Gap _ -> "The gap";
            case Item.Title _ -> "The title";
        };
        return refused(name + (left == 0 ? " has no more frames there." : " has only " + left + " more there."),
                "Render it longer, or trim less.");
    }

    private static Outcome<Cut> replaced(Cut cut, int item, Item by) {
        Strip strip = Strip.of(cut);
        strip.set(item, by);
        return made(strip, cut);
    }

    private static Outcome<Cut> made(Strip strip, Cut of) {
        return Outcome.ok(strip.cut(of));
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what, remedy));
    }

    /** The items while they are edited, each with the dissolve into it. */
    private static final class Strip {
        private final List<Piece> pieces = new ArrayList<>();

        /** @param in frames of the dissolve before the cut; @param out behind it */
        private record Piece(Item item, int in, int out) {}

        static Strip of(Cut cut) {
            Strip strip = new Strip();
            cut.items().forEach(item -> strip.pieces.add(new Piece(item, 0, 0)));
            cut.transitions().forEach(each -> strip.dissolve(each.at(), each.inOffset(), each.outOffset()));
            return strip;
        }

        /** With a cut before a frame. */
        Strip cleft(int frame) {
            int start = 0;
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                int offset = frame - start;
                if (offset > 0 && offset < piece.item.frames()) {
                    pieces.set(i, new Piece(piece.item.slice(0, offset), piece.in, piece.out));
                    pieces.add(i + 1, new Piece(piece.item.slice(offset, piece.item.frames() - offset), 0, 0));
                    return this;
                }
                start += piece.item.frames();
            }
            return this;
        }

        /** The item that begins with a frame, or the first behind it. */
        int indexAt(int frame) {
            int start = 0;
            int at = 0;
            while (at < pieces.size() && start < frame) {
                start += pieces.get(at++).item.frames();
            }
            return at;
        }

        void set(int at, Item item) {
            pieces.set(at, new Piece(item, pieces.get(at).in, pieces.get(at).out));
        }

        /** What dissolved into what is put in cannot dissolve into what follows it. */
        void add(int at, Item item) {
            straight(at);
            pieces.add(at, new Piece(item, 0, 0));
        }

        void remove(int at) {
            straight(at + 1);
            pieces.remove(at);
        }

        void straight(int at) {
            if (at < pieces.size()) {
                dissolve(at, 0, 0);
            }
        }

        void dissolve(int at, int in, int out) {
            pieces.set(at, new Piece(pieces.get(at).item, in, out));
        }

        Cut cut(Cut like) {
            joinGaps();
            List<Transition> dissolves = new ArrayList<>();
            int taken = 0;
            for (int at = 1; at < pieces.size(); at++) {
                Piece piece = pieces.get(at);
                int in = Math.clamp(pieces.get(at - 1).item.frames() - 1 - taken, 0, piece.in);
                int out = Math.min(piece.out, piece.item.frames() - 1);
                taken = out;
                if (in + out > 0) {
                    dissolves.add(new Transition(at, in, out));
                }
            }
            return like.with(pieces.stream().map(Piece::item).toList(), dissolves);
        }

        private void joinGaps() {
            for (int at = pieces.size() - 1; at > 0; at--) {
                if (pieces.get(at).item instanceof Item.Gap(int more)
                        && pieces.get(at - 1).item instanceof Item.Gap(int frames)) {
                    remove(at);
                    set(at - 1, new Item.Gap(frames + more));
                }
            }
        }
    }
}
