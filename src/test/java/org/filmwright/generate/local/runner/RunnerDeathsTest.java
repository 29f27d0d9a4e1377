package org.filmwright.generate.local.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the studio does with a process of models that dies, hangs, swells or talks gibberish. */
@Timeout(60)
class RunnerDeathsTest extends RunnerStage {
    @Test
    void aProcessThatDiesIsReplacedAndTheOrderTriedOnceMoreWithLess() throws IOException {
        ScriptedChild.Nursery nursery = firstDoes((child, ask) -> {
            child.complain("terminate called after throwing an instance of 'std::bad_alloc'");
            child.die(134);
        });
        try (Runner runner = runner(nursery)) {
            Painter.Painted painted = ok(paint(runner, "a boat"));
            assertFalse(loaded(nursery.child(1)).frugal());
            assertTrue(loaded(nursery.child(2)).frugal());
            assertEquals(OptionalInt.empty(), ordered(nursery.child(1)).order().extras().tiles());
            assertEquals(OptionalInt.of(32), ordered(nursery.child(2)).order().extras().tiles());
            assertTrue(painted.notices().getFirst().contains("bad_alloc"), painted.notices()::toString);
            assertEquals(List.of("p.png"), files());
        }
    }

    @Test
    void whatWasTooLargeIsNotTriedSoAgainButSmallerPicturesAre() {
        ScriptedChild.Nursery nursery = firstDoes((child, _) -> child.die(137));
        try (Runner runner = runner(nursery)) {
            ok(paint(runner, "large"));
            ok(paint(runner, "as large"));
            ok(runner.paint(folder.resolve("tiny"), Orders.order(to(), "smaller", new FrameSize(256, 256)),
                    Progress.NONE));
            List<OptionalInt> tiles = nursery.child(2).heard.stream()
                    .filter(Ask.Generate.class::isInstance)
                    .map(ask -> ((Ask.Generate) ask).order().extras().tiles())
                    .toList();
            assertEquals(List.of(OptionalInt.of(32), OptionalInt.of(32), OptionalInt.empty()), tiles);
            assertEquals(2, nursery.children.size());
        }
    }

    @Test
    void whatDiesTwiceFailsForGoodWithTheReasonAndTheNextOrderIsPainted() throws IOException {
        ScriptedChild.Nursery nursery = children((child, ask) -> {
            if (child.pid() < 3 && ask instanceof Ask.Generate generate) {
                ScriptedChild.write(generate.order().to());
                child.die(137);
            } else {
                ScriptedChild.paint(child, ask);
            }
        });
        try (Runner runner = runner(nursery)) {
            Failure.Exhausted full = assertInstanceOf(Failure.Exhausted.class, failure(paint(runner, "a boat")));
            assertEquals("memory", full.resource());
            assertTrue(full.what().contains("exit code 137"), full.what());
            assertEquals(List.of(), files());
            ok(paint(runner, "the next"));
            assertEquals(3, nursery.children.size());
        }
    }

    @Test
    void aCrashThatIsNotOfMemoryNamesTheDriver() {
        ScriptedChild.Nursery nursery = children((child, ask) -> {
            if (ask instanceof Ask.Generate) {
                child.complain("#  SIGSEGV (0xb) at pc=0x00007f, pid=1, tid=2");
                child.complain("# Problematic frame:");
                child.die(134);
            } else {
                ScriptedChild.paint(child, ask);
            }
        });
        try (Runner runner = runner(nursery)) {
            Failure.Misconfigured crash = assertInstanceOf(Failure.Misconfigured.class,
                    failure(paint(runner, "a boat")));
            assertTrue(crash.what().contains("SIGSEGV"), crash.what());
            assertTrue(crash.remedy().contains("driver"), crash.remedy());
        }
    }

    @Test
    void aProcessThatSaysItsMemoryIsFullIsReplacedAsWell() {
        ScriptedChild.Nursery nursery = firstDoes((child, ask) -> child.say(new Reply.Failed(ask.id(),
                new Failure.Exhausted("memory", "BFCArena failed to allocate 2 GB."))));
        try (Runner runner = runner(nursery)) {
            Painter.Painted painted = ok(paint(runner, "a boat"));
            assertTrue(painted.notices().getFirst().contains("BFCArena"), painted.notices()::toString);
            assertTrue(nursery.child(1).isDead());
        }
    }

    @Test
    void aProcessWithoutAHeartbeatIsKilledAndReplaced() {
        ScriptedChild.Nursery nursery = firstWaits((_, _) -> {});
        try (Runner runner = new Runner("cpu", nursery, LIMITS, hurried)) {
            Painter.Painted painted = ok(paint(runner, "a boat"));
            assertTrue(painted.notices().getFirst().contains("no sign of life for 3 seconds"),
                    painted.notices()::toString);
            assertTrue(nursery.child(1).isDead());
        }
    }

    @Test
    void aProcessThatBeatsButGetsNoFurtherIsKilledToo() {
        Limits impatient = new Limits(Duration.ofHours(1), Duration.ofSeconds(4), LIMITS.grace(),
                LIMITS.idle(), LIMITS.drift());
        ScriptedChild.Nursery nursery = firstWaits((child, _) -> child.say(new Reply.Heartbeat(1)));
        try (Runner runner = new Runner("cpu", nursery, impatient, hurried)) {
            assertTrue(ok(paint(runner, "a boat")).notices().getFirst().contains("got no further for 4 seconds"));
        }
    }

    @Test
    void aProcessThatDoesNotStopIsKilled() throws IOException {
        Orders.Watched[] progress = new Orders.Watched[1];
        ScriptedChild.Nursery nursery = children((child, ask) -> {
            hurried.hurry = ask instanceof Ask.Cancel;
            if (ask instanceof Ask.Generate generate) {
                ScriptedChild.write(generate.order().to());
                child.say(new Reply.Progressed(generate.id(), .1, "step"));
            } else if (ask instanceof Ask.Load) {
                ScriptedChild.paint(child, ask);
            }
        });
        progress[0] = new Orders.Watched(note -> {
            if (note.equals("step")) {
                progress[0].cancel();
            }
        });
        try (Runner runner = new Runner("cpu", nursery, LIMITS, hurried)) {
            assertThrows(Cancelled.class,
                    () -> runner.paint(folder.resolve("tiny"), Orders.order(to(), "long"), progress[0]));
            assertTrue(nursery.child(1).isDead());
            assertEquals(List.of(), files());
        }
    }

    @Test
    void aProcessThatHoldsMoreAndMoreStartsAnewBetweenTwoPictures() {
        long[] holds = {100, 150, 151, 201, 202, 100};
        AtomicInteger pictures = new AtomicInteger();
        ScriptedChild.Nursery nursery = children((child, ask) -> ScriptedChild.paint(child, ask,
                ask instanceof Ask.Generate ? holds[pictures.getAndIncrement()] : 0));
        try (Runner runner = runner(nursery)) {
            for (int i = 0; i < 4; i++) {
                ok(paint(runner, "a part that is loaded late"));
                assertFalse(nursery.child(1).isDead());
            }
            ok(paint(runner, "a leak"));
            assertTrue(nursery.child(1).isDead());
            ok(paint(runner, "the next"));
            assertFalse(nursery.child(2).isDead());
        }
    }

    @Test
    void aLargerPictureMayHoldMore() {
        ScriptedChild.Nursery nursery = children((child, ask) -> ScriptedChild.paint(child, ask,
                ask instanceof Ask.Generate generate ? generate.order().size().width() : 0));
        try (Runner runner = runner(nursery)) {
            for (int side : new int[]{256, 512, 256, 512}) {
                ok(runner.paint(folder.resolve("tiny"), Orders.order(to(), "p", new FrameSize(side, side)),
                        Progress.NONE));
            }
            assertEquals(1, nursery.children.size());
        }
    }

    @Test
    void anAnswerThatWasTornMakesAProcessUntrustworthy() {
        ScriptedChild.Nursery nursery = firstDoes((child, _) -> child.print("{\"filmwright\":1,\"is\":\"do\n"));
        try (Runner runner = runner(nursery)) {
            assertTrue(ok(paint(runner, "a boat")).notices().getFirst().contains("could not be understood"));
            assertTrue(nursery.child(1).isDead());
        }
    }

    @Test
    void closingEndsTheProcessInTheMiddleOfAPictureWhichIsToBeMadeAgain() {
        Runner[] runner = new Runner[1];
        ScriptedChild.Nursery nursery = firstDoes((_, _) -> runner[0].close());
        runner[0] = runner(nursery);
        assertInstanceOf(Failure.Transient.class, failure(paint(runner[0], "a boat")));
        assertInstanceOf(Failure.Transient.class, failure(paint(runner[0], "later")));
        assertEquals(1, nursery.children.size());
    }
}
