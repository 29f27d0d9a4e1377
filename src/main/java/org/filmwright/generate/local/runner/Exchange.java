package org.filmwright.generate.local.runner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One question to a process of models until it is answered, or the process is dead. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final long LOOK_MILLIS = 100;
    private final Connection line;
    private final Watch watch;
    private final InstantSource clock;
    private final Duration grace;
    private final Progress progress;
    private final long id;
    private volatile Optional<Instant> stopAsked = Optional.empty();

    Exchange(Session session, Progress progress) {
        this.line = session.line();
        this.watch = session.watch();
        this.clock = session.clock();
        this.grace = session.limits().grace();
        this.progress = progress;
        this.id = line.id();
    }

    /** How it ends. */
    sealed interface End {
        record Loaded() implements End {}

        record Done(Reply.Done answer) implements End {}

        record Answered(Reply.Answered reply) implements End {}

        record Failed(Failure failure) implements End {}

        /** It is dead, or has to be. */
        record Died(Death death) implements End {}
    }

    long id() {
        return id;
    }

    /** @throws Cancelled once the work has stopped, or the process was killed because it did not */
    End of(Ask ask) {
        watch.begin(clock.instant());
        line.send(ask);
        progress.onCancel(this::stop);
        Optional<End> end = Optional.empty();
        try {
            while (end.isEmpty()) {
                askToStop();
                end = line.next(LOOK_MILLIS).flatMap(this::hear).or(this::look);
            }
            return end.get();
        } finally {
            if (end.isEmpty()) {
                stop();
            }
        }
    }

    /** Harmless once the work is over: nobody listens to that id any more. */
    private synchronized void stop() {
        if (stopAsked.isEmpty()) {
            stopAsked = Optional.of(clock.instant());
            line.send(new Ask.Cancel(id));
        }
    }

    /** For those who do not call back. */
    private void askToStop() {
        try {
            progress.checkCancelled();
        } catch (Cancelled _) {
            stop();
        }
    }

    private Optional<End> hear(Connection.Event event) {
        return switch (event) {
            case Connection.Event.Said(Reply reply) when reply.id() == id -> {
                watch.moved();
                yield answer(reply);
            }
            case Connection.Event.Said _ -> Optional.empty();
            case Connection.Event.Garbled(String why) -> died(new Death(Death.Cause.GIBBERISH,
                    "could not be understood: " + why));
            case Connection.Event.Ended(int code) -> died(Death.of(code, line.words()));
        };
    }

    private Optional<End> answer(Reply reply) {
        return switch (reply) {
            case Reply.Loaded _ -> Optional.of(new End.Loaded());
            case Reply.Progressed(_, double fraction, String note) -> {
                progress.report(fraction, note);
                yield Optional.empty();
            }
            case Reply.Done done -> Optional.of(new End.Done(done));
            case Reply.Answered answered -> Optional.of(new End.Answered(answered));
            case Reply.Failed(_, Failure failure) -> Optional.of(new End.Failed(failure));
            case Reply.Stopped _ -> throw new Cancelled();
            case Reply.Heartbeat _,Reply.Status _ -> Optional.empty();
        };
    }

    private Optional<End> look() {
        Instant now = clock.instant();
        Optional<End> hung = watch.look(now).flatMap(why -> died(new Death(Death.Cause.SILENCE, why)));
        return stopAsked.filter(asked -> asked.plus(grace).isBefore(now))
                .flatMap(_ -> died(new Death(Death.Cause.SILENCE, "did not stop when it was asked")))
                .or(() -> hung);
    }

    /** Whoever was asked to stop and died has stopped. */
    private Optional<End> died(Death death) {
        line.kill();
        LOG.warn("The process {} of models {}. Its last words:\n{}", line.pid(), death.why(),
                String.join("\n", line.words().all()));
        if (stopAsked.isPresent()) {
            throw new Cancelled();
        }
        return Optional.of(new End.Died(death));
    }
}
