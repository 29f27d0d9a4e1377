package org.filmwright.export;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of frames that is coded by itself and begins with a key frame: joined end to end the segments are the film. It
 * ends with a passage where that is near, so a segment is mostly whole shots.
 *
 * @param passages without holes
 */
record Segment(List<Passage> passages) {
    Segment {
        passages = List.copyOf(passages);
    }

    int from() {
        return passages.getFirst().from();
    }

    int to() {
        return passages.getLast().to();
    }

    int frames() {
        return to() - from();
    }

    /**
     * Frames {@code from} up to, not including, {@code to} of a film.
     *
     * @param passages of the whole film
     * @param group frames from one key frame of a clip to the next
     * @param most frames of one segment, at least {@code group}
     */
    static List<Segment> of(List<Passage> passages, int from, int to, int group, int most) {
        List<Segment> segments = new ArrayList<>();
        List<Passage> gathered = new ArrayList<>();
        int length = 0;
        for (Passage piece : pieces(within(passages, from, to, group), group, most)) {
            if (length + piece.to() - piece.from() > most) {
                segments.add(new Segment(gathered));
                gathered.clear();
                length = 0;
            }
            gathered.add(piece);
            length += piece.to() - piece.from();
        }
        segments.add(new Segment(gathered));
        return segments;
    }

    private static List<Passage> within(List<Passage> passages, int from, int to, int group) {
        List<Passage> inside = new ArrayList<>();
        for (Passage passage : passages) {
            int begin = Math.max(from, passage.from());
            int end = Math.min(to, passage.to());
            if (begin < end) {
                inside.addAll(switch (passage) {
                    case Passage.Drawn _ -> List.of(new Passage.Drawn(begin, end));
                    case Passage.Taken taken -> part(taken, begin, end, group);
                });
            }
        }
        return inside;
    }

    /** From the next key frame on it can be taken over; what lies before that is drawn. */
    private static List<Passage> part(Passage.Taken whole, int from, int to, int group) {
        int key = Math.ceilDiv(whole.first() + from - whole.from(), group) * group;
        int taken = whole.from() + key - whole.first();
        if (taken >= to) {
            return List.of(new Passage.Drawn(from, to));
        }
        Passage.Taken rest = new Passage.Taken(taken, to, whole.clip(), key);
        return taken == from ? List.of(rest) : List.of(new Passage.Drawn(from, taken), rest);
    }

    /** No longer than a segment may be, and each begins where decoding can begin. */
    private static List<Passage> pieces(List<Passage> passages, int group, int most) {
        int step = most / group * group;
        List<Passage> pieces = new ArrayList<>();
        for (Passage passage : passages) {
            for (int from = passage.from(); from < passage.to(); from += step) {
                int to = Math.min(from + step, passage.to());
                pieces.add(switch (passage) {
                    case Passage.Drawn _ -> new Passage.Drawn(from, to);
                    case Passage.Taken taken -> new Passage.Taken(from, to, taken.clip(),
                            taken.first() + from - taken.from());
                });
            }
        }
        return pieces;
    }
}
