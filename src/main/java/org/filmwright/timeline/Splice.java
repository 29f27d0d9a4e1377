package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;

/** What went from a list and what came, from place {@code at} on. */
public record Splice<T>(int at, List<T> removed, List<T> inserted) {
    public Splice {
        removed = List.copyOf(removed);
        inserted = List.copyOf(inserted);
    }

    /** The smallest that makes {@code after} of {@code before} in one piece. */
    static <T> Splice<T> between(List<T> before, List<T> after) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return new Splice<>(start, before.subList(start, before.size() - tail),
                after.subList(start, after.size() - tail));
    }

    Splice<T> inverse() {
        return new Splice<>(at, inserted, removed);
    }

    /** Whether the list holds what is taken away, in its place. */
    boolean fits(List<T> list) {
        return at + removed.size() <= list.size() && list.subList(at, at + removed.size()).equals(removed);
    }

    List<T> applyTo(List<T> list) {
        if (!fits(list)) {
            throw new IllegalArgumentException("This edit belongs to another cut");
        }
        List<T> changed = new ArrayList<>(list.subList(0, at));
        changed.addAll(inserted);
        changed.addAll(list.subList(at + removed.size(), list.size()));
        return changed;
    }
}
