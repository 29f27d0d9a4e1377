package org.filmwright.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.filmwright.base.Failure;

/** What the ends of steps do to their lanes, within one transaction. */
final class LaneMoves {
    private final LedgerTx tx;
    private final Instant now;

    LaneMoves(LedgerTx tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    void succeeded(Step step) {
        change(step.lane(), Lane::succeeded);
    }

    void failed(Step step, Failure failure) {
        change(step.lane(), lane -> lane.failed(failure.what(), now));
    }

    /** The other side named a time before which nothing should be asked of it. */
    void sentAway(Step step, Failure failure, Instant until) {
        change(step.lane(), lane -> lane.paused(new Lane.Pause(failure.what(), now, Optional.of(until))));
    }

    /** The lane afterwards; nothing where there is none of this name. */
    Optional<Lane> change(String name, UnaryOperator<Lane> how) {
        return tx.lane(name).map(lane -> {
            Lane before = lane.at(now);
            Lane after = how.apply(before);
            if (!after.equals(before) || lane.pause().isPresent()) {
                tx.put(after);
            }
            return after;
        });
    }
}
