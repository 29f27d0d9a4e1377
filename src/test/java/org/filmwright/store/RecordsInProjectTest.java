package org.filmwright.store;

import java.time.InstantSource;
import org.filmwright.engine.ManualEngine;

/** Records in the H2 file of a project. */
class RecordsInProjectTest extends RecordsContract {
    @Override
    protected ProjectFolder opened() {
        return ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("film"), InstantSource.system()));
    }
}
