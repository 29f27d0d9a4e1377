package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a project folder's room. */
final class StorageTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_that_is_gone_holds_nothing_and_its_disk_is_not_known() {
        Storage gone = new Storage(folder.resolve("gone.filmwright"));
        assertTrue(gone.free().isEmpty());
        assertEquals(0, gone.places().stream().mapToInt(Storage.Place::files).sum());
    }

    @Test
    void a_folder_that_is_there_has_a_disk_with_room() {
        assertTrue(new Storage(folder).free().isPresent());
    }
}
