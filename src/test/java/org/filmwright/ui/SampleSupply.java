package org.filmwright.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.Supply;

/** Brings models as a test says: it goes as far as it is let, and ends as it is told. */
public final class SampleSupply implements Supply {
    public static final long WHOLE = 23_800_000_000L;

    /** What it does next. */
    private interface Move {
        Optional<Outcome<Model>> in(Order order, Progress progress);
    }

    private final BlockingQueue<Move> moves = new LinkedBlockingQueue<>();
    public final List<Order> orders = new CopyOnWriteArrayList<>();
    public final List<Unfinished> left = new CopyOnWriteArrayList<>();
    public volatile Outcome<List<String>> names = Outcome.ok(List.of("flux-dev", "sdxl-base"));

    public SampleSupply known(String name) {
        return then((order, progress) -> {
            order.known().is(name, WHOLE);
            return Optional.empty();
        });
    }

    public SampleSupply comes(double fraction) {
        return then((order, progress) -> {
            progress.report(fraction, "");
            return Optional.empty();
        });
    }

    public SampleSupply fails(Failure failure) {
        return then((order, progress) -> Optional.of(Outcome.failed(failure)));
    }

    /** Takes a folder of the disk onto the shelf, as if it had come. */
    public SampleSupply arrives(java.util.function.Function<Order, Outcome<Model>> shelved) {
        return then((order, progress) -> Optional.of(shelved.apply(order)));
    }

    private SampleSupply then(Move move) {
        moves.add(move);
        return this;
    }

    @Override
    public Outcome<List<String>> names() {
        return names;
    }

    @Override
    public List<Unfinished> unfinished() {
        return left;
    }

    @Override
    public Outcome<Model> bring(Order order, Progress progress) {
        orders.add(order);
        progress.onCancel(() -> moves.add((_, held) -> {
            held.checkCancelled();
            return Optional.empty();
        }));
        Optional<Outcome<Model>> end = Optional.empty();
        while (end.isEmpty()) {
            end = next().in(order, progress);
        }
        return end.get();
    }

    private Move next() {
        try {
            Move move = moves.poll(1, TimeUnit.MINUTES);
            if (move == null) {
                throw new IllegalStateException("Nobody said how it goes on.");
            }
            return move;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }
}
