package org.filmwright.timeline;

import java.util.List;

/**
 * A dissolve at the cut before item {@code at}. It takes no time of its own (OTIO): {@code inOffset} frames before the
 * cut show the incoming item too, {@code outOffset} frames after it the outgoing one; where an item has no frames left
 * its edge frame is held.
 *
 * @param at index of the incoming item, 1 or more
 */
public record Transition(int at, int inOffset, int outOffset) implements Slide.Along<Transition> {
    public Transition {
        if (at < 1 || inOffset < 0 || outOffset < 0 || inOffset + outOffset < 1) {
            throw new IllegalArgumentException(
                    "A dissolve stands between two items and lasts: " + at + " " + inOffset + "+" + outOffset);
        }
    }

    public int frames() {
        return inOffset + outOffset;
    }

    /** The item before it. */
    @Override
    public int place() {
        return at - 1;
    }

    @Override
    public Transition later(int by) {
        return new Transition(at + by, inOffset, outOffset);
    }

    /** In order, and at least one clean frame is left of every item. @throws IllegalArgumentException where not */
    static void check(List<Item> items, List<Transition> transitions) {
        int[] taken = new int[items.size()];
        int before = 0;
        for (Transition transition : transitions) {
            int at = transition.at();
            if (at <= before || at >= items.size()) {
                throw new IllegalArgumentException("No dissolve can stand at item " + at);
            }
            taken[at - 1] += transition.inOffset();
            taken[at] += transition.outOffset();
            before = at;
        }
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] > 0 && taken[i] >= items.get(i).frames()) {
                throw new IllegalArgumentException("Dissolves cover all of item " + i);
            }
        }
    }

    /** A dissolve of {@code frames}, half before and half after the cut. */
    static Transition centred(int at, int frames) {
        return new Transition(at, frames / 2, frames - frames / 2);
    }
}
