package org.filmwright.generate.local.runner;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.filmwright.generate.local.card.Card;
import org.filmwright.generate.local.card.Cards;

/** Asks what the cards hold whenever something happened there, aside: to ask takes a while. Where nothing happens nobody is asked. */
final class Driver implements AutoCloseable {
    private final Cards cards;
    private final List<Seat> seats;
    private final AtomicBoolean waits = new AtomicBoolean();
    private final ExecutorService aside = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("graphics cards").factory());
    private volatile Runnable changed = () -> {};

    Driver(Cards cards, List<Seat> seats) {
        this.cards = cards;
        this.seats = seats;
    }

    void listen(Runnable listener) {
        changed = listener;
    }

    /** Any number of questions that come while one waits are one. */
    void ask(Seat about) {
        if (about.card().isPresent() && !waits.getAndSet(true)) {
            try {
                aside.execute(this::look);
            } catch (RejectedExecutionException closed) {
                waits.set(true); // nobody wants to know any more
            }
        }
    }

    private void look() {
        waits.set(false);
        for (Card card : cards.now()) {
            seats.stream()
                    .filter(seat -> seat.runner().device().equals(card.device()))
                    .forEach(seat -> seat.looked(card));
        }
        changed.run();
    }

    @Override
    public void close() {
        aside.shutdown();
    }
}
