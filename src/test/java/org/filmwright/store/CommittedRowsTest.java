package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a kill would leave is what was committed, also in a file that has been open for a while: H2 begins to use room
 * again after 45 s, and then does not find the newest commit (decision 66).
 */
@Tag("recovery")
class CommittedRowsTest {
    private static final Duration UNTIL_ROOM_IS_REUSED = Duration.ofSeconds(48);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();
    private static final int COPIES = 40;

    @TempDir
    Path folder;

    @Test
    void aCopyOfTheOpenFileHoldsTheLastCommit() throws Exception {
        try (Database database = Database.open(folder, Waypoint.NONE)) {
            long number = 0;
            long end = System.nanoTime() + UNTIL_ROOM_IS_REUSED.toNanos();
            while (System.nanoTime() < end) {
                commit(database, ++number);
                LockSupport.parkNanos(PAUSE);
            }
            for (int i = 0; i < COPIES; i++) {
                commit(database, ++number);
                assertEquals(number, inACopy());
            }
        }
    }

    private static void commit(Database database, long number) {
        database.gate().write(unit -> {
            unit.sql().update("delete from meta where k = 'number'");
            unit.sql().update("delete from meta where k = ?", "old" + (number - 20));
            unit.sql().update("insert into meta (k, v) values (?, ?)", "old" + number, "x".repeat(100));
            return unit.sql().update("insert into meta (k, v) values ('number', ?)", Long.toString(number));
        });
    }

    private long inACopy() throws IOException, SQLException {
        Path copy = folder.resolve("copy.mv.db");
        Files.deleteIfExists(copy);
        Files.copy(folder.resolve("project.mv.db"), copy);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("copy"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select v from meta where k = 'number'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
