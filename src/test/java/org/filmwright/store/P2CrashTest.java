package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.filmwright.engine.Event;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P2: kills the process that makes a film, again and again at random moments, and goes on with what is left. */
@Tag("recovery")
class P2CrashTest {
    private static final int KILLS = Integer.getInteger("filmwright.kills", 6);

    @TempDir
    private Path folder;

    @Test
    void aFilmThatIsKilledAgainAndAgainIsFinishedWithNothingLostAndNothingDoneTwice()
            throws IOException, InterruptedException {
        long seed = Long.getLong("filmwright.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(random.nextInt(1, 250));
        }
        try (CrashingFilm film = new CrashingFilm(folder)) {
            for (Run begun : film.engine().runs()) {
                Run run = film.make(begun.key());
                assertEquals(RunState.SUCCEEDED, run.state(), "seed " + seed);
                assertEquals(2 + 3 * CrashingFilm.SHOTS, run.steps(), "seed " + seed);
                assertEquals(Map.of(), succeededTwice(film, run), "seed " + seed);
            }
            assertEquals(List.of(), film.project().check(), "seed " + seed);
            assertEquals(Set.of(), lostFacts(film), "seed " + seed);
            assertTrue(film.engine().runs().stream().anyMatch(run -> crashes(film, run) > 0), "seed " + seed);
        }
    }

    private void killAfter(int changes) throws IOException, InterruptedException {
        try (CrashChild child = CrashChild.start(CrashingFilm.class, folder)) {
            assertTrue(child.skip(changes), "The child ended by itself");
            child.kill();
        }
    }

    private static Map<String, Long> succeededTwice(CrashingFilm film, Run run) {
        Map<String, Long> times = film.engine()
                .events(run.id())
                .stream()
                .filter(event -> event.type().equals("step.succeeded"))
                .collect(Collectors.groupingBy(P2CrashTest::path, Collectors.counting()));
        times.values().removeIf(Long.valueOf(1)::equals);
        return times;
    }

    private static String path(Event event) {
        return event.detail().get("path");
    }

    private static int crashes(CrashingFilm film, Run run) {
        return film.engine().steps(run.id()).stream().mapToInt(step -> step.tries().crashes()).sum();
    }

    /** What was acknowledged and is not there. */
    private Set<String> lostFacts(CrashingFilm film) throws IOException {
        Set<String> kept = new HashSet<>();
        film.project().verdicts().all().keySet().forEach(take -> kept.add("verdict " + take));
        film.engine()
                .runs()
                .stream()
                .flatMap(run -> film.engine().steps(run.id()).stream())
                .forEach(step -> film
                        .project()
                        .ledger()
                        .view()
                        .answers(step.id())
                        .forEach(choice -> kept.add("decided " + step.id())));
        Set<String> lost = new TreeSet<>(Files.readAllLines(folder.resolve("notes.txt")));
        lost.removeAll(kept);
        return lost;
    }
}
