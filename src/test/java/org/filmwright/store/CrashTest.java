package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.filmwright.base.TakeId;
import org.filmwright.engine.Event;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process that makes a film, again and again at random moments, and goes on with what is left. */
class CrashTest {
    private static final int KILLS = Integer.getInteger("filmwright.kills", 6);

    @TempDir
    private Path folder;

    @Test
    void aFilmThatIsKilledAgainAndAgainIsFinishedWithNothingLostAndNothingDoneTwice()
            throws IOException, InterruptedException {
        long seed = Long.getLong("filmwright.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(random.nextInt(20, 500));
        }
        try (CrashingFilm film = new CrashingFilm(folder)) {
            Run run = film.make();
            String run1 = "seed " + seed;
            assertEquals(RunState.SUCCEEDED, run.state(), run1);
            assertEquals(2 + 3 * CrashingFilm.SHOTS, run.steps(), run1);
            assertEquals(List.of(), film.project().check(), run1);
            assertEquals(Map.of(), succeededTwice(film, run), run1);
            assertEquals(Set.of(), lostFacts(film, run), run1);
        }
    }

    private void killAfter(int millis) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                CrashingFilm.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader words = child.inputReader()) {
            assertEquals("open", words.readLine());
            assertTrue(!child.waitFor(millis, TimeUnit.MILLISECONDS) || child.exitValue() == 0);
            child.destroyForcibly().waitFor();
        }
    }

    private static Map<String, Long> succeededTwice(CrashingFilm film, Run run) {
        Map<String, Long> times = film.engine().events(run.id())
                .stream()
                .filter(event -> event.type().equals("step.succeeded"))
                .collect(Collectors.groupingBy(CrashTest::path, Collectors.counting()));
        times.values().removeIf(Long.valueOf(1)::equals);
        return times;
    }

    private static String path(Event event) {
        return event.detail().get("path");
    }

    /** What was acknowledged and is not there. */
    private Set<String> lostFacts(CrashingFilm film, Run run) throws IOException {
        Map<TakeId, ?> verdicts = film.project().verdicts().all();
        Set<String> kept = new HashSet<>();
        verdicts.keySet().forEach(take -> kept.add("verdict " + take));
        for (Step step : film.engine().steps(run.id())) {
            film.project().ledger().view().answer(step.id()).ifPresent(choice -> kept.add("decided " + step.path()));
        }
        Set<String> lost = new TreeSet<>(Files.readAllLines(folder.resolve("notes.txt")));
        lost.removeIf(note -> note.startsWith("done ") || kept.contains(note));
        return lost;
    }
}
