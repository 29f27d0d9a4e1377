package org.filmwright.production;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.filmwright.base.ShotId;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.ScriptOrder;

/** The scenes over the timeline, which are those of the script. */
public final class SceneLane {
    private SceneLane() {}

    /** The cut in which the clips of a scene went where the scene goes. @param to the number it gets */
    public static Cut moved(Cut cut, ShotPlan plan, int scene, int to) {
        List<List<ShotId>> scenes = new ArrayList<>();
        plan.scenes()
                .forEach(each -> scenes.add(plan.shots()
                        .stream()
                        .filter(shot -> shot.scene() == each.number())
                        .map(Shot::id)
                        .toList()));
        List<ShotId> moving = scenes.remove(scene - 1);
        scenes.add(to - 1, moving);
        return ScriptOrder.following(cut, moving.stream().collect(Collectors.toSet()), scenes.stream()
                .flatMap(List::stream)
                .toList());
    }
}
