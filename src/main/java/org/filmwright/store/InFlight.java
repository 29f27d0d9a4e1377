package org.filmwright.store;

import java.util.Map;
import java.util.Optional;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;

/**
 * The steps in flight, as the only writer of the rows left them, so that it need not ask for them in every transaction.
 * Whoever takes them leaves them changed, or not at all where the transaction fails: then they are read from the rows.
 */
final class InFlight {
    private Optional<Map<StepId, Step>> left = Optional.empty();

    /** Nothing where they have to be read from the rows. */
    Optional<Map<StepId, Step>> take() {
        Optional<Map<StepId, Step>> taken = left;
        left = Optional.empty();
        return taken;
    }

    void leave(Map<StepId, Step> steps) {
        left = Optional.of(steps);
    }
}
