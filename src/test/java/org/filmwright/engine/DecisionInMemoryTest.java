package org.filmwright.engine;

/** The engine over rows in memory. */
class DecisionInMemoryTest extends DecisionContract {
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
