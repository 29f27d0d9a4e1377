package org.filmwright.generate.local.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Easel;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.card.Card;
import org.filmwright.generate.local.card.Cards;
import org.filmwright.generate.local.graph.CardFailures;

/**
 * The runners of all devices of this machine as one easel: an order goes to a device that has its model loaded, else to one that is
 * free. A card that fails is taken out, and its order goes to another; one that a card has no room for goes to a larger one.
 */
public final class Runners implements Easel, AutoCloseable {
    private static final long LOOK_MILLIS = 100;
    private final List<Seat> seats;
    private final Cards cards;
    private final Driver driver;

    /**
     * @param found the cards to paint on; none for the processor
     * @param runner makes the runner of a device
     * @param cards asked when a card is in doubt, and for what it holds
     */
    public Runners(List<Card> found, Function<String, Runner> runner, Cards cards) {
        this.cards = cards;
        List<Seat> places = new ArrayList<>();
        found.forEach(card -> places.add(new Seat(runner.apply(card.device()), Optional.of(card))));
        if (places.isEmpty()) {
            places.add(new Seat(runner.apply("cpu"), Optional.empty()));
        }
        seats = List.copyOf(places);
        driver = new Driver(cards, seats);
    }

    /** How many pictures are painted at once. */
    public int room() {
        return seats.size();
    }

    /** Each device as it was last heard of; asks nobody. */
    public List<Occupied> now() {
        return seats.stream().map(Seat::now).toList();
    }

    /** @param changed told, on any thread, whenever {@link #now} is another list; takes the place of the one before */
    public void listen(Runnable changed) {
        seats.forEach(seat -> seat.listen(() -> {
            driver.ask(seat);
            changed.run();
        }));
        driver.listen(changed);
    }

    /** Has the memory of all devices back where nobody paints. Says on how many it was not to be had. */
    public int free() {
        int busy = (int) seats.stream().filter(seat -> !seat.runner().free()).count();
        seats.forEach(driver::ask);
        return busy;
    }

    @Override
    public Outcome<Painter.Painted> paint(Path model, Painter.Order order, Progress progress) {
        Path folder = model.toAbsolutePath().normalize();
        Set<Seat> tried = new HashSet<>();
        Seat seat = first(folder, progress);
        while (true) {
            Outcome<Painter.Painted> outcome = painted(seat, folder, order, progress);
            tried.add(seat);
            if (!(outcome instanceof Outcome.Failed<Painter.Painted>(Failure failure))
                    || !elsewhere(seat, failure, tried)) {
                return outcome;
            }
            Optional<Seat> next = take(folder, tried, progress);
            if (next.isEmpty()) {
                return outcome;
            }
            progress.report(0, "on " + next.get().name() + " instead");
            seat = next.get();
        }
    }

    /** Where all are out they are tried once more: whoever asks again has mended something. */
    private Seat first(Path model, Progress progress) {
        Optional<Seat> seat = take(model, Set.of(), progress);
        while (seat.isEmpty()) {
            seats.forEach(Seat::putBack);
            seat = take(model, Set.of(), progress);
        }
        return seat.get();
    }

    private Outcome<Painter.Painted> painted(Seat seat, Path model, Painter.Order order, Progress progress) {
        try {
            return seat.runner().paint(model, order, progress);
        } finally {
            release(seat);
        }
    }

    /** Whether another device may do better; those that would not are counted as tried. */
    private boolean elsewhere(Seat seat, Failure failure, Set<Seat> tried) {
        return switch (failure) {
            case Failure.Exhausted(String resource, String _) when resource.equals("memory") -> {
                seats.stream().filter(other -> other.total() <= seat.total()).forEach(tried::add);
                yield true;
            }
            case Failure.Misconfigured wrong when seat.card().isPresent() && isLost(seat, wrong) -> {
                seat.takeOut(wrong.what());
                seat.runner().free();
                yield true;
            }
            case Failure.Misconfigured _,Failure.Exhausted _,Failure.Transient _,Failure.Refused _,Failure.Ambiguous _,Failure.Bug _ -> false;
        };
    }

    /** It says so itself; or it is not there any more, which is looked at where its process died. */
    private boolean isLost(Seat seat, Failure failure) {
        return CardFailures.isOfCard(failure) || cards.find(seat.runner().device()).isEmpty();
    }

    /** Waits until a device is free that was not tried; empty where there is none to wait for. */
    private Optional<Seat> take(Path model, Set<Seat> tried, Progress progress) {
        try {
            while (true) {
                progress.checkCancelled();
                synchronized (seats) {
                    List<Seat> left = seats.stream().filter(seat -> seat.isIn() && !tried.contains(seat)).toList();
                    Optional<Seat> best = left.stream().filter(Seat::isFree).min(bestFor(model));
                    best.ifPresent(seat -> seat.taken(true));
                    if (best.isPresent() || left.isEmpty()) {
                        return best;
                    }
                    seats.wait(LOOK_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    /** One that has the model, then one that has none, then the one with most memory. */
    private static Comparator<Seat> bestFor(Path model) {
        return Comparator.<Seat>comparingInt(seat -> seat.runner()
                .standing()
                .model()
                .map(loaded -> loaded.equals(model) ? 0 : 2)
                .orElse(1)).thenComparing(Comparator.comparingLong(Seat::total).reversed());
    }

    private void release(Seat seat) {
        synchronized (seats) {
            seat.taken(false);
            seats.notifyAll();
        }
    }

    /** The runners, best device first. */
    public Stream<Runner> all() {
        return seats.stream().map(Seat::runner);
    }

    /** Ends all processes at once, also in the middle of a picture. */
    @Override
    public void close() {
        driver.close();
        seats.forEach(seat -> seat.runner().close());
    }
}
