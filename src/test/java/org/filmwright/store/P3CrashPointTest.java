package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P3: wherever the process ends between a file and its row, no row is without its file, and lone files are collected. */
@Tag("recovery")
class P3CrashPointTest {
    private static final int TIMES = Integer.getInteger("filmwright.times", 5);
    private static final List<String> POINTS = List.of("media forced", "media moved", "media kept", "journal written",
            "journal forced", "before commit", "after commit");

    @TempDir
    private Path folder;

    @Test
    void aCrashAtAnyPointAroundMoveAndCommitLeavesNoRowWithoutItsFile() throws IOException, InterruptedException {
        long seed = Long.getLong("filmwright.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        int orphans = 0;
        for (String point : POINTS) {
            for (int time = 0; time < TIMES; time++) {
                int pass = random.nextInt(1, 20);
                crashAt(point, pass);
                orphans += lone("seed " + seed + ", " + point + " " + pass);
            }
        }
        assertTrue(orphans > 0, "Some crashes fall between the move and the row, seed " + seed);
        sweptADayLater();
        try (CrashingFilm film = new CrashingFilm(folder)) {
            for (Run begun : film.engine().runs()) {
                assertEquals(RunState.SUCCEEDED, film.make(begun.key()).state(), "seed " + seed);
            }
            assertEquals(List.of(), film.project().check(), "seed " + seed);
        }
        System.out
                .println("P3: " + POINTS.size() * TIMES + " crashes at " + POINTS.size() + " named points, seed " + seed
                        + ": no row without its file; " + orphans + " times lone files were found, all collected");
    }

    /** Before work begins, as the program does: a file that is published while it sweeps would look a day old. */
    private void sweptADayLater() {
        try (ProjectFolder project = opened()) {
            project.upkeep(() -> Clock.systemUTC().instant().plus(Duration.ofHours(25))).sweep();
        }
    }

    private ProjectFolder opened() {
        return ManualEngine.value(ProjectFolder.open(folder.resolve("film"), Clock.systemUTC()));
    }

    private void crashAt(String point, int pass) throws IOException, InterruptedException {
        try (CrashChild child = CrashChild.start(CrashingFilm.class, folder, point, pass)) {
            child.await(line -> false);
            assertEquals(137, child.exitCode(20), point);
        }
    }

    /** How many findings are files without a row; there may be no others. */
    private int lone(String where) {
        try (ProjectFolder project = opened()) {
            List<Finding> found = project.check();
            assertEquals(List.of(),
                    found.stream().filter(each -> each.kind() != Finding.Kind.ORPHAN_FILE).toList(), where);
            return found.isEmpty() ? 0 : 1;
        }
    }
}
