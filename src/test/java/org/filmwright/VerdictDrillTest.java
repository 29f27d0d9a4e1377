package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.filmwright.base.TakeId;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.store.CrashChild;
import org.filmwright.store.ProjectFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict that was acknowledged to the studio is there after the studio was killed in the very next moment. */
@Tag("recovery")
class VerdictDrillTest {
    private static final int KILLS = Integer.getInteger("filmwright.kills", 5);
    private final long seed = Long.getLong("filmwright.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Map<TakeId, Said> latest = new HashMap<>();
    private int number;
    private int acknowledged;

    @TempDir
    private Path folder;

    /** What the studio was told to be recorded last about a take. */
    private record Said(int number, Ruling ruling) {}

    @Test
    void everyAcknowledgedVerdictIsThereAfterEveryKill() throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            decideAndKill();
            assertEquals(List.of(), lost(), "kill " + kill + ", seed " + seed);
        }
        System.out.println("Verdicts: " + KILLS + " kills, each right after a verdict, seed " + seed + ": "
                + acknowledged + " acknowledged, all of them found");
    }

    private void decideAndKill() throws IOException, InterruptedException {
        try (CrashChild child = CrashChild.start(VerdictStorm.class, folder, number, random.nextLong())) {
            int until = 1 + random.nextInt(6);
            for (int i = 0; i < until; i++) {
                Optional<String> line = child.await(words -> words.startsWith("verdict "));
                assertTrue(line.isPresent(), "The child ended by itself, seed " + seed);
                hear(line.get());
            }
            child.kill();
            for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
                hear(line.get());
            }
        }
    }

    /** What it said before it died was acknowledged all the same. */
    private void hear(String line) {
        String[] words = line.split(" ");
        if (words.length > 3 && words[0].equals("verdict")) {
            number = Integer.parseInt(words[1]) + 1;
            acknowledged++;
            Said said = new Said(number - 1, Ruling.valueOf(words[2]));
            Arrays.stream(words).skip(3).forEach(take -> latest.put(new TakeId(take), said));
        }
    }

    /** The verdict on a take is the one that was acknowledged last, or one that was on its way to be. */
    private List<String> lost() {
        List<String> lost = new ArrayList<>();
        try (ProjectFolder film = CommandFailed.orFail(ProjectFolder.open(folder.resolve("film.filmwright"),
                Clock.systemUTC()))) {
            Map<TakeId, Verdict> found = film.verdicts().all();
            latest.forEach((take, said) -> {
                Verdict verdict = found.get(take);
                int there = verdict == null ? -1 : Integer.parseInt(verdict.reason());
                boolean same = there == said.number() && verdict.ruling() == said.ruling()
                        && !verdict.by().isBlank() && verdict.at() != null;
                if (!same && there <= said.number()) {
                    lost.add(take + ": " + said + ", found " + verdict);
                }
            });
        }
        number += 1000;
        return lost;
    }
}
