package org.filmwright.engine;

/** The spend ledger over rows in memory. */
class CapInMemoryTest extends CapContract {
    @Override
    protected Ledger ledger() {
        return new MemoryLedger();
    }
}
