package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.filmwright.engine.LedgerFailed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill would leave is what was committed, wherever H2 has room for it (decision 66). */
@Tag("recovery")
class CommittedRowsTest {
    private static final Duration UNTIL_ROOM_IS_REUSED = Duration.ofSeconds(48);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();
    private static final int COPIES = 25;
    private static final int OTHERS = 5000;
    private static final long MEGABYTE = 1 << 20;
    private final SplittableRandom random = new SplittableRandom(20261121);
    private long number;

    @TempDir
    Path folder;

    @Test
    void aCopyOfAFileThatHasBeenOpenForLongHoldsTheLastCommit() throws Exception {
        try (Database database = Database.open(folder, Waypoint.NONE)) {
            long end = System.nanoTime() + UNTIL_ROOM_IS_REUSED.toNanos();
            while (System.nanoTime() < end) {
                commit(database);
                LockSupport.parkNanos(PAUSE);
            }
            everyCommitIsInACopy(database);
        }
    }

    @Test
    void aCopyOfAFileThatAKillLeftFullOfHolesHoldsTheLastCommit() throws Exception {
        afterAKill(OTHERS, 0);
    }

    @Test
    void aCopyOfAFileThatAKillLeftWithATornEndHoldsTheLastCommit() throws Exception {
        // Less than a hundredth of the file: H2 cuts more off by itself.
        afterAKill(OTHERS / 5, 120);
    }

    private void afterAKill(int commits, int tornPart) throws Exception {
        Path left = Files.createDirectories(folder.resolve("left"));
        try (Database database = Database.open(folder, Waypoint.NONE)) {
            IntStream.range(0, commits).forEach(_ -> commitAnother(database));
            Files.copy(file(), left.resolve(ProjectFolder.DATABASE));
        }
        folder = left;
        if (tornPart > 0) {
            byte[] torn = new byte[(int) (Files.size(file()) / tornPart)];
            random.nextBytes(torn);
            Files.write(file(), torn, StandardOpenOption.APPEND);
        }
        DatabaseFile opening = new DatabaseFile(folder, InstantSource.system(), Waypoint.NONE);
        try (Database database = opening.open(true).database()) {
            everyCommitIsInACopy(database);
        }
    }

    @Test
    void aFileThatHasGrownGivesItsRoomBackAndHoldsEveryCommit() throws Exception {
        try (Database database = Database.open(folder, Waypoint.NONE, 2 * MEGABYTE)) {
            for (int i = 0; i < 100; i++) {
                IntStream.range(0, 20).forEach(_ -> commit(database));
                assertEquals(number, inACopy());
                assertEquals(number, database.read(CommittedRowsTest::number));
            }
            assertTrue(Files.size(file()) < 20 * MEGABYTE, () -> "has grown: " + file().toFile().length());
        }
    }

    @Test
    void aBackupHoldsTheRowsAndNotTheRoomThatTheyTookBefore() throws Exception {
        try (Database database = Database.open(folder, Waypoint.NONE)) {
            database.gate().write(unit -> unit.sql().update("create table large (v varchar(1000000))"));
            byte[] noise = new byte[600_000];
            for (int i = 0; i < 60; i++) {
                random.nextBytes(noise);
                String words = Base64.getEncoder().encodeToString(noise);
                database.gate().write(unit -> unit.sql().update("insert into large (v) values (?)", words));
                database.gate().write(unit -> unit.sql().update("delete from large"));
            }
            assertTrue(Files.size(file()) > 32 * MEGABYTE);
            Path backup = new Backups(folder, InstantSource.system()).make(database).orElseThrow();
            Path copy = folder.resolve("copy.mv.db");
            Backups.unpack(backup, copy);
            assertTrue(Files.size(copy) < MEGABYTE, () -> "is large: " + copy.toFile().length());
        }
    }

    @Test
    void aDatabaseThatWasClosedIsNotOpenedAgainByWhoeverComesLate() throws Exception {
        Database database = Database.open(folder, Waypoint.NONE);
        commit(database);
        database.close();
        assertThrows(LedgerFailed.class, () -> commit(database));
        try (Database again = Database.open(folder, Waypoint.NONE)) {
            assertEquals(1, again.read(CommittedRowsTest::number));
        }
    }

    private void everyCommitIsInACopy(Database database) throws IOException, SQLException {
        for (int i = 0; i < COPIES; i++) {
            commit(database);
            assertEquals(number, inACopy());
        }
    }

    private void commit(Database database) {
        number++;
        database.gate().write(unit -> {
            unit.sql().update("delete from meta where k = 'number'");
            unit.sql().update("delete from meta where k = ?", "old" + (number - 20));
            unit.sql().update("insert into meta (k, v) values (?, ?)", "old" + number, "x".repeat(100));
            return unit.sql().update("insert into meta (k, v) values ('number', ?)", Long.toString(number));
        });
    }

    /** Somewhere among many, so that much of the file is in use and holes come to be between. */
    private void commitAnother(Database database) {
        String key = "other" + random.nextInt(10 * OTHERS);
        database.gate().write(unit -> {
            unit.sql().update("delete from meta where k = ?", key);
            return unit.sql().update("insert into meta (k, v) values (?, ?)", key, key.repeat(80));
        });
    }

    private static long number(Sql sql) {
        return sql.first("select v from meta where k = 'number'", row -> row.getLong(1)).orElseThrow();
    }

    private Path file() {
        return folder.resolve(ProjectFolder.DATABASE);
    }

    private long inACopy() throws IOException, SQLException {
        Path copy = folder.resolve("copy.mv.db");
        Files.deleteIfExists(copy);
        Files.copy(file(), copy);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("copy"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select v from meta where k = 'number'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
