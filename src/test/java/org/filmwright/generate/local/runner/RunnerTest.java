package org.filmwright.generate.local.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the studio does with a process of models that behaves. */
@Timeout(60)
class RunnerTest extends RunnerStage {
    @Test
    void aPictureComesToItsPlaceAndItsStepsAreTold() throws IOException {
        Orders.Watched progress = new Orders.Watched(_ -> {});
        try (Runner runner = runner(children(ScriptedChild::paint))) {
            Painter.Painted painted = ok(
                    runner.paint(folder.resolve("tiny"), Orders.order(to(), "a boat"), progress));
            assertEquals(to(), painted.picture());
            assertEquals(List.of("loading tiny", "step 1 of 2"), progress.notes);
            assertEquals(List.of("p.png"), files());
            assertEquals(List.of(), painted.notices());
        }
    }

    @Test
    void aHundredPicturesComeFromOneProcessThatLoadsOnce() {
        ScriptedChild.Nursery nursery = children(ScriptedChild::paint);
        try (Runner runner = runner(nursery)) {
            IntStream.range(0, 100).forEach(i -> ok(paint(runner, "picture " + i)));
            assertEquals(1, nursery.children.size());
            assertEquals(101, nursery.child(1).heard.size());
        }
    }

    @Test
    void anotherModelIsLoadedInThePlaceOfTheFirst() {
        ScriptedChild.Nursery nursery = children(ScriptedChild::paint);
        try (Runner runner = runner(nursery)) {
            ok(paint(runner, "a"));
            ok(runner.paint(folder.resolve("large"), Orders.order(to(), "b"), Progress.NONE));
            List<String> models = nursery.child(1).heard.stream()
                    .filter(Ask.Load.class::isInstance)
                    .map(ask -> ((Ask.Load) ask).setup().model().getFileName().toString())
                    .toList();
            assertEquals(List.of("tiny", "large"), models);
        }
    }

    @Test
    void callersAreServedOneAfterTheOther() throws Exception {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ScriptedChild.Nursery nursery = children((child, ask) -> {
            if (ask instanceof Ask.Generate generate) {
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
                Thread.ofPlatform().start(() -> {
                    ScriptedChild.write(generate.order().to());
                    open.decrementAndGet();
                    child.say(new Reply.Done(generate.id(), Orders.painted(generate.order().to()), 0));
                });
            } else {
                ScriptedChild.paint(child, ask);
            }
        });
        try (Runner runner = runner(nursery); ExecutorService callers = Executors.newFixedThreadPool(6)) {
            Callable<Painter.Painted> one = () -> ok(paint(runner, "at once"));
            for (var answer : callers.invokeAll(Collections.nCopies(12, one))) {
                answer.get(30, TimeUnit.SECONDS);
            }
            assertEquals(1, most.get());
        }
    }

    @Test
    void whoeverWaitsForHisTurnCanStillBeStopped() {
        AtomicInteger looks = new AtomicInteger();
        Orders.Watched[] second = new Orders.Watched[1];
        second[0] = new Orders.Watched(_ -> {}) {
            @Override
            public void checkCancelled() {
                if (looks.incrementAndGet() == 2) {
                    cancel();
                }
                super.checkCancelled();
            }
        };
        Runner[] runner = new Runner[1];
        ScriptedChild.Nursery nursery = firstDoes((child, ask) -> {
            assertThrows(Cancelled.class,
                    () -> runner[0].paint(folder.resolve("tiny"), Orders.order(to(), "second"), second[0]));
            ScriptedChild.paint(child, ask);
        });
        try (Runner made = runner(nursery)) {
            runner[0] = made;
            ok(paint(made, "first"));
            assertEquals(2, looks.get());
            assertEquals(2, nursery.child(1).heard.size());
        }
    }

    @Test
    void anOrderThatIsRefusedIsNotTriedAgain() {
        Failure.Refused refused = new Failure.Refused("It paints 512x512 only.", "Choose that.");
        ScriptedChild.Nursery nursery = firstDoes((child, ask) -> child.say(new Reply.Failed(ask.id(), refused)));
        try (Runner runner = runner(nursery)) {
            assertEquals(refused, failure(paint(runner, "a boat")));
            assertEquals(1, nursery.children.size());
            assertEquals(List.of(Ask.Load.class, Ask.Generate.class),
                    nursery.child(1).heard.stream().map(Ask::getClass).toList());
            assertFalse(nursery.child(1).isDead());
        }
    }

    @Test
    void cancellingIsHandedOnAndTheProcessStays() {
        Orders.Watched[] progress = new Orders.Watched[1];
        ScriptedChild.Nursery nursery = firstDoes((child, ask) -> {
            if (ask.order().prompt().equals("long")) {
                child.say(new Reply.Progressed(ask.id(), .1, "step"));
            } else {
                ScriptedChild.paint(child, ask);
            }
        });
        progress[0] = new Orders.Watched(note -> {
            if (note.equals("step")) {
                progress[0].cancel();
            }
        });
        try (Runner runner = runner(nursery)) {
            assertThrows(Cancelled.class,
                    () -> runner.paint(folder.resolve("tiny"), Orders.order(to(), "long"), progress[0]));
            ok(paint(runner, "short"));
            assertEquals(1, nursery.children.size());
        }
    }

    @Test
    void aProcessWithNothingToDoEndsAfterAWhile() throws InterruptedException {
        CountDownLatch quit = new CountDownLatch(1);
        ScriptedChild.Nursery nursery = children((child, ask) -> {
            ScriptedChild.paint(child, ask);
            if (ask instanceof Ask.Quit) {
                quit.countDown();
            }
        });
        try (Runner runner = runner(nursery)) {
            ok(paint(runner, "a boat"));
            clock.advance(LIMITS.idle());
            nursery.child(1).say(new Reply.Heartbeat(1));
            assertTrue(runner.condition().isPresent(), "not a moment too early");
            clock.advance(Duration.ofSeconds(1));
            nursery.child(1).say(new Reply.Heartbeat(1));
            assertTrue(quit.await(30, TimeUnit.SECONDS));
            ok(paint(runner, "the next"));
            assertEquals(2, nursery.children.size());
        }
    }

    @Test
    void whatNativeCodePrintsIsPassedOver() {
        ScriptedChild.Nursery nursery = children((child, ask) -> {
            child.print("[W:onnxruntime] a warning without an end");
            ScriptedChild.paint(child, ask);
            child.print("{\"json\":\"of somebody else\"}\n");
        });
        try (Runner runner = runner(nursery)) {
            ok(paint(runner, "a boat"));
            assertEquals(1, nursery.children.size());
        }
    }

    @Test
    void aProcessThatCannotBeStartedIsToldWithWhatToDo() {
        try (Runner runner = runner(() -> {
            throw new IOException("Cannot run program: error=2, No such file");
        })) {
            Failure.Misconfigured wrong = assertInstanceOf(Failure.Misconfigured.class,
                    failure(paint(runner, "a boat")));
            assertTrue(wrong.what().contains("No such file"), wrong.what());
        }
    }

    @Test
    void whoWantsTheMemoryBackEndsTheProcessAndTheNextOrderStartsAnother() {
        ScriptedChild.Nursery nursery = children(ScriptedChild::paint);
        try (Runner runner = runner(nursery)) {
            assertEquals(Optional.empty(), runner.condition());
            assertEquals(Standing.NONE, runner.standing());
            ok(paint(runner, "a"));
            assertEquals(3, runner.condition().orElseThrow().pictures());
            assertTrue(runner.free());
            assertTrue(nursery.child(1).isDead());
            assertEquals(Standing.NONE, runner.standing());
            ok(paint(runner, "b"));
            assertEquals(2, nursery.children.size());
        }
    }

    @Test
    void nothingIsFreedWhileAPictureIsPainted() {
        Runner[] runner = new Runner[1];
        boolean[] freed = {true};
        ScriptedChild.Nursery nursery = firstDoes((child, ask) -> {
            freed[0] = runner[0].free();
            ScriptedChild.paint(child, ask);
        });
        try (Runner made = runner(nursery)) {
            runner[0] = made;
            ok(paint(made, "a"));
            assertFalse(freed[0]);
            assertFalse(nursery.child(1).isDead());
        }
    }

    @Test
    void whatItHoldsIsToldWithoutAskingAndOnlyWhereItMatters() {
        List<Standing> told = new java.util.concurrent.CopyOnWriteArrayList<>();
        ScriptedChild.Nursery nursery = children((child, ask) -> {
            if (ask instanceof Ask.Generate) {
                child.say(new Reply.Heartbeat(3L << 30));
                child.say(new Reply.Heartbeat((3L << 30) + 1000));
            }
            ScriptedChild.paint(child, ask, 2L << 30);
        });
        try (Runner runner = runner(nursery)) {
            runner.listen(() -> told.add(runner.standing()));
            ok(paint(runner, "a"));
            Optional<Path> tiny = Optional.of(folder.resolve("tiny"));
            assertEquals(List.of(new Standing(tiny, 0, 0), new Standing(tiny, 3L << 30, 0),
                    new Standing(tiny, 2L << 30, 1)), told);
            assertEquals(List.of(Ask.Load.class, Ask.Generate.class),
                    nursery.child(1).heard.stream().map(Ask::getClass).toList());
        }
    }
}
