package org.filmwright.generate.local.runner;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.SettableClock;
import org.filmwright.generate.local.Painter;
import org.junit.jupiter.api.io.TempDir;

/** A runner with processes that do what a test wants, and what its tests ask of it. */
abstract class RunnerStage {
    static final Limits LIMITS = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(600),
            Duration.ofSeconds(2), Duration.ofMinutes(5), 50);

    @TempDir
    Path folder;
    final SettableClock clock = new SettableClock();

    /** Once it hurries, a second passes with every look at it. */
    static final class Hurried implements InstantSource {
        private final AtomicLong seconds = new AtomicLong();
        volatile boolean hurry;

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusSeconds(hurry ? seconds.incrementAndGet() : seconds.get());
        }
    }

    final Hurried hurried = new Hurried();

    /** The first one does what is said when a picture is ordered, and time flies until there is another. */
    ScriptedChild.Nursery firstWaits(BiConsumer<ScriptedChild, Ask.Generate> meanwhile) {
        return new ScriptedChild.Nursery((child, ask) -> {
            if (child.pid() == 1 && ask instanceof Ask.Generate generate) {
                hurried.hurry = true;
                meanwhile.accept(child, generate);
            } else {
                ScriptedChild.paint(child, ask);
            }
        }) {
            @Override
            public Starter.Child start() throws IOException {
                hurried.hurry = false;
                return super.start();
            }
        };
    }

    Runner runner(Starter starter) {
        return new Runner("cpu", starter, LIMITS, clock);
    }

    Path to() {
        return folder.resolve("p.png");
    }

    Outcome<Painter.Painted> paint(Runner runner, String prompt) {
        return runner.paint(folder.resolve("tiny"), Orders.order(to(), prompt), Progress.NONE);
    }

    static Painter.Painted ok(Outcome<Painter.Painted> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure);
        });
    }

    static Failure failure(Outcome<Painter.Painted> outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).failure() instanceof Failure failed ? failed : null;
    }

    static ScriptedChild.Nursery children(BiConsumer<ScriptedChild, Ask> script) {
        return new ScriptedChild.Nursery(script);
    }

    /** Whoever is the first does something else when a picture is ordered. */
    static ScriptedChild.Nursery firstDoes(BiConsumer<ScriptedChild, Ask.Generate> instead) {
        return children((child, ask) -> {
            if (child.pid() == 1 && ask instanceof Ask.Generate generate) {
                instead.accept(child, generate);
            } else {
                ScriptedChild.paint(child, ask);
            }
        });
    }

    static Ask.Generate ordered(ScriptedChild child) {
        return child.heard.stream()
                .filter(Ask.Generate.class::isInstance)
                .map(Ask.Generate.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static Loader.Setup loaded(ScriptedChild child) {
        return child.heard.stream()
                .filter(Ask.Load.class::isInstance)
                .map(ask -> ((Ask.Load) ask).setup())
                .findFirst()
                .orElseThrow();
    }

    List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
