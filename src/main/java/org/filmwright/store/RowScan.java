package org.filmwright.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads every row of an H2 database once, by its table and by each of its indexes: they must agree. */
final class RowScan {
    private final Statement statement;

    private RowScan(Statement statement) {
        this.statement = statement;
    }

    /** What cannot be read or does not agree, in words; nothing for a database that is whole. */
    static Optional<String> trouble(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            return new RowScan(statement).firstDifference();
        } catch (SQLException | IllegalStateException e) {
            return Optional.of("a part of it cannot be read");
        }
    }

    /** How many rows each table holds, each read once. */
    static Map<String, Long> counts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            RowScan scan = new RowScan(statement);
            Map<String, Long> counts = new TreeMap<>();
            for (String table : scan.tables()) {
                counts.put(table, scan.read("select * from " + quoted(table)));
            }
            return counts;
        }
    }

    private Optional<String> firstDifference() throws SQLException {
        for (String table : tables()) {
            long rows = read("select * from " + quoted(table));
            for (String query : indexQueries(table)) {
                if (read(query) != rows) {
                    return Optional.of("an index of " + table + " does not show its " + rows + " rows");
                }
            }
        }
        return Optional.empty();
    }

    private List<String> tables() throws SQLException {
        return words("select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                + " and table_type = 'BASE TABLE' order by table_name");
    }

    /** Each walks an index from its first entry to its last. */
    private List<String> indexQueries(String table) throws SQLException {
        return words("""
                select 'select "' || column_name || '" from "' || table_name || '" use index ("' || index_name
                    || '") order by "' || column_name || '"'
                from information_schema.index_columns
                where table_schema = 'PUBLIC' and ordinal_position = 1 and table_name = '%s'""".formatted(table));
    }

    private List<String> words(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Every value of every row; long texts lie in pages of their own. */
    private long read(String query) throws SQLException {
        long count = 0;
        try (ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            for (; rows.next(); count++) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
        return count;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
