package org.filmwright.production;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Money;
import org.filmwright.base.ShotId;
import org.filmwright.history.Change;
import org.filmwright.images.Trashed;
import org.filmwright.review.Flaw;
import org.filmwright.review.Notes;
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
 * @param notes what people noted on takes
 * @param declined for which flaws of a shot's takes no words are to be proposed
 * @param saved when something was last changed by hand since the project was opened
 */
public record Edits(Optional<Change> undo, Optional<Change> redo, Map<ShotId, Stale> stale, Pace pace,
        Optional<Instant> saved, long revision, List<Trashed> trash, Notes notes, Map<ShotId, List<Flaw>> declined) {
    public static final Edits NONE = new Edits(Optional.empty(), Optional.empty(), Map.of(), Pace.UNKNOWN,
            Optional.empty(), 0, List.of(), Notes.NONE, Map.of());

    public Edits {
        stale = Map.copyOf(stale);
        trash = List.copyOf(trash);
        declined = Map.copyOf(declined);
    }

    /** Whether nothing of it that concerns takes is different, as in {@link Snapshot#sameShots}. */
    boolean sameShots(Edits other) {
        return stale == other.stale && pace.equals(other.pace) && trash.equals(other.trash)
                && notes.equals(other.notes) && declined.equals(other.declined);
    }

    /**
     * What a picture and a clip take, from what was done before.
     *
     * @param take one picture
     * @param clip one clip
     * @param room how many of either are worked on at once
     * @param measured whether there was anything to learn it from
     * @param painters those whose time is known of this machine, by id: seconds of one picture, or nothing where they
     *         never painted one like it here
     */
    public record Pace(Effort take, Effort clip, int room, boolean measured, Map<String, Optional<Double>> painters) {
        public Pace {
            painters = Map.copyOf(painters);
        }

        public Pace(Effort take, Effort clip, int room, boolean measured) {
            this(take, clip, room, measured, Map.of());
        }

        /** A slow machine that makes all by itself, until this one has shown what it can. */
        public static final Pace UNKNOWN = new Pace(new Effort(1, Optional.empty()), new Effort(2, Optional.empty()), 1,
                false);

        Pace asking(Optional<Money> price) {
            return new Pace(new Effort(take.seconds, price), clip, room, measured, painters);
        }

        Pace with(Map<String, Optional<Double>> known) {
            return new Pace(take, clip, room, measured, known);
        }

        private Pace by(String artist) {
            return Optional.ofNullable(painters.get(artist))
                    .map(seconds -> new Pace(new Effort(seconds.orElse(Effort.UNMEASURED), Optional.empty()), clip,
                            room,
                            measured, painters))
                    .orElse(this);
        }

        private Effort pictures() {
            return take.times(MakeOrder.USUAL_TAKES);
        }
    }

    /**
     * @param seconds {@link #UNMEASURED} where nobody knows
     * @param price what is bought for it; nothing where all is made on this machine
     */
    public record Effort(double seconds, Optional<Money> price) {
        /** Whatever it is added to is not known either. */
        public static final double UNMEASURED = Double.NaN;

        static final Effort NONE = new Effort(0, Optional.empty());

        public boolean measured() {
            return !Double.isNaN(seconds);
        }

        /** Of two currencies the first counts. */
        Effort plus(Effort other) {
            Optional<Money> both = price.map(mine -> other.price.filter(each -> each.currency()
                    .equals(mine.currency())).map(mine::plus).orElse(mine)).or(other::price);
            return new Effort(seconds + other.seconds, both);
        }

        Effort times(double n) {
            return new Effort(seconds * n, price.map(each -> each.times(n)));
        }

        /** The same work with so many hands; it costs what it costs. */
        Effort shared(double hands) {
            return new Effort(seconds / hands, price);
        }
    }

    /** The same with everything drawn by somebody. @param artist an id */
    public Edits drawnBy(String artist) {
        return new Edits(undo, redo, stale, pace.by(artist), saved, revision, trash, notes, declined);
    }

    /** What refreshing would do: how many shots, how many pictures are drawn for them, and about what it takes. */
    public record Estimate(int shots, int pictures, Effort effort) {
        /** The same work, where one picture costs that much; nothing where it is free, or nobody knows. */
        public Estimate at(Optional<Money> picture) {
            return new Estimate(shots, pictures, new Effort(effort.seconds, picture.map(each -> each.times(pictures))));
        }
    }

    /** What breaking down a scene would do now: draw what has no pictures, refresh what is stale. */
    public Estimate estimate(Snapshot snapshot, ShotPlan plan, int scene) {
        return estimate(snapshot, plan.shots().stream().filter(shot -> shot.scene() == scene));
    }

    /** The same for the whole film. */
    public Estimate estimate(Snapshot snapshot, ShotPlan plan) {
        return estimate(snapshot, plan.shots().stream());
    }

    private Estimate estimate(Snapshot snapshot, Stream<Shot> those) {
        List<Shot> shots = those
                .filter(shot -> snapshot.takesOf(shot.id()).isEmpty() || stale.containsKey(shot.id()))
                .toList();
        Effort all = shots.stream().map(shot -> effort(snapshot, shot)).reduce(Effort.NONE, Effort::plus);
        int pictures = (int) shots.stream().filter(shot -> draws(snapshot, shot)).count() * MakeOrder.USUAL_TAKES;
        return new Estimate(shots.size(), pictures, shots.size() > 1 ? all.shared(pace.room) : all);
    }

    /** What so many new takes of each of so many shots would take. */
    public Estimate takes(int shots, int each) {
        int all = shots * each;
        return new Estimate(shots, all, pace.take.times(all).shared((double) all / Math.ceilDiv(all, pace.room)));
    }

    private Effort effort(Snapshot snapshot, Shot shot) {
        return draws(snapshot, shot) ? pace.pictures().plus(pace.clip()) : pace.clip();
    }

    private boolean draws(Snapshot snapshot, Shot shot) {
        return snapshot.takesOf(shot.id()).isEmpty() || stale.get(shot.id()).pictures();
    }

    /** Whether every shot has pictures that answer the script as it is. */
    public boolean isWhole(Snapshot snapshot, ShotPlan plan) {
        return !plan.shots().isEmpty() && plan.shots()
                .stream()
                .noneMatch(shot -> snapshot.takesOf(shot.id()).isEmpty() || stale.containsKey(shot.id()));
    }
}
