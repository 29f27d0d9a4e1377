package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.filmwright.base.Outcome;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.MemoryLedger;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does to single jobs of the queue. */
class EngineJobsTest {
    @TempDir
    private Path folder;
    private ManualEngine manual;
    private EngineJobs queue;

    @BeforeEach
    void startAFilmThatIsBusyBeforeTheThreeTakesOfAShot() {
        manual = new ManualEngine(new MemoryLedger(), Map.of("draw", context -> StepResult.done("{}"), "circle",
                context -> StepResult.done("{\"takes\":" + context.upstream().size() + "}"), "export",
                _ -> StepResult.done(Json.of(new MakeReport.Film("film.mp4", 4, 96, 1280, 720, 24, "h264", "")))),
                folder);
        queue = new EngineJobs(new Records(null, null, null, null, null, null, null), manual.engine(), Map.of("cpu", 1),
                folder, manual.clock());
        List<StepSpec> draws = IntStream.rangeClosed(1, 3)
                .mapToObj(take -> StepSpec.task(take(take), "draw", "cpu", "{}", List.of()))
                .toList();
        StepSpec before = StepSpec.task("shot/0-A/draw/1", "draw", "cpu", "{}", List.of());
        StepSpec circle = StepSpec.task("shot/1-A/circle", "circle", "cpu", "{}", draws.stream()
                .map(StepSpec::path)
                .toList());
        manual.start(new RunSpec("film", "film", "{}",
                List.of(before, draws.get(0), draws.get(1), draws.get(2), circle)));
    }

    @AfterEach
    void close() {
        manual.close();
    }

    @Test
    void aLaneThatRestsIsWokenAndOneThatAPersonPausedStaysSo() {
        Optional<Instant> soon = Optional.of(manual.clock().instant().plusSeconds(600));
        ManualEngine.value(manual.engine().dispatch().pause("cpu", "It failed 5 times in a row.", soon));
        assertEquals(Set.of("cpu"), queue.resting().keySet());
        queue.wake("media");
        assertEquals(Set.of("cpu"), queue.resting().keySet());
        queue.wake("cpu");
        assertEquals(Map.of(), queue.resting());
        ManualEngine.value(manual.engine().dispatch().pause("cpu", "For the night.", Optional.empty()));
        queue.wake("cpu");
        assertEquals(Set.of("cpu"), queue.resting().keySet());
    }

    @Test
    void theFilmThatAJobHasWrittenIsFoundOnceItIsThere() {
        manual.start(new RunSpec("other", "other", "{}",
                List.of(StepSpec.task("export", "export", "cpu", "{}", List.of()))));
        Job export = queue.all().stream().filter(job -> job.work().task() == Job.Task.EXPORT).findFirst().orElseThrow();
        assertEquals(Optional.empty(), queue.film(export));
        manual.crew().runAll();
        assertEquals(Optional.of(Path.of("film.mp4")), queue.film(export));
        assertEquals(Optional.empty(), queue.film(job(1)));
    }

    @Test
    void theFilmDoesWithoutATakeThatWasDroppedAndEndsWell() {
        assertTrue(queue.drop(job(3)) instanceof Outcome.Ok);
        assertEquals(Job.State.DROPPED, state(3));
        manual.crew().runAll();
        assertEquals(Job.State.DONE, state(1));
        assertEquals("{\"takes\":2}", manual.engine()
                .steps(manual.engine().runs().getFirst().id())
                .getLast()
                .ending()
                .output()
                .orElseThrow());
    }

    @Test
    void theLastTakeOfAShotIsNotDroppedNorWhatTheFilmCannotDoWithout() {
        queue.drop(job(2));
        queue.drop(job(3));
        Job last = waiting().getFirst();
        assertTrue(queue.drop(last) instanceof Outcome.Failed<Job>(var why) && why.what().contains("last take of 1-A"));
        Job circle = queue.all().stream().filter(job -> job.work().task() == Job.Task.CIRCLE).findFirst().orElseThrow();
        assertTrue(queue.drop(circle) instanceof Outcome.Failed);
        manual.crew().runAll();
        assertEquals(Job.State.DONE, state(1));
    }

    @Test
    void aJobGoesToTheTopOfTheQueueOrToTheVeryPlaceItWasDraggedTo() {
        List<String> order = numbers();
        Job last = waiting().getLast();
        queue.move(last, JobQueue.Way.FIRST);
        assertEquals(order.getLast(), numbers().getFirst());
        queue.moveTo(waiting().getFirst(), waiting().getLast());
        assertEquals(order, numbers());
        queue.moveTo(waiting().getLast(), waiting().getFirst());
        assertEquals(order.getLast(), numbers().getFirst());
    }

    private List<String> numbers() {
        return waiting().stream().map(Job::id).toList();
    }

    /** In the order in which they will start. */
    private List<Job> waiting() {
        return queue.all()
                .stream()
                .filter(job -> job.state() == Job.State.WAITING)
                .sorted(java.util.Comparator.comparing(job -> job.place().urgency()))
                .toList();
    }

    private Job job(int take) {
        return queue.all()
                .stream()
                .filter(job -> job.work().shot().equals("1-A") && job.work().number() == take)
                .findFirst()
                .orElseThrow();
    }

    /** Dropped jobs are not listed. */
    private Job.State state(int take) {
        return queue.all()
                .stream()
                .filter(job -> job.work().shot().equals("1-A") && job.work().number() == take)
                .map(Job::state)
                .findFirst()
                .orElse(Job.State.DROPPED);
    }

    private static String take(int number) {
        return "shot/1-A/draw/" + number;
    }
}
