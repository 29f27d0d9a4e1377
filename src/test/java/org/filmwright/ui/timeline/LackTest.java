package org.filmwright.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.production.Snapshot;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Splicer;
import org.filmwright.ui.SampleProject;
import org.junit.jupiter.api.Test;

/** Shots that a cut lacks, and where they belong. */
class LackTest {
    private final Snapshot snapshot = SampleProject.whole().snapshot();
    private final Cut cut = snapshot.cut().orElseThrow();
    private final ShotPlan plan = snapshot.script().orElseThrow().plan();

    private List<Lack> lacks(Outcome<Cut> edited) {
        return Lack.of(Laid.of(((Outcome.Ok<Cut>) edited).value(), snapshot), plan);
    }

    @Test
    void aWholeCutLacksNothing() {
        assertEquals(List.of(), Lack.of(Laid.of(cut, snapshot), plan));
    }

    @Test
    void theGapThatALiftedShotLeftWaitsForIt() {
        assertEquals(List.of(new Lack(plan.shots().get(2), 3, Optional.of(3))), lacks(Splicer.lift(cut, 3)));
    }

    @Test
    void whatWasTakenOutBelongsBehindTheShotBeforeIt() {
        assertEquals(List.of(new Lack(plan.shots().get(2), 3, Optional.empty())), lacks(Splicer.extract(cut, 3)));
    }

    @Test
    void theFirstShotBelongsBehindTheTitle() {
        assertEquals(List.of(new Lack(plan.shots().getFirst(), 1, Optional.empty())), lacks(Splicer.extract(cut, 1)));
        assertEquals(List.of(new Lack(plan.shots().getFirst(), 2, Optional.of(1))), lacks(Splicer.lift(cut, 1)));
    }
}
