package org.filmwright.ui.timeline;

import java.util.stream.Collectors;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Cut;

/** Cuts of a project, laid out. */
final class Laid {
    private Laid() {}

    static Reel of(Cut cut, Snapshot snapshot) {
        ShotPlan plan = snapshot.script().orElseThrow().plan();
        return Reel.of(cut, plan.shots().stream().collect(Collectors.toMap(Shot::id, plan::sceneOf)));
    }
}
