package org.filmwright.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The shape of the rows. A project of this very version is opened without asking Flyway, which costs a second. */
final class Schema {
    /** The number of the newest file in {@code db/migration}. */
    static final int VERSION = 18;

    private Schema() {}

    /** The project was last written by a newer Filmwright. */
    static final class TooNew extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static void bringUp(DataSource source, Connection connection) throws SQLException, TooNew {
        int found = versionOf(connection);
        if (found > VERSION) {
            throw new TooNew();
        }
        if (found < VERSION) {
            migrate(source);
        }
    }

    private static void migrate(DataSource source) throws SQLException {
        try {
            Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        } catch (FlywayException e) {
            throw new SQLException("The tables cannot be brought into their newest shape", e);
        }
    }

    /** 0 for an empty database. */
    private static int versionOf(Connection connection) throws SQLException {
        try (ResultSet table = connection.getMetaData()
                .getTables(null, connection.getSchema(), "flyway_schema_history", null)) {
            if (!table.next()) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(
                        "select max(cast(\"version\" as integer)) from \"flyway_schema_history\" where \"success\"")) {
            return newest.next() ? newest.getInt(1) : 0;
        }
    }
}
