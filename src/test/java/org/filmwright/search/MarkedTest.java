package org.filmwright.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.filmwright.search.Marked.Span;
import org.junit.jupiter.api.Test;

/** A text with what was found in it. */
class MarkedTest {
    private static Marked marked(String text, String... found) {
        return new Marked(text, List.of(found)
                .stream()
                .map(each -> new Span(text.indexOf(each), text.indexOf(each) + each.length()))
                .toList());
    }

    private static List<String> found(Marked marked) {
        return marked.spans().stream().map(span -> marked.text().substring(span.from(), span.to())).toList();
    }

    @Test
    void aShortTextStaysWhole() {
        Marked whole = marked("Mara lifts the lamp.", "lamp");
        assertEquals(whole, whole.around(40));
    }

    @Test
    void aLongOneIsCutBetweenWordsAroundWhatWasFoundFirst() {
        Marked cut = marked("one two three four five six seven eight nine ten eleven twelve thirteen", "seven", "nine",
                "thirteen").around(30);
        assertEquals("\u2026five six seven eight nine ten\u2026", cut.text());
        assertEquals(List.of("seven", "nine"), found(cut));
    }

    @Test
    void marksThatTouchAreOne() {
        assertEquals(List.of(new Span(0, 5), new Span(7, 9)),
                new Marked("0123456789", List.of(new Span(7, 9), new Span(2, 5), new Span(0, 3), new Span(4, 4)))
                        .spans());
    }

    @Test
    void linesBecomeOneAndNoCharacterIsCutInTwo() {
        assertEquals("a b", Marked.plain("a\nb").around(10).text());
        String ships = "\ud83d\udea2".repeat(50);
        for (int most = 1; most < 20; most++) {
            for (int at = 0; at < 100; at += 2) {
                Marked cut = new Marked(ships, List.of(new Span(at, at + 2))).around(most);
                assertTrue(cut.text().codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE),
                        most + " around " + at);
            }
        }
    }
}
