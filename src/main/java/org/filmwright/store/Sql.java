package org.filmwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements over one connection, each prepared once. {@link Instant}s and {@link Optional}s may be passed as they are. */
final class Sql {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Makes an object of the current row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    /** The number of rows changed. */
    int update(String statement, Object... values) {
        try {
            return bound(statement, values).executeUpdate();
        } catch (SQLException e) {
            throw Trouble.of(e);
        }
    }

    <T> List<T> list(String query, RowReader<T> reader, Object... values) {
        try (ResultSet rows = bound(query, values).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw Trouble.of(e);
        }
    }

    <T> Optional<T> first(String query, RowReader<T> reader, Object... values) {
        return list(query, reader, values).stream().findFirst();
    }

    int number(String query, Object... values) {
        return first(query, row -> row.getInt(1), values).orElse(0);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private PreparedStatement bound(String statement, Object... values) throws SQLException {
        PreparedStatement open = prepared.get(statement);
        if (open == null) {
            open = connection.prepareStatement(statement);
            prepared.put(statement, open);
        }
        for (int i = 0; i < values.length; i++) {
            open.setObject(i + 1, plain(values[i]));
        }
        return open;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(Sql::plain).orElse(null);
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Enum<?> word -> word.name();
            case null, default -> value;
        };
    }
}
