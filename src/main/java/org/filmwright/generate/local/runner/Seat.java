package org.filmwright.generate.local.runner;

import java.util.Optional;
import org.filmwright.generate.local.card.Card;

/** A device in the pool: its runner, and whether somebody sits there. */
final class Seat {
    private final Runner runner;
    private volatile Optional<Card> card;
    private volatile Optional<String> out = Optional.empty();
    private volatile Runnable changed = () -> {};
    private volatile boolean taken;

    /** @param card empty for the processor */
    Seat(Runner runner, Optional<Card> card) {
        this.runner = runner;
        this.card = card;
    }

    Runner runner() {
        return runner;
    }

    /** As it was last looked at. */
    Optional<Card> card() {
        return card;
    }

    String name() {
        return card.map(Card::name).orElse("cpu");
    }

    long total() {
        return card.map(Card::total).orElse(0L);
    }

    void looked(Card now) {
        card = Optional.of(now);
    }

    boolean isIn() {
        return out.isEmpty();
    }

    boolean isFree() {
        return !taken;
    }

    void taken(boolean now) {
        taken = now;
        changed.run();
    }

    void takeOut(String why) {
        out = Optional.of(why);
        changed.run();
    }

    void putBack() {
        out = Optional.empty();
    }

    void listen(Runnable listener) {
        changed = listener;
        runner.listen(listener);
    }

    Occupied now() {
        Standing standing = runner.standing();
        return new Occupied(runner.device(), name(), standing, card.map(Card::used).orElse(standing.rss()), total(),
                taken, out);
    }
}
