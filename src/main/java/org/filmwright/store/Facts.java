package org.filmwright.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

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

    /**
     * Records a fact that follows from the rows: who asks in this way is alone with them until it is recorded.
     *
     * @param next looks at the rows; nothing where there is nothing to record
     * @return what was recorded
     */
    <F extends Fact> Optional<F> recordNext(Function<Sql, Optional<F>> next, BiConsumer<F, Sql> apply);

    /** The newest fact. */
    JournalRecord head();

    /** Every fact in order. @throws Journal.Damaged where the chain does not hold */
    void each(Consumer<JournalRecord> reader) throws IOException, Journal.Damaged;
}
