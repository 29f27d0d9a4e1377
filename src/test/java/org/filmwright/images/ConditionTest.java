package org.filmwright.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.filmwright.base.ShotId;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotOverride;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private static final String SCRIPT = """
            INT. KITCHEN - DAY

            MARA (30s, ochre scarf) stands at the window.

            TOBIAS (50s, flat cap) watches.

            INT. BEDROOM - DAY

            Mara changes into a red dress.

            EXT. STREET - NIGHT

            Mara runs along the wall.

            Tobias follows, his bleeding hand on the wall.

            INT. CAR - NIGHT

            Tobias sleeps.

            INT. CLINIC - DAY

            The bandage is gone from Tobias's hand. Tobias smiles.
            """;
    private final ShotPlan plan = Planner.plan(FountainReader.read(SCRIPT), 1);

    @Test
    void whoChangesClothesWearsThemFromThereOn() {
        assertFalse(prompt("stands at").contains("red dress"));
        assertTrue(prompt("runs along").contains("Mara (30s, ochre scarf; red dress)"), prompt("runs along"));
    }

    @Test
    void aWoundIsInEveryPromptUntilItHasHealed() {
        assertTrue(prompt("sleeps").contains("Tobias (50s, flat cap; bleeding hand)"), prompt("sleeps"));
        assertFalse(prompt("smiles").contains("bleeding"), prompt("smiles"));
        assertFalse(prompt("watches").contains("bleeding"));
    }

    @Test
    void aPictureOfWhoeverIsAsIntroducedIsStillWhatWasAskedBefore() {
        String brief = ImageBrief.of(plan, shot("watches")).text();
        assertTrue(brief.endsWith("\nPerson[name=TOBIAS, description=50s, flat cap]"), brief);
        assertTrue(ImageBrief.of(plan, shot("sleeps")).text().endsWith("flat cap] now: bleeding hand"));
    }

    @Test
    void whatIsWrittenAboutAnEarlierSceneMakesLaterPicturesStale() {
        ShotPlan healthy = Planner.plan(FountainReader.read(SCRIPT.replace("bleeding hand", "hand")), 1);
        Shot before = shot("sleeps");
        Shot after = healthy.shots().stream().filter(each -> each.id().equals(before.id())).findFirst().orElseThrow();
        assertEquals(before.content(), after.content());
        assertNotEquals(ImageBrief.of(plan, before).digest(), ImageBrief.of(healthy, after).digest());
    }

    @Test
    void aShotOfAPersonsOwnFindsPeopleAsTheShotBeforeIt() {
        ShotPlan directed = new Scripts.Script("film.fountain", SCRIPT, plan,
                List.of(ShotOverride.inserted(new ShotId("mine"), shot("runs along").id(), "Mara stops.")), List.of(),
                List.of()).plan();
        Shot mine = directed.shots()
                .stream()
                .filter(each -> each.id().value().equals("mine"))
                .findFirst()
                .orElseThrow();
        assertTrue(ShotPrompt.of(directed, mine).contains("red dress"), ShotPrompt.of(directed, mine));
    }

    private String prompt(String action) {
        return ShotPrompt.of(plan, shot(action));
    }

    private Shot shot(String action) {
        return plan.shots()
                .stream()
                .filter(shot -> shot.content().action().contains(action))
                .findFirst()
                .orElseThrow();
    }
}
