package org.filmwright.story;

import static org.filmwright.story.ElementType.ACTION;
import static org.filmwright.story.ElementType.BONEYARD;
import static org.filmwright.story.ElementType.CENTERED;
import static org.filmwright.story.ElementType.CHARACTER;
import static org.filmwright.story.ElementType.DIALOGUE;
import static org.filmwright.story.ElementType.LYRICS;
import static org.filmwright.story.ElementType.NOTE;
import static org.filmwright.story.ElementType.PAGE_BREAK;
import static org.filmwright.story.ElementType.PARENTHETICAL;
import static org.filmwright.story.ElementType.SCENE_HEADING;
import static org.filmwright.story.ElementType.SECTION;
import static org.filmwright.story.ElementType.SYNOPSIS;
import static org.filmwright.story.ElementType.TRANSITION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.filmwright.story.Element.Cue;
import org.filmwright.story.Element.Depth;
import org.filmwright.story.Element.SceneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FountainReaderTest {
    private static List<Element> read(String... lines) {
        return FountainReader.read(String.join("\n", lines)).elements();
    }

    private static List<ElementType> types(String... lines) {
        return read(lines).stream().map(Element::type).toList();
    }

    private static Element only(String... lines) {
        List<Element> elements = read(lines);
        assertEquals(1, elements.size(), elements::toString);
        return elements.getFirst();
    }

    @Test
    void theTitlePageKeepsUnknownKeysAndSeveralValues() {
        Screenplay script = FountainReader.read("""
                Title:
                    **BRICK**
                \tand _STEEL_
                Authors: A. One
                \tB. Two
                Shoe size: 42

                INT. SHOP - DAY
                """);
        assertEquals(List.of("**BRICK**", "and _STEEL_"), script.titlePage().values("title"));
        assertEquals(Optional.of("BRICK and STEEL"), script.titlePage().title());
        assertEquals(List.of("A. One", "B. Two"), script.titlePage().values("AUTHORS"));
        assertEquals(List.of("42"), script.titlePage().values("shoe size"));
        assertEquals(8, script.elements().getFirst().line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FADE IN:", "CUT TO:"})
    void aTransitionOnTheFirstLineIsNoTitlePage(String first) {
        Screenplay script = FountainReader.read(first + "\n\nINT. SHOP - DAY\n");
        assertEquals(TitlePage.EMPTY, script.titlePage());
        assertEquals(TRANSITION, script.elements().getFirst().type());
    }

    @Test
    void anUnknownKeyOnTheFirstLineCountsWhenIndentedLinesFollow() {
        assertEquals(List.of("a story"),
                FountainReader.read("Working name:\n   a story\n").titlePage().values("working name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT. HOUSE - DAY", "ext. house", "EST. TOWN", "INT./EXT. CAR - NIGHT", "INT/EXT CAR",
        "I./E. CAR",
        "i/e car", "EXT HOUSE"})
    void headingsBeginWithAnyOfThePrefixes(String heading) {
        assertEquals(SCENE_HEADING, only(heading, "").type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ESTABLISHING shot of a town", "Interior, perhaps", "...and then", ". X", "INT"})
    void almostHeadingsAreAction(String line) {
        assertEquals(ACTION, only(line).type());
    }

    @Test
    void aForcedHeadingLosesItsDotAndANumberIsNotPartOfTheText() {
        Element heading = only(".SNIPER SCOPE POV #I-1-A#", "");
        assertEquals("SNIPER SCOPE POV", heading.text());
        assertEquals(new SceneNumber("I-1-A"), heading.detail());
        assertEquals(new SceneNumber("110A"), only("INT. HOUSE - DAY #110A#").detail());
        assertEquals("INT. HOUSE # - DAY", only("INT. HOUSE # - DAY").text());
    }

    @Test
    void aHeadingWithoutABlankLineAfterItIsStillAHeading() {
        assertEquals(List.of(SCENE_HEADING, ACTION), types("INT. HOUSE - DAY", "She waits."));
    }

    @Test
    void twoHeadingsOnNeighbouringLinesAreActionAndTheReportSaysSo() {
        Screenplay script = FountainReader.read("INT. HOUSE - DAY\nEXT. GARDEN - DAY\n\nINT. SHED - DAY\n");
        assertEquals(List.of(ACTION, SCENE_HEADING), script.elements().stream().map(Element::type).toList());
        assertEquals("crowded-heading", script.warnings().getFirst().code());
        assertEquals(1, script.warnings().getFirst().line());
    }

    @Test
    void actionKeepsLineBreaksAndLeadingBlanksAndATabCountsFour() {
        assertEquals("    one\n  two\nthree", only("\tone", "  two", "three").text());
        assertEquals("SCANNING THE AISLES...", only("!SCANNING THE AISLES...", "").text());
    }

    @Test
    void cuesAreCapitalsWithOrWithoutAnExtension() {
        assertEquals(new Cue(Optional.of("on the radio"), false),
                read("HANS (on the radio)", "What?").getFirst().detail());
        assertEquals(new Cue(Optional.of("O. S."), false), read("MOM (O. S.)", "What?").getFirst().detail());
        assertEquals(CHARACTER, types("R2D2", "Beep.").getFirst());
        assertEquals("McCLANE", read("@McCLANE", "Hello.").getFirst().text());
        assertEquals(CHARACTER, types("          MARA", "     Indented, too.").getFirst());
        assertEquals(List.of(ACTION), types("23", "What?"));
        assertEquals(List.of(ACTION, ACTION), types("MARA", "", "Nothing said."));
    }

    @Test
    void contdIsPresentationNotANewPerson() {
        for (String cue : List.of("MARA (CONT'D)", "MARA (CONT\u2019D)", "MARA (V.O.) (CONT'D)")) {
            assertEquals("MARA", read(cue, "Again.").getFirst().text());
        }
        assertEquals(new Cue(Optional.of("V.O., CONT'D"), false),
                read("MARA (V.O.) (CONT'D)", "Again.").getFirst().detail());
    }

    @Test
    void twoSpacesKeepAnEmptyLineInsideDialogue() {
        List<Element> elements = read("DEALER", "Ten.", "  ", "Four.", "", "Silence.");
        assertEquals(List.of(CHARACTER, DIALOGUE, ACTION), elements.stream().map(Element::type).toList());
        assertEquals("Ten.\n\nFour.", elements.get(1).text());
    }

    @Test
    void parentheticalsAndLyricsLiveInsideASpeech() {
        assertEquals(List.of(CHARACTER, PARENTHETICAL, DIALOGUE, LYRICS, PARENTHETICAL, DIALOGUE),
                types("STEEL", "(starting the engine)", "So much.", "~Willy Wonka", "(beat)", "No."));
        assertEquals("Willy Wonka\nWilly Wonka", only("~Willy Wonka", "~ Willy Wonka").text());
    }

    @Test
    void aCaretPairsASpeechWithTheOneBefore() {
        List<Element> elements = read("BRICK", "Now.", "", "STEEL ^", "Now.");
        assertEquals(new Cue(Optional.empty(), false), elements.get(0).detail());
        assertEquals(new Cue(Optional.empty(), true), elements.get(2).detail());
        assertEquals("STEEL", elements.get(2).text());
    }

    @Test
    void transitionsEndInToOrAreForced() {
        assertEquals(List.of(ACTION, TRANSITION, SCENE_HEADING), types("Dark.", "", "CUT TO:", "", "INT. HOUSE"));
        assertEquals(List.of(ACTION, ACTION, ACTION), types("Dark.", "", "CUT TO: ", "", "and more"));
        assertEquals("Burn to white.", only("", "> Burn to white.", "").text());
        assertEquals(List.of(TRANSITION, TRANSITION, TRANSITION),
                types("", "FADE TO BLACK.", "", "FADE OUT.", "", "CUT TO BLACK.", ""));
    }

    @Test
    void centredTextPageBreaksSectionsAndSynopsesAreFound() {
        List<Element> elements = read(">  THE END <", "=====", "##Act", "= What happens.", "== no synopsis");
        assertEquals(List.of(CENTERED, PAGE_BREAK, SECTION, SYNOPSIS, ACTION),
                elements.stream().map(Element::type).toList());
        assertEquals("THE END", elements.getFirst().text());
        assertEquals(new Depth(2), elements.get(2).detail());
        assertEquals("Act", elements.get(2).text());
    }

    @Test
    void sectionsNeedNoBlankLinesAroundThem() {
        assertEquals(List.of(ACTION, SECTION, SCENE_HEADING), types("Rain.", "# Act two", "INT. HOUSE - DAY"));
    }

    @Test
    void notesAreTakenOutOfTextAndMaySpanLines() {
        List<Element> elements = read("INT. BARN - DAY [[COLOR RED]]", "", "He [[a", "  ", "b]] walks.", "[[alone]]",
                "On.");
        assertEquals(List.of(SCENE_HEADING, NOTE, ACTION, NOTE, NOTE),
                elements.stream().map(Element::type).toList());
        assertEquals("INT. BARN - DAY", elements.get(0).text());
        assertEquals("COLOR RED", elements.get(1).text());
        assertEquals("He walks.\nOn.", elements.get(2).text());
        assertEquals("a\n  \nb", elements.get(3).text());
        assertEquals(6, elements.get(4).line());
    }

    @Test
    void anEmptyLineEndsANoteAndItsBracketsAreText() {
        Screenplay script = FountainReader.read("He [[waits\n\nand goes]] on.\n");
        assertEquals(List.of(ACTION, ACTION), script.elements().stream().map(Element::type).toList());
        assertEquals("He [[waits", script.elements().getFirst().text());
        assertEquals("open-note", script.warnings().getFirst().code());
    }

    @Test
    void boneyardsAreLeftOutEvenWhenNested() {
        List<Element> elements = read("One /* gone /* deeper */", "", "INT. GONE - DAY */ line.", "", "Two.");
        assertEquals(List.of(ACTION, BONEYARD, ACTION), elements.stream().map(Element::type).toList());
        assertEquals("One line.", elements.getFirst().text());
        assertEquals(5, elements.get(2).line());
    }

    @Test
    void aBoneyardThatIsNeverClosedIsTextAndTheReportSaysSo() {
        Screenplay script = FountainReader.read("INT. A - DAY\n\nOne /* two\n\nThree.\n");
        assertEquals("One /* two", script.elements().get(1).text());
        assertEquals(3, script.warnings().getFirst().line());
        assertEquals("open-boneyard", script.warnings().getFirst().code());
    }

    @Test
    void emphasisIsStrippedForReadingAndNeverCrossesLines() {
        assertEquals("a bold, italic and underlined b", Emphasis.plain("a **bold**, *italic* and _underlined_ b"));
        assertEquals("both and nested", Emphasis.plain("***both*** and _*nes*ted_"));
        assertEquals("He dialled *69 and then *23", Emphasis.plain("He dialled *69 and then *23"));
        assertEquals("*69 and *23 then", Emphasis.plain("\\*69 and \\*23 then"));
        assertEquals("*one\ntwo*", Emphasis.plain("*one\ntwo*"));
        assertEquals("2 * 3 * 4", Emphasis.plain("2 * 3 * 4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyKindOfLineEndIsReadTheSame(String end) {
        String script = "\uFEFF" + String.join(end, "Title: X", "", "INT. HOUSE - DAY", "", "MARA", "Hello.", "");
        Screenplay read = FountainReader.read(script);
        assertEquals(Optional.of("X"), read.titlePage().title());
        assertEquals(List.of(SCENE_HEADING, CHARACTER, DIALOGUE), read.elements().stream().map(Element::type).toList());
        assertEquals(List.of(3, 5, 6), read.elements().stream().map(Element::line).toList());
        assertEquals(script, FountainWriter.write(read));
    }

    @Test
    void ventilatedActionIsKeptAndJoinedForReading() {
        Element action = only("The river is wide", "and slow.");
        assertEquals("The river is wide\nand slow.", action.text());
        assertEquals("The river is wide and slow.", Words.joined(action.plain()));
    }

    @Test
    void elementsKnowTheirScene() {
        List<Element> elements = read("Before.", "", "INT. A - DAY", "", "One.", "", "INT. B - DAY", "", "Two.");
        assertEquals(List.of(0, 1, 1, 2, 2), elements.stream().map(Element::scene).toList());
    }

    @Test
    void scriptsWithoutCapitalsHaveNoCuesByAccident() {
        assertEquals(List.of(ACTION), types("\u5979\u770b\u7740\u6d77", "\u5f88\u4e45"));
        assertTrue(FountainReader.read("").elements().isEmpty());
        assertFalse(FountainReader.read("just prose").hasScenes());
    }
}
