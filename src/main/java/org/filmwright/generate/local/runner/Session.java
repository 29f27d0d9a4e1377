package org.filmwright.generate.local.runner;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.Painter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process of models from its start to its end, and what it has loaded. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private final Connection line;
    private final Limits limits;
    private final InstantSource clock;
    private final Watch watch;
    private final Map<FrameSize, Promise> promises = new HashMap<>();
    private Optional<Loader.Setup> loaded = Optional.empty();
    private volatile boolean spent;
    private volatile Instant used;

    /** @param heart told of every heartbeat and of the end, on the thread that reads */
    Session(Starter.Child child, Limits limits, InstantSource clock, Connection.Listener heart) {
        this.limits = limits;
        this.clock = clock;
        this.watch = new Watch(limits);
        this.used = clock.instant();
        this.line = new Connection(child, new Connection.Listener() {
            @Override
            public void beat(Reply.Heartbeat heartbeat) {
                watch.beat();
                heart.beat(heartbeat);
            }

            @Override
            public void ended() {
                heart.ended();
            }
        });
    }

    void open() {
        line.open();
    }

    Connection line() {
        return line;
    }

    Watch watch() {
        return watch;
    }

    InstantSource clock() {
        return clock;
    }

    Limits limits() {
        return limits;
    }

    /** Whether it had nothing to do for so long that it should give its memory back. */
    boolean rested() {
        return used.plus(limits.idle()).isBefore(clock.instant());
    }

    /** Whether nothing more should be asked of it: it is dead, or holds more than it should. */
    boolean spent() {
        return spent || line.ends(0);
    }

    /** Loads a model unless it is there; one that is loaded frugally serves for both. */
    Exchange.End load(Loader.Setup wanted, Progress progress) {
        used = clock.instant();
        if (loaded.filter(is -> serves(is, wanted)).isPresent()) {
            return new Exchange.End.Loaded();
        }
        loaded = Optional.empty();
        Exchange exchange = new Exchange(this, progress);
        progress.report(0, "loading " + wanted.model().getFileName());
        Exchange.End end = ended(exchange.of(new Ask.Load(exchange.id(), wanted)));
        if (end instanceof Exchange.End.Loaded) {
            loaded = Optional.of(wanted);
        }
        return end;
    }

    private static boolean serves(Loader.Setup is, Loader.Setup wanted) {
        return is.equals(wanted) || is.equals(new Loader.Setup(wanted.model(), wanted.device(), true));
    }

    Exchange.End generate(Painter.Order order, Progress progress) {
        Exchange exchange = new Exchange(this, progress);
        Exchange.End end = ended(exchange.of(new Ask.Generate(exchange.id(), order)));
        if (end instanceof Exchange.End.Done(Reply.Done done)) {
            weigh(order.size(), done.rss());
        }
        return end;
    }

    /** Asks a companion, which the process loads where it has to. */
    Exchange.End consult(Loader.Setup companion, Companion.Question question, Progress progress) {
        used = clock.instant();
        Exchange exchange = new Exchange(this, progress);
        return ended(exchange.of(new Ask.Consult(exchange.id(), companion, question)));
    }

    private Exchange.End ended(Exchange.End end) {
        used = clock.instant();
        spent = spent || switch (end) {
            case Exchange.End.Died _ -> true;
            case Exchange.End.Failed(Failure.Exhausted(String resource, String _)) -> resource.equals("memory");
            case Exchange.End.Failed _,Exchange.End.Loaded _,Exchange.End.Done _,Exchange.End.Answered _ -> false;
        };
        return end;
    }

    /**
     * What it holds after its first picture of a size is its promise for the others. It may be raised once, as parts of a
     * model are loaded when they are first needed; more and more is a leak.
     */
    private void weigh(FrameSize size, long rss) {
        Promise promise = promises.computeIfAbsent(size, _ -> new Promise(rss, false));
        if (promise.rss() > 0 && rss > promise.rss() + limits.drift()) {
            promises.put(size, new Promise(rss, true));
            spent = spent || promise.raised();
        }
    }

    private record Promise(long rss, boolean raised) {}

    /** Asks something that is answered at once; empty when it is not. */
    Optional<Reply.Status> ask(LongFunction<Ask> question) {
        if (spent()) {
            return Optional.empty();
        }
        long id = line.id();
        try {
            return Optional.of(line.ask(id, question.apply(id)).get(limits.grace().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            LOG.debug("The process {} of models does not say how it does.", line.pid(), e);
            return Optional.empty();
        }
    }

    /** Asks it to end, and ends it when it does not. */
    void end() {
        spent = true;
        line.send(new Ask.Quit());
        if (!line.ends(limits.grace().toMillis())) {
            line.kill();
        }
    }

    void kill() {
        line.kill();
    }
}
