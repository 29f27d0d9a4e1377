package org.filmwright.store;

import java.time.InstantSource;
import org.filmwright.engine.DecisionContract;
import org.filmwright.engine.Ledger;
import org.filmwright.engine.ManualEngine;

/** The engine over the rows of a project folder. */
class DecisionInProjectTest extends DecisionContract {
    private ProjectFolder project;

    @Override
    protected Ledger ledger() {
        project = ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("film.filmwright"),
                InstantSource.system()));
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
