package org.filmwright.store;

import org.filmwright.engine.ManualEngine;

/** Records on a PostgreSQL server. */
class RecordsInPostgresTest extends RecordsContract {
    private final FarmAddress address = Postgres.freshDatabase();

    @Override
    protected ProjectFolder opened() {
        return ManualEngine.value(ProjectFolder.join(address, folder.resolve("film"), Postgres.node("test", 40)));
    }
}
