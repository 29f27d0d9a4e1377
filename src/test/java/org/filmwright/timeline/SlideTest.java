package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What changed in a list of which the rest goes along. */
class SlideTest {
    private static final List<Subtitle> SAID = said(1_000, 0);

    private static List<Subtitle> said(int lines, int later) {
        return IntStream.range(0, lines)
                .mapToObj(i -> new Subtitle(i * 50 + later, i * 50 + 40 + later, "Line " + i))
                .toList();
    }

    @Test
    void anEarlyTrimOfALongFilmIsShort() {
        List<Subtitle> after = new ArrayList<>(SAID.subList(0, 3));
        SAID.subList(3, SAID.size()).forEach(each -> after.add(each.later(-7)));
        Slide<Subtitle> slide = Slide.between(SAID, after, -7);
        assertEquals(new Slide<Subtitle>(3, List.of(), List.of(), -7), slide);
        assertEquals(after, slide.applyTo(SAID));
        assertEquals(SAID, slide.inverse().applyTo(after));
    }

    @Test
    void whatOnlyChangesInItsPlaceMovesNothing() {
        List<Subtitle> after = new ArrayList<>(SAID);
        after.set(500, new Subtitle(25_000, 25_030, "Other"));
        Slide<Subtitle> slide = Slide.between(SAID, after, -10);
        assertEquals(List.of(1, 1, 0), List.of(slide.removed().size(), slide.inserted().size(), slide.shift()));
        assertEquals(after, slide.applyTo(SAID));
    }

    @Test
    void aListOfWhichTheRestWouldLieBeforeTheFilmIsAnotherOne() {
        Slide<Subtitle> slide = new Slide<Subtitle>(0, List.of(), List.of(), -5);
        assertFalse(slide.fits(SAID));
        assertThrows(IllegalArgumentException.class, () -> slide.applyTo(SAID));
    }

    @Test
    void whateverChangesIsMadeAndTakenBack() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 500; round++) {
            int at = random.nextInt(40);
            int shift = random.nextInt(0, 300) - Math.min(at, 1) * 20;
            List<Subtitle> before = said(60, 0);
            List<Subtitle> after = new ArrayList<>(before.subList(0, at));
            if (random.nextBoolean()) {
                after.add(new Subtitle(at * 50, at * 50 + 10, "New"));
            }
            before.subList(at + random.nextInt(3), 60).forEach(each -> after.add(each.later(Math.max(0, shift))));
            Slide<Subtitle> slide = Slide.between(before, after, Math.max(0, shift));
            assertEquals(after, slide.applyTo(before));
            assertEquals(before, slide.inverse().applyTo(after));
        }
    }
}
