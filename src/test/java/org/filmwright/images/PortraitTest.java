package org.filmwright.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.story.Bible;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Portrait;
import org.filmwright.story.Scripts.Script;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;
import org.junit.jupiter.api.Test;

/** How somebody looks, written once, stands in everything that is drawn of them. */
class PortraitTest {
    private static final String TEXT = """
            INT. KITCHEN - NIGHT

            ADA (60s, red shawl) takes a LANTERN from the shelf. She lifts the lantern.

            EXT. FIELD - DAY

            BEN (50s, bald) limps through the snow.
            """;
    private static final Script SCRIPT = new Script("ferry.fountain", TEXT, Planner.plan(FountainReader.read(TEXT), 1));

    private static ShotPlan with(Kind kind, String name, String words) {
        return SCRIPT.portrayed(SCRIPT.with(kind, name, Optional.of(new Portrait(kind, name, words)))).plan();
    }

    private static Shot first(ShotPlan plan, String person) {
        return plan.shots()
                .stream()
                .filter(shot -> shot.content().people().contains(person))
                .findFirst()
                .orElseThrow();
    }

    private static Set<BriefPart> changed(ShotPlan plan, String person) {
        return ImageBrief.of(plan, first(plan, person))
                .changedSince(ImageBrief.of(SCRIPT.plan(), first(SCRIPT.plan(), person)));
    }

    @Test
    void aCharactersOwnWordsStandInEveryPromptWithThemAndMakeTheirPicturesStale() {
        ShotPlan plan = with(Kind.CHARACTER, "ADA", "62, white braid, darned\n red shawl");
        plan.shots()
                .stream()
                .filter(shot -> shot.content().people().contains("ADA"))
                .forEach(shot -> assertTrue(
                        ShotPrompt.of(plan, shot).contains("Ada (62, white braid, darned red shawl)"),
                        ShotPrompt.of(plan, shot)));
        assertEquals(Set.of(BriefPart.PEOPLE), changed(plan, "ADA"));
        assertEquals(Set.of(), changed(plan, "BEN"));
    }

    @Test
    void aPlaceAndAThingLookAsWrittenInTheShotsThatHaveThem() {
        ShotPlan kitchen = with(Kind.LOCATION, "KITCHEN", "low beams, black stove");
        assertTrue(ShotPrompt.of(kitchen, first(kitchen, "ADA")).contains("kitchen (low beams, black stove), night"));
        assertEquals(Set.of(BriefPart.PLACE), changed(kitchen, "ADA"));
        assertEquals(Set.of(), changed(kitchen, "BEN"));
        ShotPlan lantern = with(Kind.PROP, "LANTERN", "dented brass");
        assertTrue(ShotPrompt.of(lantern, first(lantern, "ADA")).contains("lantern (dented brass)"),
                ShotPrompt.of(lantern, first(lantern, "ADA")));
        assertEquals(Set.of(BriefPart.CONTENT), changed(lantern, "ADA"));
    }

    @Test
    void theWorldOfTheFilmStandsInEveryPrompt() {
        ShotPlan noir = with(Kind.WORLD, Bible.FILM, "noir, 1940s, hard light");
        noir.shots()
                .forEach(shot -> assertTrue(ShotPrompt.of(noir, shot).endsWith(" Noir, 1940s, hard light."),
                        ShotPrompt.of(noir, shot)));
        assertEquals(Set.of(BriefPart.PLACE), changed(noir, "ADA"));
        assertEquals(Set.of(BriefPart.PLACE), changed(noir, "BEN"));
    }

    @Test
    void aNameIsOneHoweverItIsWritten() {
        Script first = SCRIPT.portrayed(SCRIPT.with(Kind.LOCATION, "Kitchen",
                Optional.of(new Portrait(Kind.LOCATION, "Kitchen", "low beams"))));
        Script second = first.portrayed(first.with(Kind.LOCATION, "KITCHEN",
                Optional.of(new Portrait(Kind.LOCATION, "KITCHEN", "black stove"))));
        assertEquals(List.of(new Portrait(Kind.LOCATION, "kitchen", "black stove")), second.portraits());
    }

    @Test
    void leavingItToTheScriptBringsItsWordsBack() {
        Script written = SCRIPT.portrayed(SCRIPT.with(Kind.CHARACTER, "ADA",
                Optional.of(new Portrait(Kind.CHARACTER, "ADA", "62, white braid"))));
        assertEquals("62, white braid", written.plan().cast().getFirst().description());
        Script back = written.portrayed(written.with(Kind.CHARACTER, "ADA", Optional.empty()));
        assertEquals("60s, red shawl", back.plan().cast().getFirst().description());
        assertEquals(SCRIPT.plan(), back.plan());
    }
}
