package org.filmwright.generate.local.runner;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.Painter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the process of the models works: one thing after the other on a thread of its own, with at most one painter and one companion. */
final class Workbench {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);
    private final Loader loader;
    private final Speaker speaker;
    private final Map<Long, Errand> errands = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("painter").factory());
    private volatile Optional<Loaded> loaded = Optional.empty();
    private volatile int pictures;
    private volatile Optional<Engaged> engaged = Optional.empty();

    Workbench(Loader loader, Speaker speaker) {
        this.loader = loader;
        this.speaker = speaker;
    }

    private record Loaded(Loader.Setup setup, Painter painter) {}

    private record Engaged(Loader.Setup setup, Companion companion) {}

    void load(Ask.Load ask) {
        take(ask.id(), _ -> {
            drop();
            return switch (loader.load(ask.setup())) {
                case Outcome.Ok<Painter>(Painter painter) -> {
                    loaded = Optional.of(new Loaded(ask.setup(), painter));
                    yield new Reply.Loaded(ask.id());
                }
                case Outcome.Failed<Painter>(Failure failure) -> new Reply.Failed(ask.id(), failure);
            };
        });
    }

    void generate(Ask.Generate ask) {
        take(ask.id(), errand -> loaded.map(model -> paint(model.painter(), ask, errand))
                .orElseGet(() -> new Reply.Failed(ask.id(), new Failure.Bug("runner.unloaded",
                        "A picture was ordered before a model was loaded."))));
    }

    private Reply paint(Painter painter, Ask.Generate ask, Errand errand) {
        errand.checkCancelled();
        return switch (painter.paint(ask.order(), errand)) {
            case Outcome.Ok<Painter.Painted>(Painter.Painted painted) -> {
                pictures++;
                yield new Reply.Done(ask.id(), painted, Memory.now().rss());
            }
            case Outcome.Failed<Painter.Painted>(Failure failure) -> new Reply.Failed(ask.id(), failure);
        };
    }

    void consult(Ask.Consult ask) {
        take(ask.id(), errand -> {
            errand.checkCancelled();
            Outcome<Companion.Answer> answer = engaged(ask.setup()).then(companion -> companion.answer(ask.question(),
                    errand));
            return switch (answer) {
                case Outcome.Ok<Companion.Answer>(Companion.Answer value) -> new Reply.Answered(ask.id(), value);
                case Outcome.Failed<Companion.Answer>(Failure failure) -> new Reply.Failed(ask.id(), failure);
            };
        });
    }

    /** The one that is there, or this one in its place. */
    private Outcome<Companion> engaged(Loader.Setup wanted) {
        Optional<Engaged> there = engaged.filter(is -> is.setup().equals(wanted));
        if (there.isPresent()) {
            return Outcome.ok(there.get().companion());
        }
        dismiss();
        Outcome<Companion> loading = loader.companion(wanted);
        if (loading instanceof Outcome.Ok<Companion>(Companion companion)) {
            engaged = Optional.of(new Engaged(wanted, companion));
        }
        return loading;
    }

    /** Asks a piece of work to stop; one that is over is over. */
    void cancel(long id) {
        Optional.ofNullable(errands.get(id)).ifPresent(Errand::cancel);
    }

    Reply.Status status(long id) {
        Memory memory = Memory.now();
        Optional<Path> there = loaded.map(model -> model.setup().model())
                .or(() -> engaged.map(companion -> companion.setup().model()));
        return new Reply.Status(id, there, memory.rss(), memory.heap(), pictures);
    }

    /** Stops what goes on and drops the model. False when the work does not yield within {@code seconds}. */
    boolean close(int seconds) {
        errands.values().forEach(Errand::cancel);
        worker.execute(this::dismiss);
        worker.execute(this::drop);
        worker.shutdown();
        try {
            return worker.awaitTermination(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void dismiss() {
        engaged.map(Engaged::companion).ifPresent(Companion::close);
        engaged = Optional.empty();
    }

    private void drop() {
        loaded.map(Loaded::painter).ifPresent(Painter::close);
        loaded = Optional.empty();
    }

    private void take(long id, Function<Errand, Reply> work) {
        Errand errand = new Errand(id, speaker);
        errands.put(id, errand);
        worker.execute(() -> {
            Reply reply = answer(id, errand, work);
            errands.remove(id);
            speaker.say(reply);
        });
    }

    /** Whatever happens in it, the thread goes on and the studio gets its answer. */
    private static Reply answer(long id, Errand errand, Function<Errand, Reply> work) {
        try {
            return work.apply(errand);
        } catch (Cancelled _) {
            return new Reply.Stopped(id);
        } catch (Throwable mishap) {
            LOG.warn("The work broke.", mishap);
            return new Reply.Failed(id, failureOf(mishap));
        }
    }

    private static Failure failureOf(Throwable mishap) {
        return switch (mishap) {
            case OutOfMemoryError full -> new Failure.Exhausted("memory",
                    "The memory of the model's process ran out: " + full.getMessage() + ".");
            case LinkageError missing -> new Failure.Misconfigured(
                    "A native library that models need could not be loaded: " + missing.getMessage() + ".",
                    "Install Filmwright again, or the library that is named.");
            case UncheckedIOException io -> new Failure.Exhausted("disk",
                    "A file could not be read or written: " + io.getCause().getMessage() + ".");
            default -> new Failure.Bug("local." + mishap.getClass().getSimpleName(),
                    "The model broke: " + mishap.getMessage());
        };
    }
}
