package org.filmwright.production.models;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.production.models.Load.Amount;
import org.filmwright.production.models.Load.State;

/** One piece of work about a model while it is done: where it stands, how it is stopped, what it asks. Safe for several threads. */
final class Carriage {
    private final long id;
    private final Load.Kind kind;
    private final String from;
    private final InstantSource clock;
    private final Runnable changed;
    private final Speed speed = new Speed();
    private String name;
    private Amount amount;
    private State state;
    private boolean unwanted;
    private Optional<Reins> reins = Optional.empty();
    private Optional<CompletableFuture<Consent.Answer>> question = Optional.empty();

    /** @param changed told whenever it stands otherwise */
    Carriage(long id, Load.Kind kind, String name, String from, InstantSource clock, Runnable changed) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.from = from;
        this.clock = clock;
        this.changed = changed;
        this.amount = Amount.UNKNOWN;
        this.state = new Load.Going(amount, Load.Pace.UNKNOWN);
    }

    synchronized Load load() {
        return new Load(id, kind, name, from, state);
    }

    /** What comes, once that is known. */
    void known(String called, long bytes) {
        change(() -> {
            name = called;
            amount = new Amount(amount.fraction(), bytes);
        });
    }

    /** It stopped some time ago, that far. */
    void stoppedAt(Amount there, Optional<Failure> why) {
        change(() -> {
            amount = there;
            state = new Load.Stopped(there, why);
        });
    }

    /** It begins, or goes on. Answers what its work hears of. */
    Progress begin() {
        Reins held = new Reins((fraction, note) -> going(fraction));
        change(() -> {
            reins = Optional.of(held);
            speed.forget();
            state = new Load.Going(amount, Load.Pace.UNKNOWN);
        });
        return held;
    }

    private void going(double fraction) {
        change(() -> {
            amount = new Amount(fraction, amount.whole());
            state = new Load.Going(amount, Load.Pace.of(amount, speed.after(clock.instant(), amount.done())));
        });
    }

    void stop() {
        Optional<Reins> held;
        synchronized (this) {
            held = reins;
        }
        held.ifPresent(Reins::stop);
        answer(Consent.Answer.NO);
    }

    /** Nobody wants what has come of it; says whether it stands still, so that it can be thrown away at once. */
    synchronized boolean drop() {
        unwanted = true;
        return state instanceof Load.Stopped;
    }

    synchronized boolean isUnwanted() {
        return unwanted;
    }

    /** It stopped before its end. */
    void stopped(Optional<Failure> why) {
        change(() -> state = new Load.Stopped(amount, why));
    }

    /** Waits until a person has answered. @throws Cancelled when it is stopped meanwhile */
    Consent.Answer asked(Licence licence) {
        CompletableFuture<Consent.Answer> waiting = new CompletableFuture<>();
        change(() -> {
            question = Optional.of(waiting);
            state = new Load.Asks(licence);
        });
        Consent.Answer answer = waiting.join();
        if (isStopped()) {
            throw new Cancelled();
        }
        return answer;
    }

    private synchronized boolean isStopped() {
        return reins.filter(Reins::isStopped).isPresent();
    }

    void answer(Consent.Answer answer) {
        Optional<CompletableFuture<Consent.Answer>> waiting;
        synchronized (this) {
            waiting = question;
            question = Optional.empty();
            state = waiting.isPresent() ? new Load.Going(amount, Load.Pace.UNKNOWN) : state;
        }
        waiting.ifPresent(held -> held.complete(answer));
        changed.run();
    }

    private void change(Runnable how) {
        synchronized (this) {
            how.run();
        }
        changed.run();
    }
}
