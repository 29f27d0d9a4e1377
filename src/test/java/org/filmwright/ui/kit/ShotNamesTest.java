package org.filmwright.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.ShotPlan;
import org.junit.jupiter.api.Test;

class ShotNamesTest {
    @Test
    void everyWordOfANameBeginsWithACapitalAndOnlyTheFirstOfAPlace() {
        ShotPlan plan = Planner.plan(FountainReader.read("""
                INT. ENGINE ROOM - NIGHT

                Pipes drip.

                CAPTAIN VOSS
                Who is there?
                """), 1);
        List<String> subjects = plan.shots()
                .stream()
                .map(shot -> ShotNames.subject(plan.scenes().getFirst(), shot))
                .distinct()
                .toList();
        assertEquals(List.of("Engine room", "Captain Voss"), subjects);
    }
}
