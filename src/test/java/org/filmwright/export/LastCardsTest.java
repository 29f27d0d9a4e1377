package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastCardsTest {
    private final List<Integer> drawn = new ArrayList<>();
    private final LastCards<Integer> cards = new LastCards<>();

    private int[] card(int number) {
        return cards.of(number, missing -> {
            drawn.add(missing);
            return new int[]{missing};
        });
    }

    @Test
    void aCardThatStandsIsDrawnOnce() {
        assertSame(card(7), card(7));
        card(8);
        card(7);
        assertEquals(List.of(7, 8), drawn);
    }

    @Test
    void ofAThousandCardsOnlyAFewAreKept() {
        for (int n = 0; n < 1000; n++) {
            card(n);
        }
        drawn.clear();
        for (int n = 999; n >= 0; n--) {
            card(n);
        }
        assertTrue(drawn.size() >= 990, "drawn again, so not kept: " + drawn.size());
    }

    @Test
    void whatIsShownAllTheTimeStaysWhileOthersGo() {
        for (int n = 1; n < 50; n++) {
            card(0);
            card(n);
        }
        assertEquals(1, drawn.stream().filter(each -> each == 0).count());
    }
}
