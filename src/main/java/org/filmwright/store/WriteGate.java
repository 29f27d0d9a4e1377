package org.filmwright.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one way to write: a single connection, one transaction at a time, in the order of asking. H2 loses and tears
 * transactions of several writers when the process is killed; with one writer it tears none (engine.md 2).
 */
final class WriteGate implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WriteGate.class.getName());
    private static final long BUDGET_MS = 50;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Sql sql;

    WriteGate(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        this.sql = new Sql(connection);
    }

    /** What happens in a transaction: database only, no files and no waiting. */
    @FunctionalInterface
    interface Work<T> {
        T in(Unit unit);
    }

    /** One open transaction. */
    record Unit(Sql sql, List<Runnable> afterCommit) {}

    /** All of {@code work}, durable, or nothing. */
    <T> T write(Work<T> work) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("A transaction is open already");
        }
        turn.lock();
        long start = System.nanoTime();
        try {
            return committed(work);
        } finally {
            turn.unlock();
            warnIfSlow(start);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            sql.connection().close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closing", e);
        } finally {
            turn.unlock();
        }
    }

    private <T> T committed(Work<T> work) {
        Unit unit = new Unit(sql, new ArrayList<>());
        boolean done = false;
        try {
            T answer = work.in(unit);
            sql.connection().commit();
            done = true;
            unit.afterCommit().forEach(Runnable::run);
            return answer;
        } catch (SQLException e) {
            throw Trouble.of(e);
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            sql.connection().rollback();
        } catch (SQLException e) {
            // The database rolls back by itself when it is closed or opened again.
            LOG.log(System.Logger.Level.DEBUG, "Rolling back", e);
        }
    }

    private static void warnIfSlow(long start) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (millis > BUDGET_MS) {
            LOG.log(System.Logger.Level.DEBUG, () -> "A transaction took " + millis + " ms");
        }
    }
}
