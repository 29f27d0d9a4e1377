package org.filmwright.export;

import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.MediaRef;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Speed;
import org.filmwright.timeline.Track;
import org.filmwright.timeline.Transition;

/** How a run of frames gets into the film: frames {@code from} up to, not including, {@code to} of the film. */
sealed interface Passage {
    int from();

    int to();

    /** Rendered and encoded. */
    record Drawn(int from, int to) implements Passage {}

    /** Nothing but a clip's own frames, from its key frame {@code first} on: can be taken over as they are coded. */
    record Taken(int from, int to, MediaRef clip, int first) implements Passage {}

    /**
     * The whole film in passages.
     *
     * @param group frames from one key frame of a clip to the next
     */
    static List<Passage> of(Cut cut, int group) {
        List<Passage> passages = new ArrayList<>();
        List<Run> covered = covered(cut);
        Edges edges = Edges.of(cut.track(0));
        int start = 0;
        int drawn = 0;
        for (int i = 0; i < cut.items().size(); i++) {
            int end = start + cut.items().get(i).frames();
            if (cut.items().get(i) instanceof Item.Clip clip && clip.source().speed().equals(Speed.NORMAL)) {
                for (Run run : new Run(start + edges.out[i], end - edges.in[i + 1]).without(covered)) {
                    int first = key(clip.from() + run.from - start, group);
                    int from = start + first - clip.from();
                    if (from < run.to) {
                        draw(passages, drawn, from);
                        passages.add(new Taken(from, run.to, clip.media(), first));
                        drawn = run.to;
                    }
                }
            }
            start = end;
        }
        draw(passages, drawn, start);
        return passages;
    }

    /** Frames {@code from} up to, not including, {@code to}. */
    record Run(int from, int to) {
        /** What is left of it, in pieces. */
        private List<Run> without(List<Run> others) {
            List<Run> left = List.of(this);
            for (Run other : others) {
                left = left.stream().flatMap(run -> run.around(other).stream()).toList();
            }
            return left.stream().filter(run -> run.from < run.to).toList();
        }

        private List<Run> around(Run other) {
            return other.to <= from || other.from >= to
                    ? List.of(this)
                    : List.of(new Run(from, other.from), new Run(other.to, to));
        }
    }

    /**
     * How far the dissolves of a track reach.
     *
     * @param in frames before each item in which it is seen already; one more than there are items
     * @param out frames of each item in which the one before it is still seen
     */
    record Edges(int[] in, int[] out) {
        static Edges of(Track track) {
            Edges edges = new Edges(new int[track.items().size() + 1], new int[track.items().size() + 1]);
            for (Transition dissolve : track.transitions()) {
                edges.in[dissolve.at()] = dissolve.inOffset();
                edges.out[dissolve.at()] = dissolve.outOffset();
            }
            return edges;
        }
    }

    /** Where something lies over the storyline. */
    private static List<Run> covered(Cut cut) {
        List<Run> covered = new ArrayList<>();
        for (Track track : cut.tracks()) {
            Edges edges = Edges.of(track);
            int start = 0;
            for (int i = 0; i < track.items().size(); i++) {
                int end = start + track.items().get(i).frames();
                if (track.on() && track.kind() == Track.Kind.PICTURE
                        && !(track.items().get(i) instanceof Item.Gap)) {
                    covered.add(new Run(start - edges.in[i], end + edges.out[i + 1]));
                }
                start = end;
            }
        }
        return covered;
    }

    /** The first key frame of a clip from a frame on. */
    private static int key(int frame, int group) {
        return Math.ceilDiv(frame, group) * group;
    }

    private static void draw(List<Passage> passages, int from, int to) {
        if (from < to) {
            passages.add(new Drawn(from, to));
        }
    }
}
