package org.filmwright.store;

import java.io.IOException;
import java.util.function.Consumer;

/** Where facts are recorded: durable first, then rows. */
interface Facts {
    /**
     * Durable when it returns: {@code apply} makes rows of the fact, the same as {@link Replay} would.
     *
     * @throws org.filmwright.engine.LedgerFailed where the fact was not taken
     */
    <T> T record(Fact fact, WriteGate.Work<T> apply);

    /** The newest fact. */
    JournalRecord head();

    /** Every fact in order. @throws Journal.Damaged where the chain does not hold */
    void each(Consumer<JournalRecord> reader) throws IOException, Journal.Damaged;
}
