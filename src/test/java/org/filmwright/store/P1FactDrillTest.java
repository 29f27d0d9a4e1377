package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.filmwright.engine.ManualEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P1: a fact that was confirmed survives every kill, also where the database file is damaged before the next start. */
@Tag("recovery")
class P1FactDrillTest {
    private static final int KILLS = Integer.getInteger("filmwright.kills", 20);
    private final long seed = Long.getLong("filmwright.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private int confirmed;

    @TempDir
    private Path folder;

    @Test
    void everyConfirmedFactIsThereAfterEveryKill() throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            killAtSomeMoment(kill);
            assertEquals(Set.of(), lost(), "kill " + kill + ", seed " + seed);
        }
        tell(KILLS + " kills");
    }

    @Test
    void everyConfirmedFactIsThereAfterEveryKillThoughTheDatabaseIsDamaged() throws IOException, InterruptedException {
        int kills = Math.max(4, KILLS / 2);
        Set<String> words = new HashSet<>();
        for (int kill = 0; kill < kills; kill++) {
            killAtSomeMoment(kill);
            Damage.values()[kill % Damage.values().length].on(folder.resolve("film/project.mv.db"));
            try (ProjectFolder film = open()) {
                words.addAll(film.news());
            }
            assertEquals(Set.of(), lost(), "kill " + kill + ", seed " + seed);
        }
        assertTrue(words.stream().anyMatch(news -> news.contains("made anew from")), "seed " + seed + words);
        tell(kills + " kills with a damaged file");
    }

    private void tell(String what) {
        System.out.println("P1: " + what + ", 12 clients, seed " + seed + ": " + confirmed
                + " facts confirmed, all of them found");
    }

    private void killAtSomeMoment(int kill) throws IOException, InterruptedException {
        try (CrashChild child = CrashChild.start(FactStorm.class, folder, kill * 1_000_000)) {
            assertTrue(child.skip(random.nextInt(1, 400)), "The child ended by itself");
            child.kill();
        }
    }

    private ProjectFolder open() {
        return ManualEngine.value(ProjectFolder.open(folder.resolve("film"), Clock.systemUTC()));
    }

    /** Confirmed to a client, and not there. */
    private Set<String> lost() throws IOException {
        List<String> notes = Files.readAllLines(folder.resolve("confirmed.txt"));
        confirmed = notes.size();
        Set<String> lost = new TreeSet<>(notes);
        try (ProjectFolder film = open()) {
            film.verdicts().all().keySet().forEach(take -> lost.remove(take.value().substring("take-".length())));
            assertEquals(List.of(), film.check());
        }
        return lost;
    }
}
