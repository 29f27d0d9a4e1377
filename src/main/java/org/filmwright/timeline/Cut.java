package org.filmwright.timeline;

import java.util.List;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * The edited film: one contiguous picture track, its dissolves, its subtitles. Immutable. Dissolves are in order and
 * leave at least one clean frame of every item they touch; subtitles are in order and never overlap.
 */
public record Cut(String title, FrameRate rate, FrameSize size, List<Item> items, List<Transition> transitions,
        List<Subtitle> subtitles) {
    public Cut {
        items = List.copyOf(items);
        transitions = List.copyOf(transitions);
        subtitles = List.copyOf(subtitles);
        checkTransitions(items, transitions);
        checkSubtitles(subtitles, length(items));
    }

    /** Length of the film in frames. */
    public int frames() {
        return length(items);
    }

    public double seconds() {
        return rate.seconds(frames());
    }

    /** The frame on which item {@code index} starts; for one past the last item, the length of the film. */
    public int start(int index) {
        return length(items.subList(0, index));
    }

    /** The index of the item whose slot holds frame {@code n}. @throws IndexOutOfBoundsException outside the film */
    public int itemAt(int n) {
        int end = 0;
        for (int i = 0; i < items.size() && n >= 0; i++) {
            end += items.get(i).frames();
            if (n < end) {
                return i;
            }
        }
        throw new IndexOutOfBoundsException("Frame " + n + " of a film of " + end);
    }

    private static int length(List<Item> items) {
        return Math.toIntExact(items.stream().mapToLong(Item::frames).sum());
    }

    private static void checkTransitions(List<Item> items, List<Transition> transitions) {
        int[] taken = new int[items.size()];
        int before = 0;
        for (Transition transition : transitions) {
            int at = transition.at();
            require(at > before && at < items.size(), "No dissolve can stand at item " + at);
            taken[at - 1] += transition.inOffset();
            taken[at] += transition.outOffset();
            before = at;
        }
        for (int i = 0; i < taken.length; i++) {
            require(taken[i] < items.get(i).frames() || taken[i] == 0, "Dissolves cover all of item " + i);
        }
    }

    private static void checkSubtitles(List<Subtitle> subtitles, int frames) {
        int free = 0;
        for (Subtitle subtitle : subtitles) {
            require(subtitle.start() >= free && subtitle.end() <= frames,
                    "A subtitle overlaps or leaves the film: " + subtitle);
            free = subtitle.end();
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
