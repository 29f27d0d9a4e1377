package org.filmwright.production;

import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** The plan that the project's script stands on now. */
record CurrentPlan(Records records) {
    ShotPlan plan() {
        return records.scripts().current().orElseThrow(() -> new IllegalStateException("No script is recorded")).plan();
    }

    Shot shot(String id) {
        return shot(plan(), id);
    }

    static Shot shot(ShotPlan plan, String id) {
        return plan.shots()
                .stream()
                .filter(shot -> shot.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The plan has no shot " + id));
    }
}
