package org.filmwright.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may begin: within one transaction, as many ready steps as the lanes have room for (engine.md 3). */
final class Admission {
    private final StepMoves moves;
    private final LedgerTx tx;

    Admission(StepMoves moves) {
        this.moves = moves;
        this.tx = moves.tx();
    }

    /** What {@link #admit} did: the steps that start, and when a lane that is closed to others will open by itself. */
    record Admitted(List<Step> started, Optional<Instant> opensAt) {}

    Admitted admit(List<LaneSpec> lanes) {
        List<Step> started = new ArrayList<>();
        Optional<Instant> opensAt = Optional.empty();
        for (LaneSpec spec : lanes) {
            Lane lane = tx.lane(spec.name()).orElseThrow().at(moves.now());
            List<Step> next = tx.queue(lane.name(), lane.free(tx.inFlight(lane.name())));
            next.forEach(step -> started.add(moves.move(step, step.started(moves.now()))));
            Lane after = lane.started(next.size());
            if (!next.isEmpty() && !after.equals(lane)) {
                tx.put(after);
            }
            opensAt = earlier(opensAt, after.opensAt().filter(_ -> !tx.queue(lane.name(), 1).isEmpty()));
        }
        return new Admitted(started, opensAt);
    }

    /** Makes the lanes as they are wished; what they were paused for and have used up stays. */
    void open(List<LaneSpec> specs) {
        specs.forEach(spec -> tx.put(tx.lane(spec.name())
                .map(lane -> lane.with(spec))
                .orElseGet(() -> Lane.opened(spec, moves.now()))));
    }

    private static Optional<Instant> earlier(Optional<Instant> a, Optional<Instant> b) {
        return a.filter(one -> b.filter(one::isAfter).isEmpty()).or(() -> b);
    }
}
