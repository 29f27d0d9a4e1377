package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.Counsel;
import org.filmwright.generate.local.Easel;
import org.filmwright.generate.local.Painter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paints in a process of its own, one for a device: whatever kills that leaves the studio unharmed. An order over which it
 * dies is tried once more with less memory in a new one; if that dies as well, the order fails for good.
 */
public final class Runner implements Easel, Counsel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final long LOOK_MILLIS = 100;
    private final String device;
    private final Starter starter;
    private final Limits limits;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile Optional<Session> session = Optional.empty();
    private volatile boolean closed;
    private final AtomicReference<Standing> standing = new AtomicReference<>(Standing.NONE);
    private volatile Runnable listener = () -> {};
    private Optional<TooLarge> tooLarge = Optional.empty();
    private final Consultation consultation;

    public Runner(String device, Starter starter, Limits limits, InstantSource clock) {
        this.device = device;
        this.starter = starter;
        this.limits = limits;
        this.clock = clock;
        this.consultation = new Consultation(device, new Consultation.Process() {
            @Override
            public Outcome<Session> session() {
                return Runner.this.session();
            }

            @Override
            public void tidy(Session at) {
                Runner.this.tidy(at);
            }

            @Override
            public boolean isClosed() {
                return closed;
            }
        });
    }

    /** The process of models as it is now. Memory in bytes, 0 where nobody can tell. */
    public record Condition(long pid, Optional<Path> model, long rss, long heap, int pictures) {}

    /** What ran out of memory: the model at this many pixels. It is not tried so again until the process has rested. */
    private record TooLarge(Path model, long pixels) {
        boolean has(Path other, Painter.Order order) {
            return model.equals(other) && TooLarge.pixels(order) >= pixels;
        }

        static long pixels(Painter.Order order) {
            return (long) order.size().width() * order.size().height();
        }
    }

    /** How one try ends. */
    private sealed interface Try {
        record Done(Painter.Painted painted) implements Try {}

        record Failed(Failure failure) implements Try {}

        record Died(Death death) implements Try {}
    }

    @Override
    public Outcome<Painter.Painted> paint(Path model, Painter.Order order, Progress progress) {
        takeTurn(progress);
        try {
            Path folder = model.toAbsolutePath().normalize();
            boolean small = tooLarge.filter(known -> known.has(folder, order)).isPresent();
            return switch (attempt(new Loader.Setup(folder, device, small), order, progress)) {
                case Try.Done(Painter.Painted painted) -> Outcome.ok(painted);
                case Try.Failed(Failure failure) -> Outcome.failed(failure);
                case Try.Died(Death death) when small -> Outcome.failed(Parked.after(death, folder));
                case Try.Died(Death death) -> again(folder, order, death, progress);
            };
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Outcome<Companion.Answer> consult(Path companion, Companion.Question question, Progress progress) {
        takeTurn(progress);
        try {
            return consultation.of(companion.toAbsolutePath().normalize(), question, progress);
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn(Progress progress) {
        try {
            do {
                progress.checkCancelled();
            } while (!turn.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private Outcome<Painter.Painted> again(Path model, Painter.Order order, Death first, Progress progress) {
        LOG.warn("The order is tried once more with less memory: the process {}.", first.why());
        progress.report(0, "once more, with less memory");
        return switch (attempt(new Loader.Setup(model, device, true), order, progress)) {
            case Try.Done(Painter.Painted painted) -> {
                if (first.cause() == Death.Cause.MEMORY) {
                    tooLarge = Optional.of(new TooLarge(model, TooLarge.pixels(order)));
                }
                yield Outcome.ok(Smaller.told(painted, first));
            }
            case Try.Failed(Failure failure) -> Outcome.failed(failure);
            case Try.Died(Death second) -> Outcome.failed(Parked.after(second, model));
        };
    }

    private Try attempt(Loader.Setup setup, Painter.Order order, Progress progress) {
        progress.checkCancelled();
        return switch (session()) {
            case Outcome.Failed<Session>(Failure failure) -> new Try.Failed(failure);
            case Outcome.Ok<Session>(Session at) -> attempt(at, setup, order, progress);
        };
    }

    private Try attempt(Session at, Loader.Setup setup, Painter.Order order, Progress progress) {
        try (Draft draft = Draft.of(order.to())) {
            Exchange.End end = at.load(setup, progress);
            if (end instanceof Exchange.End.Loaded) {
                stands(now -> now.loaded(setup.model()));
                end = at.generate(draft.hidden(setup.frugal() ? Smaller.of(order) : order), progress);
            }
            if (end instanceof Exchange.End.Done(Reply.Done done)) {
                stands(now -> now.painted(done.rss()));
            }
            return tried(end, draft);
        } catch (IOException e) {
            return new Try.Failed(new Failure.Exhausted("disk", "The picture could not be put into "
                    + order.to().getParent() + ": " + e.getMessage()
                    + ". Nothing half-written was kept. Make room or choose another folder."));
        } finally {
            tidy(at);
        }
    }

    private Try tried(Exchange.End end, Draft draft) throws IOException {
        return switch (end) {
            case Exchange.End.Done(Reply.Done done) -> new Try.Done(draft.publish(done.painted()));
            case Exchange.End.Failed(Failure.Exhausted(String resource, String what)) when resource
                    .equals("memory") -> new Try.Died(new Death(Death.Cause.MEMORY, "had too little memory: " + what));
            case Exchange.End.Failed(Failure failure) -> new Try.Failed(failure);
            case Exchange.End.Died _ when closed -> new Try.Failed(Parked.closed());
            case Exchange.End.Died(Death death) -> new Try.Died(death);
            case Exchange.End.Loaded _,Exchange.End.Answered _ -> throw new IllegalStateException(
                    "A picture was answered with " + end + ".");
        };
    }

    /** What is dead or too large by now gives its memory back at once. */
    private void tidy(Session at) {
        if (at.spent()) {
            end(at);
        }
    }

    private void end(Session at) {
        session = Optional.empty();
        at.end();
        stands(_ -> Standing.NONE);
    }

    private void stands(UnaryOperator<Standing> how) {
        Standing before = standing.getAndUpdate(how);
        if (!how.apply(before).equals(before)) {
            listener.run();
        }
    }

    /** What its process says unasked, on the thread that reads. */
    private final class Heart implements Connection.Listener {
        @Override
        public void beat(Reply.Heartbeat heartbeat) {
            stands(now -> now.holding(heartbeat.rss()));
            if (session.filter(Session::rested).isPresent()) {
                rest();
            }
        }

        @Override
        public void ended() {
            if (session.filter(open -> !open.spent()).isEmpty()) {
                stands(_ -> Standing.NONE);
            }
        }
    }

    /** The one there is, or a new one. */
    private synchronized Outcome<Session> session() {
        if (closed) {
            return Outcome.failed(Parked.closed());
        }
        Optional<Session> there = session.filter(open -> !open.spent());
        if (there.isPresent()) {
            return Outcome.ok(there.get());
        }
        try {
            Session fresh = new Session(starter.start(), limits, clock, new Heart());
            session = Optional.of(fresh);
            fresh.open();
            return Outcome.ok(fresh);
        } catch (IOException e) {
            return Outcome.failed(Parked.unstarted(e));
        }
    }

    /** Ends a process that had nothing to do for long; whoever orders at this moment keeps it. */
    private void rest() {
        if (turn.tryLock()) {
            try {
                session.filter(Session::rested).ifPresent(this::dismiss);
            } finally {
                turn.unlock();
            }
        }
    }

    /** How the process does, where there is one that answers; also while it paints. */
    public Optional<Condition> condition() {
        return session.flatMap(there -> there.ask(Ask.Status::new)
                .map(is -> new Condition(there.line().pid(), is.model(), is.rss(), is.heap(), is.pictures())));
    }

    private void dismiss(Session idle) {
        tooLarge = Optional.empty();
        consultation.forget();
        end(idle);
    }

    /**
     * Gives all memory back by ending the process, which is the only way that surely does; the next order starts another.
     *
     * @return false while a picture is painted: then nothing happens
     */
    public boolean free() {
        if (!turn.tryLock()) {
            return false;
        }
        try {
            session.ifPresent(this::dismiss);
            return true;
        } finally {
            turn.unlock();
        }
    }

    /** As last heard; asks nobody. */
    public Standing standing() {
        return standing.get();
    }

    /** @param changed told whenever {@link #standing} is another one, on the thread that learned it; takes the place of the one before */
    public void listen(Runnable changed) {
        listener = changed;
    }

    /** As the settings call it: {@code cpu}, {@code cuda:0}. */
    public String device() {
        return device;
    }

    /** Ends the process at once, also in the middle of a picture, which then fails as work to be done again. */
    @Override
    public synchronized void close() {
        closed = true;
        session.ifPresent(Session::kill);
    }
}
