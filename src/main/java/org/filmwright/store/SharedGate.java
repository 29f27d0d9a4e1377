package org.filmwright.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.filmwright.engine.LedgerFailed;

/**
 * The gate of a PostgreSQL database: one transaction at a time on a project across all workers, by a lock in the server
 * that ends with the transaction. A worker that freezes inside one is cut off by the server, so nobody
 * waits for it; what was cut off or got into a deadlock is done again.
 */
final class SharedGate implements WriteGate {
    /** Serialization failure, deadlock, lock not available, cut off while idle, connection lost. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01", "55P03", "25P03", "57P01", "57P05", "08000",
            "08003", "08006");
    private static final String CUT_OFF = "25P03";
    private static final int TRIES = 5;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final HikariDataSource writers;
    private final Waypoint waypoint;

    SharedGate(HikariDataSource writers, Waypoint waypoint) {
        this.writers = writers;
        this.waypoint = waypoint;
    }

    @Override
    public <T> T write(Work<T> work) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("A transaction is open already");
        }
        turn.lock();
        try {
            return tried(work);
        } finally {
            turn.unlock();
        }
    }

    private <T> T tried(Work<T> work) {
        for (int attempt = 1;; attempt++) {
            boolean[] asked = new boolean[1];
            try (Connection connection = writers.getConnection()) {
                Sql sql = new Sql(connection);
                return Transaction.commit(new Unit(sql, new ArrayList<>(), Optional.empty()), unit -> {
                    sql.first("select pg_advisory_xact_lock(hashtext(current_schema()))", row -> true);
                    T answer = work.in(unit);
                    asked[0] = true;
                    return answer;
                }, waypoint);
            } catch (SQLException e) {
                giveUpUnless(attempt < TRIES && again(e, asked[0]), Trouble.of(e));
            } catch (LedgerFailed e) {
                giveUpUnless(attempt < TRIES && e.getCause() instanceof SQLException cause && again(cause, asked[0]),
                        e);
            }
        }
    }

    private static void giveUpUnless(boolean again, LedgerFailed failure) {
        if (!again) {
            throw failure;
        }
    }

    /** What failed at its commit may have been done, unless the server says that it cut us off before. */
    private static boolean again(SQLException problem, boolean asked) {
        String state = String.valueOf(problem.getSQLState());
        return state.equals(CUT_OFF) || !asked && AGAIN.contains(state);
    }

    @Override
    public void close() {
        writers.close();
    }
}
