package org.filmwright.store;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Where facts are recorded: durable first, then rows. */
interface Facts {
    /**
     * Durable when it returns: {@code apply} makes rows of the fact, the same as {@link Replay} would.
     *
     * @throws org.filmwright.engine.LedgerFailed where the fact was not taken
     */
    default <T> T record(Fact fact, WriteGate.Work<T> apply) {
        return recordAll(List.of(fact), apply);
    }

    /** The same for several facts: forced to disk together, their rows made in one transaction. */
    <T> T recordAll(List<? extends Fact> facts, WriteGate.Work<T> apply);

    /** The newest fact. */
    JournalRecord head();

    /** Every fact in order. @throws Journal.Damaged where the chain does not hold */
    void each(Consumer<JournalRecord> reader) throws IOException, Journal.Damaged;
}
