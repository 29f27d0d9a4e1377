package org.filmwright.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Where the playhead stands in a film and how it moves.
 *
 * @param head the frame that is to be seen now
 * @param step frames from one picture to the next: 1 for plain play, -4 for four times backwards, 0 for standing still
 * @param from the first frame it may come to; @param to the one behind the last
 * @param loop whether the first frame follows the last
 */
public record Aim(int head, int step, int from, int to, boolean loop) {
    /** Read forward and shown backward: a group of pictures of our own clips. */
    private static final int GROUP = 12;
    /** Of the frames around the playhead, those behind it. */
    private static final int BEHIND = 4;

    /** The frames that will be needed, soonest first: most of them ahead, a quarter behind, {@code most} in all. */
    SequencedSet<Integer> needed(int most) {
        int behind = most / BEHIND;
        SequencedSet<Integer> needed = new LinkedHashSet<>();
        needed.add(head);
        walk(step == 0 ? 1 : step, most - behind, step < 0, needed);
        walk(step == 0 ? -1 : -step, most, false, needed);
        return needed;
    }

    private void walk(int by, int until, boolean grouped, SequencedSet<Integer> into) {
        List<Integer> group = new ArrayList<>();
        int last = head;
        for (int i = 1; into.size() + group.size() < until; i++) {
            int frame = frame(i * (long) by);
            if (frame < 0 || frame == head || into.contains(frame) || frame == last) {
                break;
            }
            last = frame;
            group.add(frame);
            if (!grouped || group.size() == GROUP) {
                into.addAll(group.reversed());
                group.clear();
            }
        }
        into.addAll(group.reversed());
    }

    /** The frame so far from the playhead; -1 where there is none. */
    private int frame(long away) {
        long place = head + away;
        if (place >= from && place < to) {
            return (int) place;
        }
        return loop ? from + (int) Math.floorMod(place - from, (long) to - from) : -1;
    }
}
