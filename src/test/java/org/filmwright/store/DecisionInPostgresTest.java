package org.filmwright.store;

import org.filmwright.engine.DecisionContract;
import org.filmwright.engine.Ledger;
import org.filmwright.engine.ManualEngine;

/** The engine over rows on a PostgreSQL server, as a farm of one. */
class DecisionInPostgresTest extends DecisionContract {
    private ProjectFolder project;

    @Override
    protected Ledger ledger() {
        project = ManualEngine.value(ProjectFolder.join(Postgres.freshDatabase(), folder.resolve("film.filmwright"),
                Postgres.node("engine", 40)));
        return project.ledger();
    }

    @Override
    protected Ledger sameLedger() {
        return project.ledger();
    }

    @Override
    protected void closeLedger() {
        project.close();
    }
}
