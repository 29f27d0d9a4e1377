package org.filmwright.engine;

class LaneInMemoryTest extends LaneContract {
    @Override
    protected Ledger ledger() {
        return new MemoryLedger();
    }
}
