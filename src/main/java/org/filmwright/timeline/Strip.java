package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * The items of a track while they are edited, each with the dissolve into it, and with the frames of the track before the
 * edit that it shows: so what lies over them can go along.
 */
final class Strip {
    private final List<Piece> pieces = new ArrayList<>();
    private final int before;

    /**
     * An item.
     *
     * @param in frames of the dissolve before the cut; @param out behind it
     * @param old where it was
     */
    private record Piece(Item item, int in, int out, Old old) {
        Piece with(Item other, Old place) {
            return new Piece(other, in, out, place);
        }
    }

    /**
     * Where an item was before the edit.
     *
     * @param origin the frame on which its first frame lay, or would have lain
     * @param lo the first frame of the track that was its own; @param hi the first that was not any more
     */
    private record Old(int origin, int lo, int hi) {
        static final Old NOWHERE = new Old(0, 0, 0);

        /** Of the part that begins so many frames later and is so long. */
        Old part(int offset, int frames) {
            int begin = origin + offset;
            return new Old(begin, Math.max(lo, begin), Math.min(hi, begin + frames));
        }

        boolean shows(int from, int to) {
            return lo < to && hi > from && lo < hi;
        }
    }

    private Strip(int before) {
        this.before = before;
    }

    static Strip of(Cut cut) {
        return of(cut.items(), cut.transitions());
    }

    static Strip of(Track track) {
        return of(track.items(), track.transitions());
    }

    private static Strip of(List<Item> items, List<Transition> transitions) {
        Strip strip = new Strip(Track.length(items));
        int start = 0;
        for (Item item : items) {
            int end = start + item.frames();
            strip.pieces.add(new Piece(item, 0, 0, new Old(start, start, end)));
            start = end;
        }
        transitions.forEach(each -> strip.dissolve(each.at(), each.inOffset(), each.outOffset()));
        return strip;
    }

    int size() {
        return pieces.size();
    }

    Item item(int at) {
        return pieces.get(at).item;
    }

    boolean isGap(int at) {
        return at >= 0 && at < pieces.size() && item(at) instanceof Item.Gap;
    }

    int frames() {
        return pieces.stream().mapToInt(piece -> piece.item.frames()).sum();
    }

    /** With a cut before a frame. */
    Strip cleft(int frame) {
        int start = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int offset = frame - start;
            int rest = piece.item.frames() - offset;
            if (offset > 0 && rest > 0) {
                pieces.set(i, piece.with(piece.item.slice(0, offset), piece.old.part(0, offset)));
                pieces.add(i + 1, new Piece(piece.item.slice(offset, rest), 0, 0, piece.old.part(offset, rest)));
                return this;
            }
            start += piece.item.frames();
        }
        return this;
    }

    /** As long as so many frames at least. */
    Strip reaching(int frame) {
        if (frames() < frame) {
            add(pieces.size(), new Item.Gap(frame - frames()));
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

    /** Another item in its place, as long or not; what lies over it stays over it. */
    void set(int at, Item item) {
        pieces.set(at, pieces.get(at).with(item, pieces.get(at).old));
    }

    /** Another part of the same item. @param begin how many frames later it begins */
    void trim(int at, Item part, int begin) {
        pieces.set(at, pieces.get(at).with(part, pieces.get(at).old.part(begin, part.frames())));
    }

    /** What dissolved into what is put in cannot dissolve into what follows it. */
    void add(int at, Item item) {
        straight(at);
        pieces.add(at, new Piece(item, 0, 0, Old.NOWHERE));
    }

    /** An item over what showed in its place. */
    void lay(int frame, Item item) {
        reaching(frame).cleft(frame).cleft(frame + item.frames());
        int first = indexAt(frame);
        int behind = indexAt(frame + item.frames());
        for (int i = first; i < behind; i++) {
            remove(first);
        }
        straight(first);
        pieces.add(first, new Piece(item, 0, 0, new Old(frame, frame, frame + item.frames())));
    }

    void remove(int at) {
        straight(at + 1);
        pieces.remove(at);
    }

    /** Takes out a range and closes it. */
    void close(int from, int to) {
        cleft(from).cleft(to);
        int first = indexAt(from);
        for (int behind = indexAt(to); behind > first; behind--) {
            remove(first);
        }
        straight(first);
    }

    void move(int at, int to) {
        Piece piece = pieces.get(at);
        remove(at);
        straight(to);
        pieces.add(to, new Piece(piece.item, 0, 0, piece.old));
    }

    /**
     * Takes several items together to another place, with the dissolves between them. A fade belongs to the black or the
     * card that it comes out of or goes into, and stays there; a dissolve at their ends goes, since the two that it joined
     * do not meet any more.
     *
     * @param behind the first that stays; @param to the index of the first of them afterwards
     */
    void move(int from, int behind, int to) {
        List<Piece> block = new ArrayList<>(pieces.subList(from, behind));
        if (behind < pieces.size() && !isStill(behind)) {
            Piece first = block.getFirst();
            dissolve(behind, isStill(from - 1) ? first.in : 0, isStill(from - 1) ? first.out : 0);
        }
        pieces.subList(from, behind).clear();
        boolean comesUp = to < pieces.size() && !isStill(to) && isStill(to - 1);
        Piece head = block.getFirst();
        block.set(0, new Piece(head.item, comesUp ? pieces.get(to).in : 0, comesUp ? pieces.get(to).out : 0, head.old));
        if (to < pieces.size() && !isStill(to)) {
            straight(to);
        }
        pieces.addAll(to, block);
        straight(0);
    }

    /** What holds while something comes up out of it or goes into it. */
    private boolean isStill(int at) {
        return at >= 0 && at < pieces.size() && (item(at) instanceof Item.Gap || item(at) instanceof Item.Title);
    }

    /** Moves an item so many frames while there is nothing in its way; says whether there was not. */
    boolean shift(int at, int by) {
        boolean last = at + 1 == size() || at + 2 == size() && isGap(at + 1);
        int before = isGap(at - 1) ? item(at - 1).frames() : 0;
        int behind = last ? Source.ENDLESS : isGap(at + 1) ? item(at + 1).frames() : 0;
        if (by > behind || -by > before) {
            return false;
        }
        if (!last) {
            pad(isGap(at + 1) ? at + 2 : at + 1, -by);
        }
        pad(at, by);
        return true;
    }

    /** Makes the gap before an item so many frames longer, or shorter where {@code by} is below 0. */
    void pad(int at, int by) {
        int frames = by + (isGap(at - 1) ? item(at - 1).frames() : 0);
        if (isGap(at - 1) && frames > 0) {
            set(at - 1, new Item.Gap(frames));
        } else if (isGap(at - 1)) {
            remove(at - 1);
        } else if (frames > 0) {
            add(at, new Item.Gap(frames));
        }
    }

    /** One item instead of one and the one before it; it goes where the second went. */
    void joined(int at, Item whole) {
        Old old = pieces.get(at - 1).old;
        pieces.set(at - 1, pieces.get(at - 1).with(whole, new Old(old.origin, old.lo, pieces.get(at).old.hi)));
        pieces.remove(at);
    }

    /** Leaves nothing where an item was. */
    void clear(int at) {
        straight(at);
        straight(at + 1);
        set(at, new Item.Gap(item(at).frames()));
    }

    void straight(int at) {
        if (at < pieces.size()) {
            dissolve(at, 0, 0);
        }
    }

    void dissolve(int at, int in, int out) {
        pieces.set(at, new Piece(pieces.get(at).item, in, out, pieces.get(at).old));
    }

    /** Where what lay on a frame lies now; what is gone, where the next one begins. */
    int now(int frame) {
        int start = 0;
        int next = Integer.MAX_VALUE;
        int place = frames() + Math.max(0, frame - before);
        for (Piece piece : pieces) {
            if (piece.old.shows(frame, frame + 1)) {
                return start + frame - piece.old.origin;
            }
            if (piece.old.lo < piece.old.hi && piece.old.lo > frame && piece.old.lo < next) {
                next = piece.old.lo;
                place = start + piece.old.lo - piece.old.origin;
            }
            start += piece.item.frames();
        }
        return place;
    }

    /** Whether nothing is seen any more of what lay from one frame to another. */
    boolean gone(int from, int to) {
        return from < before && pieces.stream().noneMatch(piece -> piece.old.shows(from, to));
    }

    /** The storyline of a cut. */
    Cut cut(Cut like) {
        joinGaps();
        return like.with(pieces.stream().map(Piece::item).toList(), dissolves());
    }

    /** A track; what is empty behind its last item is not kept, unless that fades into it. */
    Track track(Track like) {
        joinGaps();
        if (isGap(size() - 1) && dissolves().stream().noneMatch(each -> each.at() == size() - 1)) {
            pieces.removeLast();
        }
        return like.with(pieces.stream().map(Piece::item).toList(), dissolves());
    }

    /** Shorter where they would cover all of an item; none where nothing is left of them. */
    private List<Transition> dissolves() {
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
        return dissolves;
    }

    private void joinGaps() {
        for (int at = pieces.size() - 1; at > 0; at--) {
            if (isGap(at) && isGap(at - 1)) {
                int frames = item(at).frames() + item(at - 1).frames();
                remove(at);
                set(at - 1, new Item.Gap(frames));
            }
        }
    }
}
