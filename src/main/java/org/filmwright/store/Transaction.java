package org.filmwright.store;

import java.sql.SQLException;

/** All of some work on a connection, durable, or nothing. */
final class Transaction {
    private static final System.Logger LOG = System.getLogger(Transaction.class.getName());

    private Transaction() {}

    static <T> T commit(WriteGate.Unit unit, WriteGate.Work<T> work, Waypoint waypoint) throws SQLException {
        Sql sql = unit.sql();
        boolean done = false;
        try {
            T answer = work.in(unit);
            waypoint.pass("before commit");
            sql.connection().commit();
            done = true;
            waypoint.pass("after commit");
            unit.afterCommit().forEach(Runnable::run);
            return answer;
        } finally {
            if (!done) {
                rollBack(sql);
            }
        }
    }

    private static void rollBack(Sql sql) {
        try {
            sql.connection().rollback();
        } catch (SQLException e) {
            // The database rolls back by itself when it is closed or opened again.
            LOG.log(System.Logger.Level.DEBUG, "Rolling back", e);
        }
    }
}
