package org.filmwright.engine;

/** The engine over rows in memory. */
class EngineInMemoryTest extends EngineContract {
    private final Ledger ledger = new MemoryLedger();

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @Override
    protected Ledger sameLedger() {
        return ledger;
    }
}
