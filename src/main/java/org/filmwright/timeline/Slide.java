package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What went from a list and what came, from place {@code at} on, where everything behind it goes along: so that an early
 * trim of a long film does not record all that is said after it.
 *
 * @param shift how much later what is behind stands then; 0 also in edits of older versions, which recorded all of it
 */
public record Slide<T extends Slide.Along<T>>(int at, List<T> removed, List<T> inserted, int shift) {
    /** What stands at a place and can go along with what is before it. */
    public interface Along<T> {
        /** From 0 on. */
        int place();

        /** The same at another place. @throws IllegalArgumentException where that lies before the first */
        T later(int by);
    }

    public Slide {
        removed = List.copyOf(removed);
        inserted = List.copyOf(inserted);
    }

    /** The smaller one of what makes {@code after} of {@code before} with everything behind where it was, or moved. */
    static <T extends Along<T>> Slide<T> between(List<T> before, List<T> after, int shift) {
        Slide<T> still = moving(before, after, 0);
        Slide<T> along = shift == 0 ? still : moving(before, after, shift);
        return along.length() < still.length() ? along : still;
    }

    private static <T extends Along<T>> Slide<T> moving(List<T> before, List<T> after, int shift) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start && isMoved(before.get(before.size() - 1 - tail), after.get(after.size() - 1
                - tail), shift)) {
            tail++;
        }
        return new Slide<>(start, before.subList(start, before.size() - tail), after.subList(start, after.size()
                - tail), shift);
    }

    private static <T extends Along<T>> boolean isMoved(T before, T after, int shift) {
        return before.place() + shift == after.place() && before.later(shift).equals(after);
    }

    private int length() {
        return removed.size() + inserted.size();
    }

    Slide<T> inverse() {
        return new Slide<>(at, inserted, removed, -shift);
    }

    /** Whether the list holds what is taken away, in its place, and what is behind can go along. */
    boolean fits(List<T> list) {
        int tail = at + removed.size();
        return tail <= list.size() && list.subList(at, tail).equals(removed)
                && (tail == list.size() || list.get(tail).place() + shift >= 0);
    }

    List<T> applyTo(List<T> list) {
        if (!fits(list)) {
            throw new IllegalArgumentException("This edit belongs to another cut");
        }
        List<T> changed = new ArrayList<>(list.subList(0, at));
        changed.addAll(inserted);
        Stream<T> behind = list.subList(at + removed.size(), list.size()).stream();
        changed.addAll((shift == 0 ? behind : behind.map(each -> each.later(shift))).toList());
        return changed;
    }
}
