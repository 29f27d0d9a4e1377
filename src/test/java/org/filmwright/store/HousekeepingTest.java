package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database file does not keep the room of what was written over, neither at work nor afterwards. */
class HousekeepingTest {
    private static final int ROWS = 1000;
    @TempDir
    private Path folder;

    private Database open() throws SQLException, Schema.TooNew {
        Database database = Database.open(folder, Waypoint.NONE);
        database.gate().write(unit -> {
            for (int i = 0; i < ROWS; i++) {
                unit.sql().update("insert into meta (k, v) values (?, ?)", "k" + i, "x".repeat(500));
            }
            return ROWS;
        });
        return database;
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("project.mv.db"));
    }

    /** As many transactions, each of which writes a few pages anew. */
    private static void write(Database database, int transactions) {
        for (int i = 0; i < transactions; i++) {
            String value = "v" + i;
            String key = "k" + i * 7919L % ROWS;
            database.gate().write(unit -> unit.sql().update("update meta set v = ? where k = ?", value, key));
        }
    }

    private static int rows(Database database) {
        return database.read(sql -> sql.number("select count(*) from meta where k like 'k%'"));
    }

    @Test
    void writtenOverAndOverItStaysOfTheSameSize() throws IOException, SQLException, Schema.TooNew {
        try (Database database = open()) {
            write(database, 1500);
            long early = size();
            write(database, 4500);
            assertTrue(size() <= early * 1.25, early + " bytes, then " + size());
            assertEquals(ROWS, rows(database));
        }
    }

    @Test
    void whereNobodyWritesItBecomesSmaller() throws IOException, SQLException, Schema.TooNew {
        try (Database database = open()) {
            write(database, 1500);
            long before = size();
            assertTrue(!database.gate().shrink(), "somebody has just written");
            while (database.gate().shrink()) {
                assertEquals(ROWS, rows(database));
            }
            assertTrue(size() < before / 2, before + " bytes, then " + size());
            assertTrue(!database.gate().shrink(), "there is nothing left to do");
            write(database, 100);
        }
        try (Database database = Database.open(folder, Waypoint.NONE)) {
            assertEquals(ROWS, rows(database));
        }
    }
}
