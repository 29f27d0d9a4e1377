package org.filmwright.production;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.ShotId;
import org.filmwright.history.Change;
import org.filmwright.images.Trashed;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/**
 * What changes by hand mean now.
 *
 * @param undo what undo takes back, and {@code redo} what redo does again
 * @param stale shots whose takes or clip no longer answer the plan
 * @param pace how long a shot takes on this machine
 * @param revision grows with every change: what is shown here knows of that many at least
 * @param trash the takes in the trash in the order of their numbers, shot by shot; no other part of a snapshot shows them
 * @param saved when something was last changed by hand since the project was opened
 */
public record Edits(Optional<Change> undo, Optional<Change> redo, Map<ShotId, Stale> stale, Pace pace,
        Optional<Instant> saved, long revision, List<Trashed> trash) {
    public static final Edits NONE = new Edits(Optional.empty(), Optional.empty(), Map.of(), Pace.UNKNOWN,
            Optional.empty(), 0, List.of());

    public Edits {
        stale = Map.copyOf(stale);
        trash = List.copyOf(trash);
    }

    /**
     * Seconds of this machine for the pictures and for the clip of one shot, from what it has done before.
     *
     * @param measured whether there was anything to learn it from
     */
    public record Pace(double pictures, double clip, boolean measured) {
        /** A slow machine, until this one has shown what it can. */
        public static final Pace UNKNOWN = new Pace(3, 2, false);
    }

    /** What refreshing would do: how many shots, and about how long. */
    public record Estimate(int shots, double seconds) {}

    /** What breaking down a scene would do now: draw what has no pictures, refresh what is stale. */
    public Estimate estimate(Snapshot snapshot, ShotPlan plan, int scene) {
        List<Shot> shots = plan.shots()
                .stream()
                .filter(shot -> shot.scene() == scene)
                .filter(shot -> snapshot.takesOf(shot.id()).isEmpty() || stale.containsKey(shot.id()))
                .toList();
        double seconds = shots.stream().mapToDouble(shot -> seconds(snapshot, shot)).sum();
        return new Estimate(shots.size(), seconds);
    }

    private double seconds(Snapshot snapshot, Shot shot) {
        boolean draw = snapshot.takesOf(shot.id()).isEmpty() || stale.get(shot.id()).pictures();
        return (draw ? pace.pictures() : 0) + pace.clip();
    }
}
