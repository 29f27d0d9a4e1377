package org.filmwright.generate.local.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.card.Card;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several devices as one easel, with processes and cards that do what a test wants. */
@Timeout(60)
class RunnersTest extends RunnerStage {
    private static final Card LARGE = new Card(0, "Large", 24L << 30, 20L << 30);
    private static final Card SMALL = new Card(1, "Small", 8L << 30, 8L << 30);
    private static final Failure LOST = new Failure.Misconfigured(
            "The graphics card cannot be used any more: it stopped with \"unknown error\".", "Restart the computer.");

    private final Map<String, ScriptedChild.Nursery> nurseries = new HashMap<>();
    private final Map<String, BiConsumer<ScriptedChild, Ask>> scripts = new HashMap<>();
    private final List<Card> listed = new CopyOnWriteArrayList<>(List.of(LARGE, SMALL));
    private Runners runners;

    private Runners runners(Card... found) {
        runners = new Runners(List.of(found), device -> {
            ScriptedChild.Nursery nursery = children(
                    (child, ask) -> scripts.getOrDefault(device, ScriptedChild::paint).accept(child, ask));
            nurseries.put(device, nursery);
            return new Runner(device, nursery, LIMITS, clock);
        }, () -> List.copyOf(listed));
        return runners;
    }

    @AfterEach
    void end() {
        runners.close();
    }

    private Outcome<Painter.Painted> paint(String model, String prompt) {
        return paint(model, prompt, Progress.NONE);
    }

    private Outcome<Painter.Painted> paint(String model, String prompt, Progress progress) {
        return runners.paint(folder.resolve(model), Orders.order(folder.resolve(prompt + ".png"), prompt), progress);
    }

    private CompletableFuture<Outcome<Painter.Painted>> begin(String model, String prompt) {
        return CompletableFuture.supplyAsync(() -> paint(model, prompt),
                work -> Thread.ofPlatform().daemon().start(work));
    }

    private static BiConsumer<ScriptedChild, Ask> failing(Failure failure) {
        return (child, ask) -> {
            if (ask instanceof Ask.Generate generate) {
                child.say(new Reply.Failed(generate.id(), failure));
            } else {
                ScriptedChild.paint(child, ask);
            }
        };
    }

    private List<String> painted(String device) {
        return nurseries.get(device).children.stream()
                .flatMap(child -> child.heard.stream())
                .filter(Ask.Generate.class::isInstance)
                .map(ask -> ((Ask.Generate) ask).order().prompt())
                .toList();
    }

    private List<String> out() {
        return runners.now().stream().flatMap(place -> place.out().stream()).toList();
    }

    @Test
    void withoutACardTheProcessorPaintsOneAfterTheOther() {
        assertEquals(1, runners().room());
        ok(paint("tiny", "a"));
        assertEquals(List.of("a"), painted("cpu"));
    }

    @Test
    void asManyPicturesAsThereAreCardsArePaintedAtOnce() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        BiConsumer<ScriptedChild, Ask> together = (child, ask) -> {
            if (ask instanceof Ask.Generate) {
                meet(both);
            }
            ScriptedChild.paint(child, ask);
        };
        scripts.put("cuda:0", together);
        scripts.put("cuda:1", together);
        assertEquals(2, runners(LARGE, SMALL).room());
        var first = begin("tiny", "a");
        var second = begin("tiny", "b");
        ok(first.get(30, TimeUnit.SECONDS));
        ok(second.get(30, TimeUnit.SECONDS));
        assertEquals(1, painted("cuda:0").size());
        assertEquals(1, painted("cuda:1").size());
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPictureGoesWhereItsModelIsLoadedElseToTheFreeCardWithMostMemory() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        scripts.put("cuda:0", (child, ask) -> {
            if (ask instanceof Ask.Generate generate && generate.order().prompt().equals("a")) {
                begun.countDown();
                await(hold);
            }
            ScriptedChild.paint(child, ask);
        });
        runners(LARGE, SMALL);
        var long1 = begin("one", "a");
        await(begun);
        ok(paint("two", "b"));
        hold.countDown();
        ok(long1.get(30, TimeUnit.SECONDS));
        ok(paint("two", "c"));
        ok(paint("one", "d"));
        assertEquals(List.of("a", "d"), painted("cuda:0"));
        assertEquals(List.of("b", "c"), painted("cuda:1"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCardThatFailsIsTakenOutWithItsReasonAndItsPictureComesFromAnother() {
        scripts.put("cuda:0", failing(LOST));
        runners(LARGE, SMALL);
        Orders.Watched progress = new Orders.Watched(_ -> {});
        ok(paint("tiny", "a", progress));
        assertTrue(progress.notes.contains("on Small instead"), progress.notes::toString);
        assertEquals(List.of(LOST.what()), out());
        assertTrue(nurseries.get("cuda:0").child(1).isDead(), "its memory is given back");
        ok(paint("tiny", "b"));
        assertEquals(List.of("a"), painted("cuda:0"));
    }

    @Test
    void aProcessThatDiesOfItsModelLeavesTheCardAndOneWhoseCardIsGoneDoesNot() {
        BiConsumer<ScriptedChild, Ask> dies = (child, ask) -> {
            if (ask instanceof Ask.Generate) {
                child.die(139);
            } else {
                ScriptedChild.paint(child, ask);
            }
        };
        scripts.put("cuda:0", dies);
        runners(LARGE, SMALL);
        assertInstanceOf(Failure.Misconfigured.class, failure(paint("tiny", "a")));
        assertEquals(List.of(), out());
        listed.remove(LARGE);
        ok(paint("tiny", "b"));
        assertEquals(1, out().size());
        assertEquals(List.of("b"), painted("cuda:1"));
    }

    @Test
    void whereAllCardsAreOutThePictureFailsWithTheReasonAndTheNextTriesThemAgain() {
        scripts.put("cuda:0", failing(LOST));
        scripts.put("cuda:1", failing(LOST));
        runners(LARGE, SMALL);
        assertEquals(LOST, failure(paint("tiny", "a")));
        assertEquals(2, out().size());
        scripts.clear();
        ok(paint("tiny", "b"));
        assertEquals(List.of(), out());
    }

    @Test
    void whatACardHasNoRoomForGoesToALargerOneAndNeverToASmaller() {
        Failure full = new Failure.Exhausted("memory", "There is not enough memory for this model.");
        scripts.put("cuda:1", failing(full));
        scripts.put("cuda:0", (child, ask) -> ScriptedChild.paint(child, ask));
        runners(new Card(0, "Large", 24L << 30, 0), SMALL);
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        scripts.put("cuda:0", (child, ask) -> {
            if (ask instanceof Ask.Generate generate && generate.order().prompt().equals("a")) {
                begun.countDown();
                await(hold);
            }
            ScriptedChild.paint(child, ask);
        });
        var first = begin("one", "a");
        await(begun);
        Orders.Watched progress = new Orders.Watched(note -> {
            if (note.startsWith("once more")) {
                hold.countDown();
            }
        });
        ok(paint("two", "b", progress));
        ok(first.join());
        assertEquals(List.of("a", "b"), painted("cuda:0"));
        scripts.put("cuda:0", failing(full));
        List<String> before = painted("cuda:1");
        assertInstanceOf(Failure.Exhausted.class, failure(paint("two", "c")));
        assertEquals(before, painted("cuda:1"));
        assertEquals(List.of(), out());
    }

    @Test
    void whoeverWaitsForACardCanStillBeStopped() {
        runners(SMALL);
        Orders.Watched second = new Orders.Watched(_ -> {});
        scripts.put("cuda:1", (child, ask) -> {
            if (ask instanceof Ask.Generate) {
                second.cancel();
                assertThrows(Cancelled.class, () -> paint("tiny", "b", second));
            }
            ScriptedChild.paint(child, ask);
        });
        ok(paint("tiny", "a"));
        assertEquals(List.of("a"), painted("cuda:1"));
    }

    @Test
    void whatTheCardsHoldIsToldWithoutAnybodyAsking() throws Exception {
        runners(LARGE);
        CountDownLatch told = new CountDownLatch(1);
        List<Occupied> seen = new ArrayList<>();
        runners.listen(() -> {
            Occupied now = runners.now().getFirst();
            if (now.used() == 16L << 30 && now.standing().pictures() == 1 && !now.busy()) {
                seen.add(now);
                told.countDown();
            }
        });
        listed.set(0, new Card(0, "Large", 24L << 30, 8L << 30));
        ok(paint("tiny", "a"));
        await(told);
        Path tiny = folder.resolve("tiny").toAbsolutePath();
        assertEquals(new Occupied("cuda:0", "Large", new Standing(Optional.of(tiny), 100, 1), 16L << 30, 24L << 30,
                false, Optional.empty()), seen.getFirst());
    }

    @Test
    void theMemoryOfAllIsGivenBackWhereNobodyPaints() throws Exception {
        runners(LARGE, SMALL);
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        scripts.put("cuda:0", (child, ask) -> {
            if (ask instanceof Ask.Generate) {
                begun.countDown();
                await(hold);
            }
            ScriptedChild.paint(child, ask);
        });
        var busy = begin("one", "a");
        await(begun);
        ok(paint("two", "b"));
        assertEquals(1, runners.free());
        assertTrue(nurseries.get("cuda:1").child(1).isDead());
        assertFalse(nurseries.get("cuda:0").child(1).isDead());
        hold.countDown();
        ok(busy.get(30, TimeUnit.SECONDS));
        assertEquals(0, runners.free());
    }
}
