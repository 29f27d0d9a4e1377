package org.filmwright.engine;

import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where workers hand in what came of their steps. Whoever comes first takes along all who wait, so that many steps end in
 * one transaction; where one of them spoils that, each ends in its own.
 */
final class Turnstile {
    private static final System.Logger LOG = System.getLogger(Turnstile.class.getName());
    /** As many as stay well within the time of a transaction. */
    private static final int MOST = 16;
    private final Queue<Ended> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Consumer<List<Ended>> commit;

    /** @param commit records all of them, durable, or throws and has recorded nothing */
    Turnstile(Consumer<List<Ended>> commit) {
        this.commit = commit;
    }

    /** A step whose handler has answered, and what follows. */
    static final class Ended {
        private final Execution execution;
        private final BiConsumer<StepMoves, Step> end;
        private boolean recorded;

        private Ended(Execution execution, BiConsumer<StepMoves, Step> end) {
            this.execution = execution;
            this.end = end;
        }

        Execution execution() {
            return execution;
        }

        /** Unless it is another execution that counts by now. */
        void apply(StepMoves moves) {
            moves.held(execution.step()).ifPresent(mine -> end.accept(moves, mine));
        }
    }

    /** Recorded when it returns. @throws RuntimeException why this one, by itself, could not be */
    void handIn(Execution execution, BiConsumer<StepMoves, Step> end) {
        Ended mine = new Ended(execution, end);
        waiting.add(mine);
        turn.lock();
        try {
            while (waiting.contains(mine)) {
                together(Stream.generate(waiting::poll).limit(MOST).takeWhile(Objects::nonNull).toList());
            }
            if (!mine.recorded) {
                commit.accept(List.of(mine));
            }
        } finally {
            turn.unlock();
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return waiting.size();
    }

    /** Whatever it is that spoils a batch, it is thrown again to the one whose fault it is, in its own turn. */
    private void together(List<Ended> batch) {
        if (batch.size() > 1) {
            CompletableFuture.runAsync(() -> commit.accept(batch), Runnable::run).whenComplete((_, spoilt) -> {
                if (spoilt == null) {
                    batch.forEach(each -> each.recorded = true);
                } else {
                    LOG.log(System.Logger.Level.DEBUG, "Each by itself", spoilt);
                }
            });
        }
    }
}
