package org.filmwright.export;

import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.MediaRef;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Speed;
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
        int[] heads = new int[cut.items().size() + 1];
        int[] tails = new int[cut.items().size() + 1];
        for (Transition dissolve : cut.transitions()) {
            heads[dissolve.at()] = dissolve.outOffset();
            tails[dissolve.at() - 1] = dissolve.inOffset();
        }
        int start = 0;
        for (int i = 0; i < cut.items().size(); i++) {
            int end = start + cut.items().get(i).frames();
            int taken = end - tails[i];
            if (cut.items().get(i) instanceof Item.Clip clip && clip.source().speed().equals(Speed.NORMAL)
                    && key(clip, heads[i], group) < clip.from() + taken - start) {
                int first = key(clip, heads[i], group);
                int from = start + first - clip.from();
                draw(passages, start, from);
                passages.add(new Taken(from, taken, clip.media(), first));
                draw(passages, taken, end);
            } else {
                draw(passages, start, end);
            }
            start = end;
        }
        return passages;
    }

    /** The first key frame of a clip from which it is seen alone. */
    private static int key(Item.Clip clip, int dissolved, int group) {
        return Math.ceilDiv(clip.from() + dissolved, group) * group;
    }

    private static void draw(List<Passage> passages, int from, int to) {
        if (!passages.isEmpty() && passages.getLast() instanceof Drawn before) {
            passages.set(passages.size() - 1, new Drawn(before.from, to));
        } else if (from < to) {
            passages.add(new Drawn(from, to));
        }
    }
}
