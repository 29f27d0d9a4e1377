package org.filmwright.timeline;

import java.util.List;

/**
 * A track beside the storyline: items from frame 0 on without holes, none needed at the end. Pictures are drawn over the
 * storyline, a later track over an earlier one; sounds are heard together.
 *
 * @param name as on its head: {@code V2}, {@code A1}
 * @param on whether it is seen or heard
 * @param locked whether edits pass it by
 */
public record Track(Kind kind, String name, List<Item> items, List<Transition> transitions, boolean on,
        boolean locked) {
    /** What a track holds. */
    public enum Kind {
        PICTURE, SOUND
    }

    public Track {
        items = List.copyOf(items);
        transitions = List.copyOf(transitions);
        Transition.check(items, transitions);
        for (Item item : items) {
            if (!(item instanceof Item.Gap) && item instanceof Item.Sound != (kind == Kind.SOUND)) {
                throw new IllegalArgumentException("Sounds lie on tracks for sound, pictures on those for pictures");
            }
        }
    }

    /** One with nothing on it. */
    public Track(Kind kind, String name) {
        this(kind, name, List.of(), List.of(), true, false);
    }

    /** Length in frames. */
    public int frames() {
        return length(items);
    }

    /** The frame on which item {@code index} starts; for one past the last item, the length of the track. */
    public int start(int index) {
        return length(items.subList(0, index));
    }

    /** The index of the item whose slot holds frame {@code n}. @throws IndexOutOfBoundsException where the track is over */
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

    /** The same track with other items. */
    Track with(List<Item> others, List<Transition> dissolves) {
        return new Track(kind, name, others, dissolves, on, locked);
    }

    static int length(List<Item> items) {
        return Math.toIntExact(items.stream().mapToLong(Item::frames).sum());
    }
}
