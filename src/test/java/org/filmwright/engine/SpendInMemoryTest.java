package org.filmwright.engine;

/** The spend ledger over rows in memory. */
class SpendInMemoryTest extends SpendContract {
    @Override
    protected Ledger ledger() {
        return new MemoryLedger();
    }
}
