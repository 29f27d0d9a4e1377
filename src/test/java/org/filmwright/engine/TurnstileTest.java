package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Steps that end together are recorded together, and none of them pays for another. */
class TurnstileTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private final List<List<String>> tried = new CopyOnWriteArrayList<>();
    private final List<String> recorded = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstIsAtIt = new CountDownLatch(1);
    private final CountDownLatch firstMayGoOn = new CountDownLatch(1);

    private static Execution execution(String path) {
        StepSpec task = StepSpec.task(path, "w", "cpu", "{}", List.of());
        Run run = Run.created(new RunSpec("make", "k", "{}", List.of(task)), new SettableClock().instant());
        Step step = Step.created(run, task, Optional.empty(), 0);
        return new Execution(step, new Bulletin(new ManualCrew(new SettableClock())), new SettableClock());
    }

    /** Rows in which one step cannot be recorded. */
    private Turnstile turnstile(String unfit, Throwable problem) {
        return new Turnstile(() -> 0, batch -> {
            List<String> paths = batch.stream().map(each -> each.execution().step().path()).toList();
            tried.add(paths);
            firstIsAtIt.countDown();
            if (tried.size() == 1) {
                assertTimeoutPreemptively(LONG, () -> firstMayGoOn.await());
            }
            if (paths.contains(unfit)) {
                TurnstileTest.<RuntimeException>sneak(problem);
            }
            recorded.addAll(paths);
        });
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void sneak(Throwable problem) throws X {
        throw (X) problem;
    }

    /** One hands in and is kept busy until {@code others} wait behind it; answers what came back to each. */
    private Map<String, CompletableFuture<Void>> handIn(Turnstile turnstile, int others) {
        return assertTimeoutPreemptively(LONG, () -> {
            Map<String, CompletableFuture<Void>> answers = new TreeMap<>();
            answers.put("first", handIn(turnstile, "first"));
            firstIsAtIt.await();
            for (int i = 0; i < others; i++) {
                answers.put("step/" + i, handIn(turnstile, "step/" + i));
                while (turnstile.waiting() <= i) {
                    Thread.onSpinWait();
                }
            }
            firstMayGoOn.countDown();
            List<CompletableFuture<Void>> all = new ArrayList<>(answers.values());
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).exceptionally(_ -> null).join();
            return answers;
        });
    }

    private static CompletableFuture<Void> handIn(Turnstile turnstile, String path) {
        Execution execution = execution(path);
        return CompletableFuture.runAsync(() -> turnstile.handIn(execution, (_, _) -> {}),
                action -> Thread.ofPlatform().daemon().start(action));
    }

    @Test
    void whoeverWaitsIsTakenAlong() {
        handIn(turnstile("none", new Error()), 3).values().forEach(CompletableFuture::join);
        assertEquals(List.of(List.of("first"), List.of("step/0", "step/1", "step/2")), tried);
    }

    @Test
    void oneThatCannotBeRecordedHarmsNobodyElse() {
        IllegalStateException problem = new IllegalStateException("not this one");
        Map<String, CompletableFuture<Void>> answers = handIn(turnstile("step/1", problem), 4);
        assertEquals(List.of("first", "step/0", "step/2", "step/3"), recorded.stream().sorted().toList());
        assertEquals(problem, assertThrows(RuntimeException.class, answers.get("step/1")::join).getCause());
        answers.entrySet()
                .stream()
                .filter(each -> !each.getKey().equals("step/1"))
                .forEach(
                        each -> each.getValue().join());
    }

    @Test
    void whateverItIsThatSpoilsABatch() {
        Error problem = new StackOverflowError("deep");
        Map<String, CompletableFuture<Void>> answers = handIn(turnstile("step/0", problem), 2);
        assertEquals(List.of("first", "step/1"), recorded.stream().sorted().toList());
        assertEquals(problem, assertThrows(RuntimeException.class, answers.get("step/0")::join).getCause());
    }

    @Test
    void aTransactionTakesNoMoreThanItsTimeAllows() {
        handIn(turnstile("none", new Error()), 40).values().forEach(CompletableFuture::join);
        assertEquals(41, recorded.size());
        assertEquals(IntStream.of(1, 16, 16, 8).boxed().toList(), tried.stream().map(List::size).toList());
    }
}
