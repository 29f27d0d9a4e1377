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

    /**
     * A passing failure. Where a step has used up its tries and nothing else came out of its lane meanwhile, it is the lane
     * that is the trouble.
     *
     * @param tries that the step has used up; 0 where it has some left
     * @param spread 0 to 1, by chance
     * @return until when the lane rests, where it does now and the step is to wait with the others
     */
    Optional<Instant> failed(Step step, Failure failure, int tries, double spread) {
        return change(step.lane(), lane -> lane.failed(failure.what(), now, enough(lane, tries), spread))
                .filter(lane -> tries == 0 || !lane.isGivenUp())
                .flatMap(Lane::pause)
                .flatMap(Lane.Pause::until);
    }

    private static int enough(Lane lane, int tries) {
        return tries > 0 ? Math.min(tries, lane.spec().breakAfter()) : lane.spec().breakAfter();
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
