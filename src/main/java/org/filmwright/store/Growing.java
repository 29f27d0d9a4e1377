package org.filmwright.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows to which others are only ever added: what was read once is remembered, and only what is new is read. Where others
 * write as well, numbers do not come in the order of the commits, so everything is read each time.
 */
final class Growing<T> {
    private final Database database;
    private final String table;
    private final Class<T> type;
    private final boolean shared;
    private List<T> known = List.of();
    private long last;

    /** @param table with the columns {@code seq} and {@code body} */
    Growing(Database database, String table, Class<T> type, boolean shared) {
        this.database = database;
        this.table = table;
        this.type = type;
        this.shared = shared;
    }

    private record Row<T>(long seq, T value) {}

    /** All rows in the order in which they were added; the same list until there are more. */
    synchronized List<T> all() {
        long from = shared ? 0 : last;
        List<Row<T>> fresh = database.read(sql -> sql.list(
                "select seq, body from " + table + " where seq > ? order by seq",
                row -> new Row<>(row.getLong("seq"), Codec.read(row.getString("body"), type)), from));
        if (!fresh.isEmpty() || shared) {
            List<T> all = new ArrayList<>(shared ? List.of() : known);
            fresh.forEach(row -> all.add(row.value()));
            known = List.copyOf(all);
            last = fresh.isEmpty() ? last : fresh.getLast().seq();
        }
        return known;
    }
}
