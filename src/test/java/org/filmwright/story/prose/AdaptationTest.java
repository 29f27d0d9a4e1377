package org.filmwright.story.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.FountainReader;
import org.filmwright.story.FountainWriter;
import org.filmwright.story.Person;
import org.filmwright.story.Planner;
import org.filmwright.story.Screenplay;
import org.filmwright.story.ShotPlan;
import org.junit.jupiter.api.Test;

/** Prose becomes a screenplay by rule. */
class AdaptationTest {
    private static final String LIGHTHOUSE = """
            Mara rows out to the lighthouse at dusk because its lamp has gone dark. Inside she finds old Tobias asleep on \
            the stairs, an empty oil can beside him. "You promised to keep it burning," she says, and he opens his eyes \
            and hands her the matches.
            """;

    private static Screenplay adapted(String prose) {
        return Adaptation.byRule(ProseReader.read(prose), "Untitled");
    }

    private static List<String> of(Screenplay script, ElementType type) {
        return script.elements().stream().filter(each -> each.type() == type).map(Element::text).toList();
    }

    private static List<String> headings(String prose) {
        return of(adapted(prose), ElementType.SCENE_HEADING);
    }

    /** {@code MARA: You promised.} */
    private static List<String> speeches(String prose) {
        Screenplay script = adapted(prose);
        List<String> cues = of(script, ElementType.CHARACTER);
        List<String> lines = of(script, ElementType.DIALOGUE);
        assertEquals(cues.size(), lines.size(), script::source);
        return IntStream.range(0, cues.size()).mapToObj(i -> cues.get(i) + ": " + lines.get(i)).toList();
    }

    @Test
    void threeSentencesAreAShortFilmOfSeveralShotsInTwoPlaces() {
        Screenplay script = adapted(LIGHTHOUSE);
        assertEquals(List.of("EXT. LIGHTHOUSE - DUSK", "INT. LIGHTHOUSE - DUSK"),
                of(script, ElementType.SCENE_HEADING));
        assertEquals(List.of("MARA"), of(script, ElementType.CHARACTER));
        assertEquals(List.of("You promised to keep it burning."), of(script, ElementType.DIALOGUE));
        assertTrue(of(script, ElementType.ACTION).contains("He opens his eyes and hands her the matches."),
                script::source);
        ShotPlan plan = Planner.plan(script, 1);
        assertTrue(plan.shots().size() >= 4, plan.shots()::toString);
        assertEquals(List.of("MARA", "TOBIAS"), plan.cast().stream().map(Person::name).toList());
        assertTrue(plan.cast().getFirst().description().contains("woman"));
    }

    @Test
    void whatIsToldStandsInTheActionWordForWord() {
        String told = "The wind had dropped. A dog barked twice, far away, and nobody answered it. Then it was still.";
        assertEquals(told, String.join(" ", of(adapted(told), ElementType.ACTION)));
    }

    @Test
    void whoeverTheWordsNameSpeaks() {
        assertEquals(List.of("ANNA: Come in.", "BEN: I would rather not.", "ANNA: As you like.", "BEN: Well, then."),
                speeches("""
                        Anna opened the door. "Come in," said Anna.

                        "I would rather not," Ben answered.

                        "As you like."

                        "Well, then."
                        """));
        assertEquals(List.of("ANNA: You? Here?", "BEN: Here. And nowhere else."), speeches("""
                Ben sat on the stairs. Anna stopped before him. "You? Here?" she asked.

                "Here," he said. "And nowhere else."
                """));
        assertEquals(List.of("KEEPER: Who is there?"), speeches("The keeper shouted: “Who is there?”"));
        assertEquals(List.of("ANNA: It is late."), speeches("‘It is late,’ said Anna. She couldn’t see the clock."));
    }

    @Test
    void howSomebodySpeaksIsAParentheticalAndWhatIsDoneMeanwhileIsAction() {
        Screenplay script = adapted("\"Hush,\" whispered Anna, and closed the window. \"Hear that?\" said Ben softly.");
        assertEquals(List.of("(whispering)", "(softly)"), of(script, ElementType.PARENTHETICAL));
        assertTrue(of(script, ElementType.ACTION).contains("ANNA (adult) closed the window."), script::source);
    }

    @Test
    void aWordInQuotationMarksIsNoSpeech() {
        Screenplay script = adapted("The “Red Death” had long devastated the country, and they called it “the end”.");
        assertEquals(List.of(), of(script, ElementType.CHARACTER));
        assertTrue(of(script, ElementType.ACTION).getFirst().contains("“Red Death”"), script::source);
    }

    @Test
    void aSceneBeginsWhereTheWordsLeadElsewhereOrToAnotherTime() {
        assertEquals(List.of("INT. KITCHEN - NIGHT", "EXT. GARDEN - NIGHT", "EXT. GARDEN - MORNING"), headings("""
                At night Anna stood in the kitchen and counted the spoons. One was missing. She ran into the garden.

                The next morning it lay in the grass.
                """));
        assertEquals(List.of("INT. KITCHEN - DAY", "INT. KITCHEN - LATER"), headings("""
                In the kitchen Anna lit the stove.

                Two hours later the bread was done.
                """));
        assertEquals(List.of("INT. CELLAR - DAY"),
                headings("In the cellar she thought of the beach. It would be warm."));
    }

    @Test
    void chaptersAndGapsBeginScenesAndTheTitlePageIsKept() {
        Screenplay script = adapted("""
                The Lamp
                by Ada Test

                CHAPTER I

                Anna sat in the library.

                * * *

                Ben waited at the harbour.
                """);
        assertEquals("The Lamp", script.titlePage().title().orElseThrow());
        assertEquals(List.of("Ada Test"), script.titlePage().values("author"));
        assertEquals(List.of("CHAPTER I"), of(script, ElementType.SECTION));
        assertEquals(List.of("INT. LIBRARY - DAY", "EXT. HARBOUR - DAY"), of(script, ElementType.SCENE_HEADING));
    }

    @Test
    void peopleWithoutANameAreWhatTheyAreCalled() {
        Screenplay script = adapted(
                """
                        A tall man leaned in the doorway. The policeman walked up to him. "Waiting for somebody?" asked the policeman.

                        "For a friend," said the man.
                        """);
        assertEquals(List.of("POLICEMAN", "MAN"), of(script, ElementType.CHARACTER));
        assertTrue(script.source().contains("The POLICEMAN (man) walked up to him."), script::source);
    }

    @Test
    void whoeverIsCalledByANameIsOnePersonAndTheTimeThatPassesTakesThemElsewhere() {
        Screenplay script = adapted(
                """
                        At dawn a boy called Pip carries a red kite up the hill. In the market his grandmother watches the sky, and \
                        she shouts, "Let it go!" That night Pip stands alone on the pier.
                        """);
        assertEquals(List.of("PIP", "GRANDMOTHER"),
                Planner.plan(script, 1).cast().stream().map(Person::name).toList());
        assertEquals(List.of("EXT. HILL - DAWN", "EXT. MARKET - DAWN", "EXT. PIER - NIGHT"),
                of(script, ElementType.SCENE_HEADING));
        assertTrue(script.source().contains("a boy called PIP (boy) carries"), script::source);
        assertTrue(script.source().contains("GRANDMOTHER (old woman) watches the sky, and she shouts."),
                script::source);
    }

    @Test
    void whatTheStorySaysOfSomebodyIntroducesThem() {
        Screenplay script = adapted("Lena, a girl of nine with a red scarf, ran down the street. Lena fell.");
        assertEquals("LENA (a girl of nine with a red scarf) ran down the street. Lena fell.",
                of(script, ElementType.ACTION).getFirst());
    }

    @Test
    void whatIsWrittenReadsAsTheSameScreenplayWhateverTheProse() {
        long seed = 20260301;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> pieces = List.of("Mara said", "\"No.\"", "“Stay,”", "‘Why?’", "INT. HALL - DAY", "in the",
                "kitchen",
                "THE END", "#", "> out <", "@x", "(quietly)", "[[a", "]]", "/*", "*/", "~ la", "= so", "\n", "\n\n",
                "***",
                "whispered the keeper.", "Later", "at dusk", "!", "...", "—", "\"", "'", "Dr. Who", "\t", "TO:", "I.",
                "_x_");
        for (int i = 0; i < 400; i++) {
            String prose = random.ints(1 + random.nextInt(40), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining(" "));
            Screenplay script = adapted(prose);
            String again = FountainWriter.compose(script.titlePage(), script.elements());
            assertEquals(script.elements().size(), FountainReader.read(again).elements().size(),
                    "seed " + seed + ", " + i + ": " + prose);
        }
    }

    @Test
    void whoeverIsInTheFilmIsIntroducedOnceWhereTheyFirstEnter() {
        Screenplay script = FountainReader.read("""
                INT. HALL - DAY

                Pip's coat. PIP runs. Anna (40s, red hat) sees Pip.
                """);
        Map<String, String> looks = new LinkedHashMap<>();
        looks.put("PIP", "boy of nine, bare feet (always)");
        looks.put("ANNA", "woman, grey hat");
        looks.put("NOBODY", "");
        List<Element> introduced = Introductions.of(script.elements(), looks);
        assertEquals("Pip's coat. PIP (boy of nine, bare feet always) runs. Anna (40s, red hat) sees Pip.",
                introduced.getLast().text());
        assertEquals(introduced, Introductions.of(introduced, looks));
    }

    @Test
    void aWholeBookIsReadAtOnce() {
        String book = (LIGHTHOUSE
                + "\n\n\"Is it far?\" asked the boy. They walked into the forest. The next morning it rained.\n\n")
                .repeat(2000);
        assertTrue(book.length() > 500_000);
        Screenplay script = adapted(book);
        assertFalse(of(script, ElementType.SCENE_HEADING).isEmpty());
    }
}
