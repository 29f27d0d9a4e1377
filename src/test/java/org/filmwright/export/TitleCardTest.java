package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.filmwright.base.FrameSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class TitleCardTest {
    private static final FrameSize SIZE = new FrameSize(640, 360);

    @ParameterizedTest
    @ValueSource(strings = {"K", "The Harbour Light", "Night Ferry to Nowhere in Particular and Back Again",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "Жар-птица", "灯台の光"})
    void anyTitleStaysInsideTheSafeArea(String title) {
        int[] card = new TitleCard(SIZE).draw(List.of(title, "Written by", "A. Author and a Second Author"));
        int[] ink = IntStream.range(0, card.length).filter(i -> (card[i] & 255) > 90).toArray();
        assertTrue(ink.length > 100, "there is text");
        for (int i : ink) {
            int x = i % SIZE.width();
            int y = i / SIZE.width();
            assertTrue(x >= 32 && x < 608 && y >= 18 && y < 342, "ink at " + x + "," + y);
        }
    }

    @Test
    void textStandsInTheMiddle() {
        int[] card = new TitleCard(SIZE).draw(List.of("Oxo"));
        int[] columns = IntStream.range(0, card.length)
                .filter(i -> (card[i] & 255) > 90)
                .map(i -> i % SIZE.width())
                .sorted()
                .toArray();
        assertEquals(SIZE.width() / 2.0, (columns[0] + columns[columns.length - 1] + 1) / 2.0, 1.5);
    }

    @Test
    void theSameTextGivesTheSamePixels() {
        assertArrayEquals(new TitleCard(SIZE).draw(List.of("Kestrel")), new TitleCard(SIZE).draw(List.of("Kestrel")));
    }

    @Test
    void aCardMayBeEmpty() {
        int[] card = new TitleCard(SIZE).draw(List.of());
        assertTrue(IntStream.of(card).allMatch(pixel -> (pixel >> 16 & 255) < 40 && pixel >>> 24 == 255));
    }
}
