package org.filmwright.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.engine.EngineFact;
import org.filmwright.engine.Ledger;
import org.filmwright.engine.LedgerTx;
import org.filmwright.engine.LedgerView;

/** The engine's rows in the project's database. */
final class SqlLedger implements Ledger {
    private final Database database;
    private final Facts facts;
    private final Optional<FarmNode> node;
    private final LedgerView view;

    SqlLedger(Database database, Facts facts, Optional<FarmNode> node) {
        this.database = database;
        this.facts = facts;
        this.node = node;
        this.view = new SqlView(database);
    }

    @Override
    public LedgerView view() {
        return view;
    }

    @Override
    public <T> T write(Function<LedgerTx, T> work) {
        return database.gate().write(unit -> SqlTx.run(tx(unit), work));
    }

    @Override
    public <T> T record(EngineFact fact, Function<LedgerTx, T> work) {
        return facts.record(new Fact.Workflow(fact), unit -> SqlTx.run(tx(unit), work));
    }

    @Override
    public Optional<Duration> pulse() {
        return node.map(FarmNode::pulse);
    }

    @Override
    public Optional<Map<String, Integer>> workersRoom() {
        return node.map(_ -> database.read(FarmNode::room));
    }

    private SqlTx tx(WriteGate.Unit unit) {
        return node.<SqlTx>map(worker -> new FarmTx(unit, worker)).orElseGet(() -> new SqlTx(unit));
    }
}
