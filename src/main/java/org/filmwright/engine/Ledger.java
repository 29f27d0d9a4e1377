package org.filmwright.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where runs, steps, events and questions are kept. Port; implemented by the store. Transactions run one at a time and
 * are durable when a call returns.
 */
public interface Ledger {
    /** What is committed now. */
    LedgerView view();

    /** All of {@code work} or, where it throws, nothing. @throws LedgerFailed when the rows cannot be written */
    <T> T write(Function<LedgerTx, T> work);

    /** Like {@link #write}, after {@code fact} was put into the journal: from then on it survives everything. */
    <T> T record(EngineFact fact, Function<LedgerTx, T> work);

    /** On a farm: how often a worker says that it lives and looks for what others freed or left. */
    default Optional<Duration> pulse() {
        return Optional.empty();
    }

    /** On a farm: how many steps the workers that live take at once, by lane. A lane that is missing is served by nobody. */
    default Optional<Map<String, Integer>> workersRoom() {
        return Optional.empty();
    }
}
