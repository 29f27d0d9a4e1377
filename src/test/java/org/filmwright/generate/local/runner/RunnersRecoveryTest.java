package org.filmwright.generate.local.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.SettableClock;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.card.Card;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes of two devices: what befalls one of them leaves the other alone. */
@Timeout(120)
class RunnersRecoveryTest {
    private static final ChildJvm.Room SMALL = new ChildJvm.Room(24, 16);
    private static final List<Card> CARDS = List.of(new Card(0, "One", 8, 8), new Card(1, "Two", 8, 8));

    @TempDir
    private Path folder;
    private final List<Starter.Child> ofOne = new CopyOnWriteArrayList<>();
    private final List<Starter.Child> ofTwo = new CopyOnWriteArrayList<>();
    private volatile boolean frozen;

    private Runners runners(InstantSource clock) {
        return new Runners(CARDS, device -> {
            boolean first = device.equals("cuda:0");
            return new Runner(device, () -> start(first ? ofOne : ofTwo), Limits.USUAL, first
                    ? clock
                    : InstantSource.system());
        }, () -> CARDS);
    }

    private static Starter.Child start(List<Starter.Child> children) throws IOException {
        Starter.Child child = new ChildJvm(ScriptedPainter.class, SMALL, List.of()).start();
        children.add(child);
        return child;
    }

    private Outcome<Painter.Painted> paint(Runners runners, String name, String prompt, Progress progress) {
        return runners.paint(folder.resolve("tiny"), Orders.order(folder.resolve(name + ".png"), prompt), progress);
    }

    /** A picture on the second device that ends when it is told to, while {@code meanwhile} befalls the first. */
    private void whileTheOtherPaints(Runners runners, Runnable meanwhile) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Orders.Watched held = new Orders.Watched(note -> {
            if (note.equals("waiting")) {
                begun.countDown();
            }
        });
        var first = begin(runners, "first", "step", Progress.NONE);
        first.get(60, TimeUnit.SECONDS); // so that the first device has the model
        CountDownLatch onOne = new CountDownLatch(1);
        Orders.Watched blocking = new Orders.Watched(note -> {
            if (note.equals("waiting")) {
                onOne.countDown();
            }
        });
        var blocker = begin(runners, "blocker", "wait", blocking);
        assertTrue(onOne.await(60, TimeUnit.SECONDS));
        var other = begin(runners, "other", "wait", held);
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        blocking.cancel();
        assertNotEquals(null, blocker.handle((_, stopped) -> stopped).get(60, TimeUnit.SECONDS));
        long pid = ofTwo.getLast().pid();
        meanwhile.run();
        assertEquals(List.of(pid), ofTwo.stream().map(Starter.Child::pid).toList());
        assertTrue(ofTwo.getLast().exit(0, TimeUnit.SECONDS).isEmpty(), "the other one lives");
        held.cancel();
        other.handle((_, stopped) -> stopped).get(60, TimeUnit.SECONDS);
        ok(paint(runners, "next", "step", Progress.NONE));
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith(".painting")));
        }
    }

    private CompletableFuture<Outcome<Painter.Painted>> begin(Runners runners, String name, String prompt,
            Progress progress) {
        return CompletableFuture.supplyAsync(() -> paint(runners, name, prompt, progress),
                work -> Thread.ofPlatform().daemon().start(work));
    }

    private static Painter.Painted ok(Outcome<Painter.Painted> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure);
        });
    }

    @Test
    void aProcessThatIsKilledInMidStepTakesNoOtherWithIt() throws Exception {
        try (Runners runners = runners(InstantSource.system())) {
            whileTheOtherPaints(runners, () -> {
                Orders.Watched killer = new Orders.Watched(note -> {
                    if (note.equals("half")) {
                        ProcessHandle.of(ofOne.getLast().pid()).ifPresent(ProcessHandle::destroyForcibly);
                    }
                });
                Outcome<Painter.Painted> dead = paint(runners, "killed", "step half wait", killer);
                assertInstanceOf(Failure.Exhausted.class, ((Outcome.Failed<Painter.Painted>) dead).failure());
            });
        }
    }

    @Test
    void aHeapThatIsFullIsToldWhereItWasFullAndThePictureComesWithLess() throws Exception {
        try (Runners runners = runners(InstantSource.system())) {
            whileTheOtherPaints(runners, () -> {
                Painter.Painted painted = ok(paint(runners, "full", "step [full]", Progress.NONE));
                assertTrue(painted.notices().getFirst().contains("memory"), painted.notices()::toString);
            });
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatHangsIsReplacedWhileTheOtherPaints() throws Exception {
        SettableClock clock = new SettableClock();
        InstantSource hurried = new InstantSource() {
            @Override
            public Instant instant() {
                if (frozen && ofOne.size() == 1) {
                    clock.advance(Duration.ofSeconds(1));
                }
                return clock.instant();
            }
        };
        try (Runners runners = runners(hurried)) {
            whileTheOtherPaints(runners, () -> {
                Orders.Watched freezer = new Orders.Watched(note -> {
                    if (note.equals("step") && ofOne.size() == 1) {
                        stop(ofOne.getFirst());
                        frozen = true;
                    }
                });
                Painter.Painted painted = ok(paint(runners, "frozen", "step [wait]", freezer));
                assertTrue(painted.notices().getFirst().contains("no sign of life"), painted.notices()::toString);
            });
        }
    }

    private static void stop(Starter.Child child) {
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(child.pid())).inheritIO().start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
