package org.filmwright.store;

import java.util.function.Function;
import java.util.function.BiConsumer;
import java.util.Optional;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Records facts: journal first, then rows, in the same order. Whoever comes first takes along all who wait, so that many
 * facts cost one forced write.
 */
final class JournaledFacts implements Facts {
    private static final String APPLIED = "applied_seq";
    private final Journal journal;
    private final WriteGate gate;
    private final Queue<Entry<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReentrantLock looking = new ReentrantLock();

    JournaledFacts(Journal journal, WriteGate gate) {
        this.journal = journal;
        this.gate = gate;
    }

    @Override
    public <T> T recordAll(List<? extends Fact> facts, WriteGate.Work<T> apply) {
        Entry<T> mine = new Entry<>(facts.stream().map(Codec::json).toList(), apply, new CompletableFuture<>());
        waiting.add(mine);
        turn.lock();
        try {
            if (!mine.answer.isDone()) {
                recordAll(Stream.generate(waiting::poll).takeWhile(Objects::nonNull).toList());
            }
        } finally {
            turn.unlock();
        }
        return mine.answerNow();
    }

    @Override
    public <F extends Fact> Optional<F> recordNext(Function<Sql, Optional<F>> next, BiConsumer<F, Sql> apply) {
        looking.lock();
        try {
            Optional<F> fact = gate.write(unit -> next.apply(unit.sql()));
            return fact.map(found -> record(found, unit -> {
                apply.accept(found, unit.sql());
                return found;
            }));
        } finally {
            looking.unlock();
        }
    }

    @Override
    public JournalRecord head() {
        return journal.head();
    }

    @Override
    public void each(Consumer<JournalRecord> reader) throws IOException, Journal.Damaged {
        journal.each(reader);
    }

    /** Applies a record of the journal that never became rows: it was acknowledged, then lost in a crash. */
    static void replay(WriteGate gate, JournalRecord record) {
        gate.write(unit -> {
            if (record.seq() > applied(unit.sql())) {
                Replay.apply(Codec.read(record.fact(), Fact.class), unit);
                applied(unit.sql(), record.seq());
            }
            return record.seq();
        });
    }

    /** The number of the last fact that the rows show. */
    static long applied(Sql sql) {
        return sql.first("select v from meta where k = ?", row -> Long.valueOf(row.getString("v")), APPLIED)
                .orElse(0L);
    }

    /** A journal that was cut behind our back goes on with its own numbers. Answers how many facts it lacks. */
    static long rewind(WriteGate gate, long seq) {
        return gate.write(unit -> {
            long ahead = applied(unit.sql()) - seq;
            if (ahead > 0) {
                applied(unit.sql(), seq);
            }
            return Math.max(0, ahead);
        });
    }

    private void recordAll(List<Entry<?>> batch) {
        CompletableFuture<List<Long>> numbers = CompletableFuture.supplyAsync(() -> appended(batch), Runnable::run);
        int end = 0;
        for (Entry<?> each : batch) {
            end += each.lines.size();
            each.follow(numbers, end - 1, gate);
        }
    }

    private List<Long> appended(List<Entry<?>> batch) {
        try {
            return journal.append(batch.stream().flatMap(each -> each.lines.stream()).toList());
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    private static void applied(Sql sql, long seq) {
        if (sql.update("update meta set v = ? where k = ?", Long.toString(seq), APPLIED) == 0) {
            sql.update("insert into meta (k, v) values (?, ?)", APPLIED, Long.toString(seq));
        }
    }

    /** @param lines at least one */
    private record Entry<T>(List<String> lines, WriteGate.Work<T> apply, CompletableFuture<T> answer) {
        void follow(CompletableFuture<List<Long>> numbers, int last, WriteGate gate) {
            numbers.thenApply(all -> write(gate, all.get(last))).whenComplete(this::end);
        }

        T answerNow() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }

        private void end(T value, Throwable problem) {
            if (problem == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(problem instanceof CompletionException ? problem.getCause() : problem);
            }
        }

        /** A fact that cannot be applied is passed over, so that it does not come back with every start. */
        private T write(WriteGate gate, long seq) {
            boolean done = false;
            try {
                T value = gate.write(unit -> {
                    T made = apply.in(unit);
                    applied(unit.sql(), seq);
                    return made;
                });
                done = true;
                return value;
            } finally {
                if (!done) {
                    gate.write(unit -> {
                        applied(unit.sql(), seq);
                        return seq;
                    });
                }
            }
        }
    }
}
