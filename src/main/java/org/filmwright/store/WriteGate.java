package org.filmwright.store;

import java.util.List;

/** The one way to write: one transaction at a time on a project, whoever asks. */
interface WriteGate extends AutoCloseable {
    /** What happens in a transaction: database only, no files and no waiting. A gate may do it again from its start. */
    @FunctionalInterface
    interface Work<T> {
        T in(Unit unit);
    }

    /** One open transaction. */
    record Unit(Sql sql, List<Runnable> afterCommit) {}

    /** All of {@code work}, durable, or nothing. @throws org.filmwright.engine.LedgerFailed when it cannot be written */
    <T> T write(Work<T> work);

    @Override
    void close();
}
