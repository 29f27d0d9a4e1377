package org.filmwright.generate.local.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.SettableClock;
import org.filmwright.generate.local.Painter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes of models that are killed, frozen and filled up. */
@Timeout(120)
class RunnerRecoveryTest {
    private static final ChildJvm.Room SMALL = new ChildJvm.Room(24, 16);

    @TempDir
    private Path folder;
    private final List<Starter.Child> children = new CopyOnWriteArrayList<>();

    /** Remembers what was started. */
    private Starter.Child start() throws IOException {
        Starter.Child child = new ChildJvm(ScriptedPainter.class, SMALL, List.of()).start();
        children.add(child);
        return child;
    }

    private Runner runner() {
        return runner(InstantSource.system());
    }

    private Runner runner(InstantSource clock) {
        return new Runner("cpu", this::start, Limits.USUAL, clock);
    }

    private Outcome<Painter.Painted> paint(Runner runner, String prompt, Progress progress) {
        return runner.paint(folder.resolve("tiny"), Orders.order(folder.resolve("p.png"), prompt), progress);
    }

    private static Painter.Painted ok(Outcome<Painter.Painted> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure);
        });
    }

    private static Failure failure(Outcome<Painter.Painted> outcome) {
        return ((Outcome.Failed<Painter.Painted>) outcome).failure();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void kill(Starter.Child child) {
        ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void aHundredPicturesComeFromTheSameProcess() {
        Orders.Watched progress = new Orders.Watched(_ -> {});
        try (Runner runner = runner()) {
            IntStream.range(0, 100).forEach(i -> ok(paint(runner, "one two", progress)));
            assertEquals(100, runner.condition().orElseThrow().pictures());
            assertEquals(children.getFirst().pid(), runner.condition().orElseThrow().pid());
            assertEquals(1, children.size());
            assertEquals(List.of("loading tiny", "painting one", "one", "painting two", "two"),
                    progress.notes.subList(0, 5));
        }
    }

    @Test
    void aProcessThatIsKilledInMidPictureLeavesNothingAndTheNextOrderIsPainted() throws IOException {
        try (Runner runner = runner()) {
            Orders.Watched killer = new Orders.Watched(note -> {
                if (note.equals("half")) {
                    kill(children.getLast());
                }
            });
            Failure.Exhausted full = assertInstanceOf(Failure.Exhausted.class,
                    failure(paint(runner, "step half wait", killer)));
            assertTrue(full.what().contains("137"), full.what());
            assertEquals(2, children.size(), "once more, and not again");
            assertEquals(List.of(), files());
            ok(paint(runner, "step", Progress.NONE));
            assertEquals(3, children.size());
        }
    }

    @Test
    void aFullHeapIsToldAndThePictureComesWithLess() {
        try (Runner runner = runner()) {
            Painter.Painted painted = ok(paint(runner, "step [full]", Progress.NONE));
            assertTrue(painted.notices().getFirst().contains("memory"), painted.notices()::toString);
            assertEquals(2, children.size());
            Failure.Exhausted full = assertInstanceOf(Failure.Exhausted.class,
                    failure(paint(runner, "full", Progress.NONE)));
            assertTrue(full.what().contains("no memory left for Java"), full.what());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatIsFrozenIsKilled() {
        SettableClock clock = new SettableClock();
        try (Runner runner = runner(new InstantSource() {
            @Override
            public Instant instant() {
                if (frozen && children.size() == 1) {
                    clock.advance(Duration.ofSeconds(1));
                }
                return clock.instant();
            }
        })) {
            Orders.Watched freezer = new Orders.Watched(note -> {
                if (note.equals("step") && children.size() == 1) {
                    signal("-STOP", children.getFirst());
                    frozen = true;
                }
            });
            Painter.Painted painted = ok(paint(runner, "step [wait]", freezer));
            assertTrue(painted.notices().getFirst().contains("no sign of life"), painted.notices()::toString);
            assertTrue(children.getFirst().exit(0, TimeUnit.SECONDS).isPresent());
        }
    }

    private volatile boolean frozen;

    private static void signal(String name, Starter.Child child) {
        try {
            new ProcessBuilder("kill", name, Long.toString(child.pid())).inheritIO().start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCrashInNativeCodeIsToldWithItsSignal() {
        try (Runner runner = runner()) {
            Orders.Watched shooter = new Orders.Watched(note -> {
                if (note.equals("waiting")) {
                    signal("-SEGV", children.getLast());
                }
            });
            Failure.Misconfigured crash = assertInstanceOf(Failure.Misconfigured.class,
                    failure(paint(runner, "wait", shooter)));
            assertTrue(crash.what().contains("crashed in native code") && crash.what().contains("SIGSEGV"),
                    crash.what());
            assertFalse(Files.exists(Path.of("hs_err_pid" + children.getLast().pid() + ".log")));
        }
    }

    @Test
    void aPictureThatIsCancelledStopsAndTheProcessStays() {
        try (Runner runner = runner()) {
            Orders.Watched[] progress = new Orders.Watched[1];
            progress[0] = new Orders.Watched(note -> {
                if (note.equals("waiting")) {
                    progress[0].cancel();
                }
            });
            assertThrows(Cancelled.class, () -> paint(runner, "step wait", progress[0]));
            ok(paint(runner, "step", Progress.NONE));
            assertEquals(1, children.size());
        }
    }

    @Test
    void whatItPrintsBetweenItsWordsIsPassedOverAndToldWhenItDies() {
        try (Runner runner = runner()) {
            Painter.Painted painted = ok(paint(runner, "noise step [exit]", Progress.NONE));
            assertTrue(painted.notices().getFirst().contains("134"), painted.notices()::toString);
            assertTrue(painted.notices().getFirst().contains("it last said"), painted.notices()::toString);
        }
    }

    @Test
    void aProcessWhoseStudioIsGoneEndsInTheMiddleOfAPicture() throws IOException {
        Starter.Child child = start();
        Speaker speaker = new Speaker(child.requests());
        speaker.say(new Ask.Load(1, new Loader.Setup(folder.resolve("tiny"), "cpu", false)));
        speaker.say(new Ask.Generate(2, Orders.order(folder.resolve("p.png"), "step stubborn")));
        Lines answers = new Lines(child.answers());
        while (!answers.next().orElseThrow().contains("\"step\"")) {
            assertTrue(child.exit(0, TimeUnit.SECONDS).isEmpty());
        }
        child.requests().close();
        assertTrue(child.exit(60, TimeUnit.SECONDS).isPresent());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatItStartedEndsWithIt() {
        Runner runner = runner();
        long[] pid = new long[1];
        Orders.Watched closer = new Orders.Watched(note -> {
            if (note.startsWith("pid ")) {
                pid[0] = Long.parseLong(note.substring(4));
            } else if (note.equals("waiting")) {
                runner.close();
            }
        });
        assertInstanceOf(Failure.Transient.class, failure(paint(runner, "spawn wait", closer)));
        assertNotEquals(0, pid[0]);
        assertFalse(ProcessHandle.of(pid[0]).filter(ProcessHandle::isAlive).isPresent());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatEndsLeavesNothingInTheTemporaryFolder() throws IOException {
        Starter.Child child = start();
        Path den = den(child);
        assertTrue(Files.exists(den.resolve("java.args")));
        child.kill();
        assertFalse(Files.exists(den));
    }

    /** The folder of the file with its options, which is named on its command line. */
    private static Path den(Starter.Child child) {
        return ProcessHandle.of(child.pid())
                .flatMap(process -> process.info().arguments())
                .stream()
                .flatMap(Stream::of)
                .filter(argument -> argument.startsWith("@"))
                .map(argument -> Path.of(argument.substring(1)).getParent())
                .findFirst()
                .orElseThrow();
    }
}
