package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What an agent writes, read while it is still being written. */
class ManuscriptTest {
    private static final String ANSWER = "```json\n{\"fountain\": \"INT. ATTIC - NIGHT\\n\\nMARA (\\\"sixty\\\") caf\\u00e9.\","
            + " \"confidence\": 0.9, \"doubts\": [\"Her age\"]}";

    @Test
    void aScreenplayIsReadAsItselfAndItIsSaidThatItIsOne() {
        assertEquals(new Manuscript("INT. ATTIC - NIGHT\n\nMARA (\"sixty\") caf\u00e9.", true), Manuscript.of(
                ANSWER));
    }

    @Test
    void whereverItBreaksOffItGrowsAndNeverFails() {
        String before = "";
        for (int end = 0; end <= ANSWER.indexOf("\", \"conf"); end++) {
            String text = Manuscript.of(ANSWER.substring(0, end)).text();
            if (end > "```json\n{\"fountain\": \"".length()) {
                assertTrue(text.startsWith(before), () -> "'" + text + "'");
                before = text;
            }
        }
        assertEquals("INT. ATTIC - NIGHT\n\nMARA (\"sixty\") caf\u00e9.", before);
    }

    @Test
    void otherAnswersAreReadUnderTheirNamesAndPlainWordsAsTheyAre() {
        assertEquals("logline: A lamp goes out.\nsource: written", Manuscript.of(
                "{\"logline\":\"A lamp goes out.\",\"source\":\"written\",\"n\":3}").text());
        assertEquals("Once upon a time", Manuscript.of("Once upon a time").text());
        assertEquals(20_000, Manuscript.of("x".repeat(50_000)).text().length());
        assertEquals(Manuscript.NOTHING, Manuscript.of(""));
    }
}
