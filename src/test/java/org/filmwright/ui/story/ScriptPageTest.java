package org.filmwright.ui.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.filmwright.story.FountainReader;
import org.filmwright.ui.story.ScriptPage.Range;
import org.junit.jupiter.api.Test;

class ScriptPageTest {
    private static ScriptPage page(String... lines) {
        return ScriptPage.of(FountainReader.read(String.join("\n", lines)).elements(), List.of());
    }

    private static List<String> printed(ScriptPage page) {
        return page.lines().stream().map(page::textOf).toList();
    }

    @Test
    void aBlankLineStandsBetweenElementsButNotInsideASpeech() {
        ScriptPage page = page("INT. ROOM - DAY", "", "He sits.", "", "MARA", "(quietly)", "No.");
        assertEquals(List.of("INT. ROOM - DAY", "", "He sits.", "", "MARA", "(quietly)", "No."), printed(page));
    }

    @Test
    void longActionWrapsAtSixtyCharactersAndDialogueAtThirtyFive() {
        ScriptPage page = page("INT. ROOM - DAY", "", "word ".repeat(30).strip(), "", "MARA",
                "word ".repeat(20).strip());
        page.lines()
                .forEach(line -> assertTrue(line.end() - line.start() <= line.style().columns(), page.textOf(line)));
        assertEquals(3, page.lines().stream().filter(line -> line.style() == LineStyle.DIALOGUE).count());
    }

    @Test
    void aWordLongerThanALineIsBroken() {
        ScriptPage page = page("INT. ROOM - DAY", "", "x".repeat(150));
        assertEquals(List.of(60, 60, 30), printed(page).stream().skip(2).map(String::length).toList());
    }

    @Test
    void findMindsNeitherCaseNorWhereALineWraps() {
        ScriptPage page = page("INT. ROOM - DAY", "", "a ".repeat(28) + "The Ferry waits", "", "The ferry leaves.");
        List<Range> found = page.find("the ferry");
        assertEquals(2, found.size());
        assertEquals("The Ferry", page.text().substring(found.getFirst().start(), found.getFirst().end()));
    }

    @Test
    void nothingIsFoundForNothing() {
        assertEquals(List.of(), page("INT. ROOM - DAY", "", "He sits.").find(" "));
    }

    @Test
    void aDoubleClickTakesAWord() {
        ScriptPage page = page("INT. ROOM - DAY", "", "He sits.");
        int inside = page.text().indexOf("sits") + 2;
        assertEquals("sits", page.text().substring(page.wordAt(inside).start(), page.wordAt(inside).end()));
    }

    @Test
    void notesAndBoneyardAreNotPrinted() {
        assertEquals(List.of("INT. ROOM - DAY", "", "He sits."), printed(page("INT. ROOM - DAY", "", "He sits.", "",
                "[[a note]]", "", "/* gone */")));
    }

    @Test
    void everyOffsetLiesOnALine() {
        ScriptPage page = page("INT. ROOM - DAY", "", "word ".repeat(30).strip(), "", "MARA", "No.");
        for (int offset = 0; offset < page.text().length(); offset++) {
            PageLine line = page.lines().get(page.lineAt(offset));
            assertTrue(offset <= line.end(), "offset " + offset);
        }
    }
}
