package org.filmwright.engine;

import java.util.function.Function;

/** The engine's rows as maps: for tests that have no use for a disk. A transaction that throws leaves nothing behind. */
public final class MemoryLedger implements Ledger {
    private MemoryTables tables = new MemoryTables();

    @Override
    public LedgerView view() {
        return new MemoryTx(tables);
    }

    @Override
    public <T> T write(Function<LedgerTx, T> work) {
        MemoryTables next = tables.copy();
        MemoryTx tx = new MemoryTx(next);
        T answer = work.apply(tx);
        tables = next;
        tx.committed();
        return answer;
    }

    @Override
    public <T> T record(EngineFact fact, Function<LedgerTx, T> work) {
        return write(work);
    }
}
