package org.filmwright.production;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filmwright.base.Digest;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.clips.ClipTake;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trash;
import org.filmwright.review.Verdict;
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
    private Optional<Filmed> filmed = Optional.empty();

    /** The clips that count, and what is stale, as long as all that they follow from is the same. */
    record Filmed(List<Object> from, MakeOrder.Look look, Map<ShotId, ClipTake> clips, Map<ShotId, Stale> stale) {
        Filmed {
            clips = Map.copyOf(clips);
            stale = Map.copyOf(stale);
        }

        private boolean isFrom(List<Object> others) {
            return IntStream.range(0, from.size()).allMatch(i -> from.get(i) == others.get(i));
        }
    }

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

    /** @param clips all there are, oldest first @param script without one nothing is stale */
    Filmed filmed(Records records, List<ClipTake> clips, Map<TakeId, Verdict> verdicts, Optional<Scripts.Script> script,
            MakeOrder.Look look) {
        if (script.isEmpty()) {
            return new Filmed(List.of(), look, Staleness.newest(clips), Map.of());
        }
        List<Object> from = List.of(plan(script.get()), byShot, verdicts, clips);
        if (filmed.filter(last -> last.isFrom(from) && last.look.equals(look)).isEmpty()) {
            Staleness staleness = new Staleness(records, plan(script.get()), wanted(script.get()), look);
            Map<ShotId, ClipTake> current = staleness.current(clips, byShot, verdicts);
            filmed = Optional.of(new Filmed(from, look, current, staleness.of(byShot, verdicts, current)));
        }
        return filmed.orElseThrow();
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
