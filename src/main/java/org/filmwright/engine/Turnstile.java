package org.filmwright.engine;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Where workers hand in what came of their steps. Whoever comes first takes along all who wait, so that many steps end in
 * one transaction; where one of them spoils that, each ends in its own.
 */
final class Turnstile {
    private static final System.Logger LOG = System.getLogger(Turnstile.class.getName());
    /** As many as stay well within the time of a transaction. */
    private static final int MOST = 16;
    /** Nanoseconds, little beside a transaction: steps that began together end together. */
    private static final long GATHER = 150_000;
    private final Queue<Ended> waiting = new ArrayDeque<>();
    private final IntSupplier atWork;
    private final Consumer<List<Ended>> commit;
    private boolean taken;
    private volatile Thread leader;

    /**
     * @param atWork how many steps are being worked on, those that wait here among them
     * @param commit records all of them, durable, or throws and has recorded nothing
     */
    Turnstile(IntSupplier atWork, Consumer<List<Ended>> commit) {
        this.atWork = atWork;
        this.commit = commit;
    }

    /** What comes to one who waits. */
    private enum Turn {
        /** It is the first in the line: now it takes along those behind it. */
        LEAD,
        /** Another took it along. */
        RECORDED,
        /** Another took it along, in vain. */
        SPOILT
    }

    /** A step whose handler has answered, and what follows. */
    static final class Ended {
        private final Execution execution;
        private final BiConsumer<StepMoves, Step> end;
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();

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
        Turn turn = comesFirst(mine) ? Turn.LEAD : mine.turn.join();
        boolean recorded = turn == Turn.LEAD ? lead() : turn == Turn.RECORDED;
        if (!recorded) {
            commit.accept(List.of(mine));
        }
    }

    /** How many wait for their turn. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Waits a moment for those that are still at work. */
    private void gather() {
        leader = Thread.currentThread();
        long end = System.nanoTime() + GATHER;
        for (long left = GATHER; left > 0 && waiting() < atWork.getAsInt(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
        leader = null;
    }

    private synchronized boolean comesFirst(Ended mine) {
        waiting.add(mine);
        if (waiting.size() >= atWork.getAsInt()) {
            LockSupport.unpark(leader);
        }
        boolean first = !taken;
        taken = true;
        return first;
    }

    /** Only who leads next has to wake up before the next transaction; whether this one has recorded its batch. */
    private boolean lead() {
        gather();
        List<Ended> batch = batch();
        boolean recorded = false;
        try {
            recorded = together(batch);
            return recorded;
        } finally {
            handOver();
            Turn turn = recorded ? Turn.RECORDED : Turn.SPOILT;
            batch.stream().skip(1).forEach(each -> each.turn.complete(turn));
        }
    }

    private synchronized List<Ended> batch() {
        return Stream.generate(waiting::poll).limit(MOST).takeWhile(Objects::nonNull).toList();
    }

    private synchronized void handOver() {
        Ended next = waiting.peek();
        taken = next != null;
        if (taken) {
            next.turn.complete(Turn.LEAD);
        }
    }

    /** Whatever it is that spoils a batch, it is thrown again to the one whose fault it is, in a transaction of its own. */
    private boolean together(List<Ended> batch) {
        if (batch.size() == 1) {
            commit.accept(batch);
            return true;
        }
        CompletableFuture<Void> all = CompletableFuture.runAsync(() -> commit.accept(batch), Runnable::run);
        if (all.isCompletedExceptionally()) {
            LOG.log(System.Logger.Level.DEBUG, "Each by itself", all.exceptionNow());
        }
        return !all.isCompletedExceptionally();
    }
}
