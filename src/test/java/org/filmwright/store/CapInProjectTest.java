package org.filmwright.store;

import java.time.InstantSource;
import org.filmwright.engine.Ledger;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.CapContract;

/** The spend ledger over the rows of a project folder. */
class CapInProjectTest extends CapContract {
    private ProjectFolder project;

    @Override
    protected Ledger ledger() {
        project = ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("film.filmwright"),
                InstantSource.system()));
        return project.ledger();
    }

    @Override
    protected void closeLedger() {
        project.close();
    }
}
