package org.filmwright.engine;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.filmwright.base.Failure;

/** Where callers wait for the engine to come to rest, or to break. */
final class Standstill {
    private long moves;
    private Optional<Failure> broken = Optional.empty();

    synchronized void moved() {
        moves++;
        notifyAll();
    }

    synchronized void broken(Failure failure) {
        broken = Optional.of(failure);
        moved();
    }

    /** Blocks until {@code rests} holds; answers the failure after which nothing can be recorded any more. */
    Optional<Failure> until(BooleanSupplier rests) throws InterruptedException {
        long seen = moves();
        while (failure().isEmpty() && !rests.getAsBoolean()) {
            seen = awaitMove(seen);
        }
        return failure();
    }

    private synchronized long awaitMove(long seen) throws InterruptedException {
        while (moves == seen) {
            wait();
        }
        return moves;
    }

    private synchronized long moves() {
        return moves;
    }

    private synchronized Optional<Failure> failure() {
        return broken;
    }
}
