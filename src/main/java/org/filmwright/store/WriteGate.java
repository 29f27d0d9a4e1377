package org.filmwright.store;

import java.util.List;
import java.util.Optional;

/** The one way to write: one transaction at a time on a project, whoever asks. */
interface WriteGate extends AutoCloseable {
    /** What happens in a transaction: database only, no files and no waiting. A gate may do it again from its start. */
    @FunctionalInterface
    interface Work<T> {
        T in(Unit unit);
    }

    /**
     * One open transaction.
     *
     * @param inFlight where nobody else writes the rows
     */
    record Unit(Sql sql, List<Runnable> afterCommit, Optional<InFlight> inFlight) {}

    /** All of {@code work}, durable, or nothing. @throws org.filmwright.engine.LedgerFailed when it cannot be written */
    <T> T write(Work<T> work);

    /** Gives back the room in the file that nothing needs any more, where it is worth while. */
    default void tidy() {}

    @Override
    void close();
}
