package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.junit.jupiter.api.Test;

class CutTest {
    private static final List<Item> THREE = List.of(new Item.Gap(10), new Item.Title(List.of("A"), 20),
            new Item.Gap(10));

    @Test
    void itKnowsWhichItemAFrameBelongsTo() {
        Cut cut = cut(List.of(), List.of());
        assertEquals(40, cut.frames());
        assertEquals(30, cut.start(2));
        assertEquals(40, cut.start(3));
        assertEquals(List.of(0, 0, 1, 1, 2, 2), List.of(0, 9, 10, 29, 30, 39).stream().map(cut::itemAt).toList());
        assertThrows(IndexOutOfBoundsException.class, () -> cut.itemAt(40));
        assertThrows(IndexOutOfBoundsException.class, () -> cut.itemAt(-1));
    }

    @Test
    void dissolvesLeaveOneCleanFrameOfEveryItem() {
        assertEquals(29, cut(List.of(new Transition(1, 9, 10), new Transition(2, 9, 9)), List.of()).transitions()
                .stream()
                .mapToInt(Transition::inOffset)
                .sum() + 11);
        refused(List.of(new Transition(1, 10, 0)), List.of());
        refused(List.of(new Transition(1, 0, 10), new Transition(2, 10, 0)), List.of());
    }

    @Test
    void dissolvesStandBetweenItemsAndInOrder() {
        refused(List.of(new Transition(3, 1, 1)), List.of());
        refused(List.of(new Transition(2, 1, 1), new Transition(1, 1, 1)), List.of());
        refused(List.of(new Transition(1, 1, 1), new Transition(1, 1, 1)), List.of());
        assertThrows(IllegalArgumentException.class, () -> new Transition(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Transition(1, 0, 0));
    }

    @Test
    void subtitlesStayInsideTheFilmAndNeverOverlap() {
        Subtitle first = new Subtitle(0, 10, "One");
        assertEquals(2, cut(List.of(), List.of(first, new Subtitle(10, 40, "Two"))).subtitles().size());
        refused(List.of(), List.of(first, new Subtitle(9, 20, "Two")));
        refused(List.of(), List.of(new Subtitle(30, 41, "Late")));
        assertThrows(IllegalArgumentException.class, () -> new Subtitle(0, 10, "a\nb\nc"));
        assertThrows(IllegalArgumentException.class, () -> new Subtitle(5, 5, "a"));
    }

    private static void refused(List<Transition> transitions, List<Subtitle> subtitles) {
        assertThrows(IllegalArgumentException.class, () -> cut(transitions, subtitles));
    }

    private static Cut cut(List<Transition> transitions, List<Subtitle> subtitles) {
        return new Cut("Film", FrameRate.FILM, FrameSize.HD, THREE, transitions, subtitles);
    }
}
