package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.Event;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.RunState;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.filmwright.engine.ThreadCrew;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several workers in processes of their own on one PostgreSQL server and one folder. */
@Tag("recovery")
class FarmTest {
    private final FarmAddress address = Postgres.freshDatabase();

    @TempDir
    private Path folder;
    private ProjectFolder project;
    private Engine desk;

    @BeforeEach
    void open() {
        project = ManualEngine.value(ProjectFolder.join(address, folder.resolve("film"), Postgres.node("desk", 40)));
        desk = Engine.open(project.ledger(), Map.of(), new EngineSettings(Map.of(), project.staging(),
                Clock.systemUTC(), new SplittableRandom(1)), new ThreadCrew());
    }

    @AfterEach
    void close() {
        desk.close();
        project.close();
    }

    private CrashChild worker(String name, int patience, int minutesWrong, int millis, String lanes)
            throws IOException {
        CrashChild child = CrashChild.start(FarmHand.class, address.url(), folder, name, patience, minutesWrong, millis,
                lanes);
        assertTrue(child.await("ready"::equals).isPresent(), name + " did not start");
        return child;
    }

    private RunId start(int steps, String lane) {
        return ManualEngine.value(desk.start(new RunSpec("make", "night", "{}", IntStream.range(0, steps)
                .mapToObj(i -> StepSpec.task("shot/" + i, "draw", lane, "{}", List.of()))
                .toList())));
    }

    private Run finished(RunId id) {
        Run run = ManualEngine.value(desk.await(id));
        assertEquals(RunState.SUCCEEDED, run.state());
        assertEquals(List.of(), project.check());
        return run;
    }

    private Map<String, Long> successes(RunId id) {
        return desk.events(id)
                .stream()
                .filter(event -> event.type().equals("step.succeeded"))
                .collect(Collectors.groupingBy(FarmTest::path, Collectors.counting()));
    }

    private static String path(Event event) {
        return event.detail().get("path");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -5})
    void aWorkerThatFreezesIsReplacedAndCannotPublishWhenItWakes(int minutesWrong)
            throws IOException, InterruptedException {
        try (CrashChild frozen = worker("frozen", 3, minutesWrong, 400, "cpu=2")) {
            RunId id = start(8, "cpu");
            frozen.await(line -> line.contains("RUNNING"));
            frozen.freeze();
            try (CrashChild fresh = worker("fresh", 3, -minutesWrong, 50, "cpu=2")) {
                finished(id);
                long events = desk.run(id).orElseThrow().steps();
                frozen.thaw();
                assertTrue(frozen.await(line -> line.startsWith("drawn")).isPresent());
                RunId second = ManualEngine.value(desk.start(new RunSpec("make", "second", "{}", List.of(
                        StepSpec.task("shot/9", "draw", "cpu", "{}", List.of())))));
                finished(second);
                assertEquals(events, desk.run(id).orElseThrow().count(StepState.SUCCEEDED));
                assertTrue(fresh.isAlive() && frozen.isAlive());
            }
            assertEquals(8, successes(id).size());
            successes(id).forEach((path, times) -> assertEquals(1, times, path));
            long again = desk.steps(id).stream().filter(step -> step.tries().epoch() > 1).count();
            assertTrue(again > 0, "the frozen worker's steps were taken over");
            System.out.println("P6: clock wrong by " + minutesWrong + " min: " + again
                    + " steps of the frozen worker were taken over, 8 of 8 succeeded once, the late results were discarded");
        }
    }

    @Test
    void aWorkerThatIsKilledLeavesItsStepsToTheOthers() throws IOException, InterruptedException {
        try (CrashChild doomed = worker("doomed", 3, 0, 60_000, "cpu=2")) {
            RunId id = start(6, "cpu");
            doomed.await(line -> line.contains("RUNNING"));
            doomed.kill();
            long killed = System.nanoTime();
            try (CrashChild other = worker("other", 3, 0, 20, "cpu=2")) {
                finished(id);
                assertTrue(other.isAlive());
            }
            System.out.println("P5 on the farm: all done " + Duration.ofNanos(System.nanoTime() - killed).toMillis()
                    + " ms after a worker was killed (3 s patience)");
        }
    }

    @Test
    void threeWorkersNeverRunMoreThanTheLimitOfTheFarm() throws IOException {
        project.limit("gpu", 1);
        try (CrashChild a = worker("a", 20, 0, 30, "gpu=1,cpu=2");
                CrashChild b = worker("b", 20, 5, 30, "gpu=1,cpu=2");
                CrashChild c = worker("c", 20, -5, 30, "gpu=1,cpu=2")) {
            RunId id = start(40, "gpu");
            int samples = 0;
            int most = 0;
            while (!desk.run(id).orElseThrow().rests()) {
                int running = (int) desk.steps(id).stream().filter(step -> step.state() == StepState.RUNNING).count();
                most = Math.max(most, running);
                samples++;
            }
            finished(id);
            assertEquals(1, most);
            assertEquals(1, mostAtOnce(Files.readAllLines(folder.resolve("notes.txt"))));
            assertTrue(a.isAlive() && b.isAlive() && c.isAlive());
            System.out.println("P10: 40 gpu steps over three workers, " + samples + " samples, never more than " + most
                    + " at once");
        }
    }

    /** Handlers note when they begin and end, each after it holds its place and before it gives it back. */
    private static int mostAtOnce(List<String> notes) {
        int now = 0;
        int most = 0;
        for (String note : notes) {
            now += note.startsWith("begin") ? 1 : -1;
            most = Math.max(most, now);
        }
        return most;
    }

    @Test
    void twoWorkersDrawAtTheSameTime() throws IOException {
        try (CrashChild a = worker("a", 20, 0, 100, "cpu=1"); CrashChild b = worker("b", 20, 0, 100, "cpu=1")) {
            finished(start(20, "cpu"));
            assertEquals(2, mostAtOnce(Files.readAllLines(folder.resolve("notes.txt"))));
            assertTrue(a.isAlive() && b.isAlive());
        }
    }

    @Test
    void aFolderThatIsNotThatOfTheProjectIsRefused() {
        Failure refusal = ManualEngine.failure(ProjectFolder.join(address, folder.resolve("other"),
                Postgres.node("lost", 40)));
        assertTrue(refusal.what().contains("is not the media folder of the project"), refusal.what());
    }

    @Test
    void aSharedProjectIsNotOpenedAlone() {
        Failure refusal = ManualEngine.failure(ProjectFolder.openOrCreate(folder.resolve("film"), Clock.systemUTC()));
        assertTrue(refusal.what().contains("lie in the database of a farm"), refusal.what());
    }

    @Test
    void anAddressWithAPasswordIsRefusedBecauseEverybodyCouldReadIt() {
        for (String url : List.of("postgresql://ann:secret@host/film", "postgresql://host/film?password=secret")) {
            Failure refusal = ManualEngine.failure(FarmAddress.of(url, Optional.empty()));
            assertTrue(refusal.what().contains("holds a password"), refusal.what());
        }
        assertInstanceOf(Failure.Refused.class, ManualEngine.failure(FarmAddress.of("mysql://x/y", Optional.empty())));
    }

    @Test
    void aServerThatIsNotThereIsASentence() {
        FarmAddress nowhere = new FarmAddress("jdbc:postgresql://localhost:1/film?user=ann", Optional.empty());
        Failure failure = ManualEngine.failure(ProjectFolder.join(nowhere, folder.resolve("x"),
                Postgres.node("a", 40)));
        assertTrue(failure.what().contains("cannot be reached"), failure.what());
    }
}
