package org.filmwright.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.ShotId;
import org.filmwright.production.Snapshot;
import org.filmwright.ui.SampleProject;
import org.junit.jupiter.api.Test;

class ReelTest {
    private final Snapshot snapshot = SampleProject.whole().snapshot();
    private final Reel reel = Laid.of(snapshot.cut().orElseThrow(), snapshot);

    @Test
    void itemsLieOneAfterTheOther() {
        for (int i = 1; i < reel.spans().size(); i++) {
            assertEquals(reel.spans().get(i - 1).end(), reel.spans().get(i).start());
        }
        assertEquals(reel.frames(), reel.spans().getLast().end());
    }

    @Test
    void shotsOfASceneLieUnderOneSceneAndTheTitleUnderNone() {
        assertEquals(List.of(1, 2, 3), reel.scenes().stream().map(span -> span.scene().number()).toList());
        assertEquals(60, reel.scenes().getFirst().start());
    }

    @Test
    void theItemAtAFrameIsTheOneWhoseFirstFrameHasCome() {
        assertEquals(0, reel.at(59).orElseThrow().index());
        assertEquals(1, reel.at(60).orElseThrow().index());
        assertEquals(10, reel.at(1_000_000).orElseThrow().index());
    }

    @Test
    void upAndDownGoToTheNearestCutsAndToTheEnds() {
        assertEquals(60, reel.cutFrom(0, 1));
        assertEquals(60, reel.cutFrom(61, -1));
        assertEquals(0, reel.cutFrom(60, -1));
        assertEquals(reel.frames() - 1, reel.cutFrom(reel.frames() - 2, 1));
    }

    @Test
    void shotsThatTheCutDoesNotHoldAreMissing() {
        assertEquals(List.of(), Reel.missing(Optional.of(reel), snapshot.script().orElseThrow().plan()));
        assertEquals(10, Reel.missing(Optional.empty(), snapshot.script().orElseThrow().plan()).size());
        assertEquals(Optional.empty(), reel.of(new ShotId("none")));
    }
}
