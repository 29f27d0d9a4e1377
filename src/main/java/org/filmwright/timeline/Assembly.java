package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * Everything a film is cut from: a pure function to the {@link Cut}. The film fades up from black, shows its card, plays
 * the shots in the given order and fades out. A dissolve overlaps its two shots, so that both keep moving through it
 * (film.md 5.1): the outgoing item is shorter than its clip by the length of the dissolve.
 *
 * @param card lines of the title card, largest first; empty for a film without one
 * @param slots in script order
 * @param lines dialogue for the subtitles; empty for a film without them
 */
public record Assembly(String title, FrameRate rate, FrameSize size, List<String> card, List<Slot> slots,
        List<SpokenLine> lines) {
    private static final double BLACK = 0.5;
    private static final double FADE_UP = 1.0;
    private static final double FADE_OUT = 1.5;
    /** A dissolve of fewer frames reads as a mistake. */
    private static final int SHORTEST = 4;

    public Assembly {
        card = List.copyOf(card);
        slots = List.copyOf(slots);
        lines = List.copyOf(lines);
    }

    public Cut cut() {
        Track track = new Track();
        track.black();
        if (!card.isEmpty()) {
            track.fadeUp(new Item.Title(card, rate.frames(readingSeconds())));
        }
        for (Slot slot : slots) {
            track.add(slot);
        }
        track.fadeOut();
        return new Subtitling(lines).over(new Cut(title, rate, size, track.items, track.transitions, List.of()));
    }

    /** Time to read the card twice: between 3.5 and 6 s (film.md 5.2, reading time, with its fades). */
    private double readingSeconds() {
        long words = card.stream().flatMap(line -> Stream.of(line.strip().split("\\s+"))).count();
        return Math.clamp(FADE_UP + 2 * (1 + 0.3 * words) - 1, 3.5, 6.0);
    }

    /** The picture track while it grows. */
    private final class Track {
        private final List<Item> items = new ArrayList<>();
        private final List<Transition> transitions = new ArrayList<>();

        void black() {
            items.add(new Item.Gap(rate.frames(BLACK)));
        }

        /** Black or a card holds while the next item, already moving, comes up through it. */
        void fadeUp(Item next) {
            int frames = Math.min(rate.frames(FADE_UP), share(next));
            items.add(next);
            join(0, frames);
        }

        void add(Slot slot) {
            Item last = items.getLast();
            switch (last) {
                case Item.OfShot before -> follow(before, slot);
                case Item.Gap _,Item.Title _,Item.Sound _ -> fadeUp(slot.item());
            }
        }

        private void follow(Item before, Slot slot) {
            switch (slot.join()) {
                case CUT -> items.add(slot.item());
                case DISSOLVE, LONG_DISSOLVE -> overlap(before, slot);
                case FADE -> {
                    fadeToBlack(FADE_UP);
                    fadeUp(slot.item());
                }
            }
        }

        private void overlap(Item before, Slot slot) {
            int wanted = rate.frames(slot.join().seconds());
            int frames = Math.min(wanted, Math.min(share(before), share(slot.item())));
            if (frames >= SHORTEST) {
                items.set(items.size() - 1, shortened(before, frames));
            }
            items.add(slot.item());
            join(0, frames);
        }

        void fadeOut() {
            if (items.getLast() instanceof Item.Gap) {
                return;
            }
            fadeToBlack(FADE_OUT);
        }

        private void fadeToBlack(double seconds) {
            int frames = Math.min(rate.frames(seconds), share(items.getLast()));
            black();
            join(frames, 0);
        }

        private void join(int before, int after) {
            if (before + after >= SHORTEST) {
                transitions.add(new Transition(items.size() - 1, before, after));
            }
        }

        private Item shortened(Item shot, int by) {
            return shot.slice(0, shot.frames() - by);
        }

        /** What one dissolve may take of an item: a third, so that one at each end leaves a third untouched. */
        private int share(Item item) {
            return (item.frames() - 1) / 3;
        }
    }
}
