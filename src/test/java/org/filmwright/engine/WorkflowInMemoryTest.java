package org.filmwright.engine;

/** Workflows over rows in memory. */
class WorkflowInMemoryTest extends WorkflowContract {
    @Override
    protected Ledger ledger() {
        return new MemoryLedger();
    }
}
