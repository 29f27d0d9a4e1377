package org.filmwright.production;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.base.ShotId;
import org.filmwright.history.Change;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.story.Continuation;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Screenplay;
import org.filmwright.story.ScriptEdit;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** Keeps the plan in step with the script: shots that are still there keep their ids, and with them their takes. */
record Planning(Records records, InstantSource clock) {
    /** The plan of a screenplay, which becomes the script of the project if it is not yet: undo brings the old one back. */
    ShotPlan settle(String fileName, Screenplay screenplay, long seed) {
        Optional<Scripts.Script> now = records.scripts().current();
        if (now.isEmpty()) {
            records.scripts()
                    .save(new Scripts.Script(fileName, screenplay.source(), Planner.plan(screenplay, seed)));
        } else {
            ScriptEdit.between(now.get().text(), screenplay.source())
                    .ifPresent(edit -> records.history().make(new Change.Wrote(List.of(edit)), false, clock.instant()));
            if (now.get().drafted().seed() != seed || !records.scripts().isPlanned()) {
                planAnew(now.get(), screenplay, seed);
            }
        }
        return records.scripts().current().orElseThrow().plan();
    }

    /** Plans the present text, if the recorded plan was made of another one. */
    void catchUp() {
        records.scripts()
                .current()
                .filter(script -> !records.scripts().isPlanned())
                .ifPresent(script -> planAnew(script, FountainReader.read(script.text()), script.drafted().seed()));
    }

    private void planAnew(Scripts.Script before, Screenplay screenplay, long seed) {
        ShotPlan fresh = Planner.plan(screenplay, seed);
        records.scripts()
                .plan(screenplay.source(), Continuation.of(before.drafted(), fresh, new Remembered(records, fresh)));
    }

    /** Under which ids takes were drawn that a shot would ask for now: a shot that comes back finds its takes. */
    private static final class Remembered implements Function<Shot, List<ShotId>> {
        private final Records records;
        private final ShotPlan plan;
        private Optional<Map<Digest, List<ShotId>>> known = Optional.empty();

        Remembered(Records records, ShotPlan plan) {
            this.records = records;
            this.plan = plan;
        }

        @Override
        public List<ShotId> apply(Shot shot) {
            if (known.isEmpty()) {
                known = Optional.of(read());
            }
            return known.get().getOrDefault(ImageBrief.of(plan, shot).digest(), List.of());
        }

        private Map<Digest, List<ShotId>> read() {
            return new HashMap<>(records.takes()
                    .all()
                    .stream()
                    .collect(Collectors.groupingBy(ImageTake::brief,
                            Collectors.mapping(ImageTake::shot, Collectors.toList()))));
        }
    }
}
