package org.filmwright.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The gate of an H2 file: one transaction at a time, in the order of asking. H2 loses and tears
 * transactions of several writers when the process is killed; with one writer it tears none (engine.md 2).
 */
final class OneWriter implements WriteGate {
    private static final System.Logger LOG = System.getLogger(OneWriter.class.getName());
    private static final long BUDGET_MS = 50;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final H2File file;
    private final Waypoint waypoint;
    private final InFlight inFlight = new InFlight();

    OneWriter(H2File file, Waypoint waypoint) {
        this.file = file;
        this.waypoint = waypoint;
    }

    @Override
    public <T> T write(Work<T> work) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("A transaction is open already");
        }
        turn.lock();
        long start = System.nanoTime();
        boolean done = false;
        try {
            T answer = Transaction.commit(new Unit(file.writer(), new ArrayList<>(), Optional.of(inFlight)), work,
                    waypoint);
            done = true;
            file.compactIfGrown();
            return answer;
        } catch (SQLException e) {
            throw Trouble.of(e);
        } finally {
            if (!done) {
                inFlight.take();
            }
            turn.unlock();
            warnIfSlow(start);
        }
    }

    @Override
    public void tidy() {
        turn.lock();
        try {
            file.tidy();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            file.close();
        } finally {
            turn.unlock();
        }
    }

    private static void warnIfSlow(long start) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (millis > BUDGET_MS) {
            LOG.log(System.Logger.Level.DEBUG, () -> "A transaction took " + millis + " ms");
        }
    }
}
