package org.filmwright.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotId;
import org.filmwright.base.ShotSize;
import org.junit.jupiter.api.Test;

/** Shots keep their ids while the script is rewritten around them, and a person's wishes stay with them. */
class ContinuationTest {
    private static final String FOG = "Fog lies over the black water of the harbour.";
    private static final String MARA = "MARA (30s, ochre scarf) stands at the rail and counts the windows.";
    private static final String BOAT = "A small BOAT drifts against the pier.";

    private static ShotPlan plan(String... paragraphs) {
        return Planner.plan(FountainReader.read(String.join("\n\n", paragraphs) + "\n"), 1);
    }

    private static ShotPlan after(ShotPlan before, String... paragraphs) {
        return Continuation.of(before, plan(paragraphs), shot -> List.of());
    }

    private static Map<String, ShotId> ids(ShotPlan plan) {
        return plan.shots().stream().collect(Collectors.toMap(shot -> shot.content().action(), Shot::id, (a, b) -> a));
    }

    @Test
    void aLinePutBeforeOthersTakesNoIdOfTheirs() {
        ShotPlan before = plan("EXT. HARBOUR - NIGHT", FOG, MARA);
        ShotPlan after = after(before, "EXT. HARBOUR - NIGHT", BOAT, FOG, MARA);
        ids(before).forEach((words, id) -> {
            if (ids(after).containsKey(words)) {
                assertEquals(id, ids(after).get(words), words);
            }
        });
        assertEquals(after.shots().size(), new HashSet<>(after.shots().stream().map(Shot::id).toList()).size());
    }

    @Test
    void wordsThatChangeKeepTheirShot() {
        ShotPlan before = plan("EXT. HARBOUR - NIGHT", FOG, MARA, BOAT);
        ShotPlan after = after(before, "EXT. HARBOUR - NIGHT", FOG, MARA.replace("windows", "gulls"), BOAT);
        assertEquals(before.shots().stream().map(Shot::id).toList(), after.shots().stream().map(Shot::id).toList());
    }

    @Test
    void whatDidNotChangeIsTheVerySame() {
        ShotPlan before = plan("EXT. HARBOUR - NIGHT", FOG, MARA, "INT. BOAT - DAY", BOAT);
        ShotPlan after = after(before, "EXT. HARBOUR - NIGHT", FOG, MARA.replace("windows", "gulls"),
                "INT. BOAT - DAY", BOAT);
        assertSame(before.shots().getFirst(), after.shots().getFirst());
        assertSame(before.shots().getLast(), after.shots().getLast());
        assertSame(before.scenes().getLast(), after.scenes().getLast());
        assertNotEquals(before, after);
    }

    @Test
    void scenesThatChangePlacesTakeTheirShotsAlong() {
        String[] one = {"EXT. HARBOUR - NIGHT", FOG};
        String[] two = {"EXT. HARBOUR - NIGHT", BOAT};
        ShotPlan before = plan(one[0], one[1], two[0], two[1]);
        ShotPlan after = after(before, two[0], two[1], one[0], one[1]);
        assertEquals(ids(before), ids(after));
    }

    @Test
    void whatIsTakenAwayAndPutBackIsTheSameShot() {
        ShotPlan before = plan("EXT. HARBOUR - NIGHT", FOG, MARA, BOAT);
        ShotPlan gone = after(before, "EXT. HARBOUR - NIGHT", FOG, BOAT);
        ShotPlan back = after(gone, "EXT. HARBOUR - NIGHT", FOG, MARA, BOAT);
        assertEquals(ids(before), ids(back));
    }

    @Test
    void aWishSurvivesPlanningAnewAndWaitsWhileItsShotIsGone() {
        ShotPlan before = plan("EXT. HARBOUR - NIGHT", FOG, MARA, BOAT);
        Shot mara = before.shots()
                .stream()
                .filter(shot -> shot.content().action().contains("rail"))
                .findFirst()
                .orElseThrow();
        ShotOverride wish = ShotOverride.none(mara.id()).sized(ShotSize.ECU).moved(CameraMove.HANDHELD).lasting(7.5);
        Scripts.Script script = new Scripts.Script("a.fountain", "", before, List.of(wish), List.of(), List.of());
        Scripts.Script rewritten = script.planned(after(before, "EXT. HARBOUR - NIGHT", BOAT, FOG, MARA));
        Shot still = rewritten.plan()
                .shots()
                .stream()
                .filter(shot -> shot.id().equals(mara.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(ShotSize.ECU, still.framing().size());
        assertEquals(7.5, still.seconds());
        assertTrue(still.camera().reason().startsWith("chosen by hand; planned: "), still.camera().reason());
        Scripts.Script without = script.planned(after(before, "INT. CELLAR - DAY", "Nothing."));
        assertEquals(without.plan().shots().stream().anyMatch(shot -> shot.id().equals(mara.id()))
                ? List.of()
                : List.of(wish), without.waiting());
    }

    @Test
    void shotsAreAddedAndLeftOutByHand() {
        ShotPlan plan = plan("EXT. HARBOUR - NIGHT", FOG, MARA, BOAT);
        Shot first = plan.shots().getFirst();
        ShotOverride own = ShotOverride.inserted(new ShotId("own"), first.id(), "Mara lifts her hand.");
        ShotOverride out = ShotOverride.none(plan.shots().getLast().id()).leftOut(true);
        ShotPlan directed = new Scripts.Script("a.fountain", "", plan, List.of(own, out), List.of(), List.of()).plan();
        assertEquals("own", directed.shots().get(1).id().value());
        assertEquals("1-B", directed.shots().get(1).label());
        assertEquals(List.of("MARA"), directed.shots().get(1).content().people());
        assertFalse(directed.shots().stream().anyMatch(shot -> shot.id().equals(plan.shots().getLast().id())));
        assertEquals(plan.shots().size(), directed.shots().size());
    }
}
