package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An edit of a cut, as small as it is, with what it replaced; dissolves and subtitles go along with the items. */
public record CutEdit(Items items, Dissolves dissolves, Subtitles subtitles) {
    /** Items from {@code at} on that went and came. */
    public record Items(int at, List<Item> removed, List<Item> inserted) {
        public Items {
            removed = List.copyOf(removed);
            inserted = List.copyOf(inserted);
        }
    }

    /** Dissolves from the {@code at}-th on that went and came. */
    public record Dissolves(int at, List<Transition> removed, List<Transition> inserted) {
        public Dissolves {
            removed = List.copyOf(removed);
            inserted = List.copyOf(inserted);
        }
    }

    /** Subtitles from the {@code at}-th on that went and came. */
    public record Subtitles(int at, List<Subtitle> removed, List<Subtitle> inserted) {
        public Subtitles {
            removed = List.copyOf(removed);
            inserted = List.copyOf(inserted);
        }
    }

    /** What makes {@code after} of {@code before}; nothing when they are equal, or are not cuts of one film. */
    public static Optional<CutEdit> between(Cut before, Cut after) {
        boolean same = before.title().equals(after.title()) && before.rate().equals(after.rate())
                && before.size().equals(after.size());
        if (!same || before.equals(after)) {
            return Optional.empty();
        }
        Splice<Item> items = Splice.between(before.items(), after.items());
        Splice<Transition> dissolves = Splice.between(before.transitions(), after.transitions());
        Splice<Subtitle> subtitles = Splice.between(before.subtitles(), after.subtitles());
        return Optional.of(new CutEdit(new Items(items.at, items.removed, items.inserted),
                new Dissolves(dissolves.at, dissolves.removed, dissolves.inserted),
                new Subtitles(subtitles.at, subtitles.removed, subtitles.inserted)));
    }

    public CutEdit inverse() {
        return new CutEdit(new Items(items.at, items.inserted, items.removed),
                new Dissolves(dissolves.at, dissolves.inserted, dissolves.removed),
                new Subtitles(subtitles.at, subtitles.inserted, subtitles.removed));
    }

    /** Whether the cut holds what this edit takes away. */
    public boolean fits(Cut cut) {
        return new Splice<>(items.at, items.removed, items.inserted).fits(cut.items())
                && new Splice<>(dissolves.at, dissolves.removed, dissolves.inserted).fits(cut.transitions())
                && new Splice<>(subtitles.at, subtitles.removed, subtitles.inserted).fits(cut.subtitles());
    }

    public Cut applyTo(Cut cut) {
        return new Cut(cut.title(), cut.rate(), cut.size(),
                new Splice<>(items.at, items.removed, items.inserted).applyTo(cut.items()),
                new Splice<>(dissolves.at, dissolves.removed, dissolves.inserted).applyTo(cut.transitions()),
                new Splice<>(subtitles.at, subtitles.removed, subtitles.inserted).applyTo(cut.subtitles()));
    }

    private record Splice<T>(int at, List<T> removed, List<T> inserted) {
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
}
