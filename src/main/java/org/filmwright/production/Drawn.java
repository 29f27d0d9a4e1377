package org.filmwright.production;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.base.ShotId;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trash;
import org.filmwright.story.Scripts;
import org.filmwright.story.ShotPlan;

/**
 * What verdicts do not change: takes by shot, and what the plan asks of each shot. Worked out anew only when takes, trash or
 * script are others, so that a verdict among 50,000 takes costs what one among a thousand does. For one thread at a time.
 */
final class Drawn {
    private List<ImageTake> takes = List.of();
    private Trash trash = Trash.EMPTY;
    private Map<ShotId, List<ImageTake>> byShot = Map.of();
    private Optional<Scripts.Script> script = Optional.empty();
    private Optional<ShotPlan> plan = Optional.empty();
    private Map<ShotId, Digest> wanted = Map.of();

    /** Those that do not lie in the trash, by number; the same map while it would hold the same. */
    Map<ShotId, List<ImageTake>> byShot(List<ImageTake> all, Trash aside) {
        if (all != takes || !aside.equals(trash)) {
            byShot = Map.copyOf(all.stream()
                    .filter(take -> !aside.holds(take.id()))
                    .sorted(Comparator.comparingInt(ImageTake::number))
                    .collect(Collectors.groupingBy(ImageTake::shot)));
            takes = all;
            trash = aside;
        }
        return byShot;
    }

    ShotPlan plan(Scripts.Script now) {
        return follow(now);
    }

    /** The brief that a take of each shot has to answer. */
    Map<ShotId, Digest> wanted(Scripts.Script now) {
        follow(now);
        return wanted;
    }

    private ShotPlan follow(Scripts.Script now) {
        if (plan.isEmpty() || !script.equals(Optional.of(now))) {
            ShotPlan laid = now.plan();
            Map<ShotId, Digest> briefs = new HashMap<>();
            laid.shots().forEach(shot -> briefs.put(shot.id(), ImageBrief.of(laid, shot).digest()));
            script = Optional.of(now);
            plan = Optional.of(laid);
            wanted = briefs;
        }
        return plan.orElseThrow();
    }
}
