package org.filmwright.engine;

class DispatchInMemoryTest extends DispatchContract {
    @Override
    protected Ledger ledger() {
        return new MemoryLedger();
    }
}
