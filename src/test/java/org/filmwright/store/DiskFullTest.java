package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filmwright.base.Outcome;
import org.filmwright.engine.LedgerFailed;
import org.filmwright.engine.ManualEngine;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that runs full: a real one, 8 MB small. */
@Tag("recovery")
class DiskFullTest {
    @TempDir
    private Path folder;
    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()),
                "A small disk can only be mounted by root on Linux");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private ProjectFolder open() {
        return ManualEngine.value(ProjectFolder.openOrCreate(disk.resolve("film"), Clock.systemUTC()));
    }

    @Test
    void whatWasConfirmedBeforeTheDiskWasFullIsKeptAndWorkGoesOnOnceThereIsRoom() throws IOException {
        Set<Integer> confirmed = new HashSet<>();
        List<String> words = new ArrayList<>();
        Path ballast = disk.resolve("ballast");
        try (ProjectFolder project = open()) {
            fill(ballast);
            for (int i = 0; i < 2000 && words.isEmpty(); i++) {
                try {
                    project.verdicts().record(verdict(i));
                    confirmed.add(i);
                } catch (LedgerFailed failed) {
                    words.add(failed.failure().what());
                }
            }
            Path staged = project.staging().resolve("x.png");
            if (Outcome.class.cast(publish(project, staged)) instanceof Outcome.Failed<?>(var failure)) {
                words.add(failure.what());
            }
        }
        Files.delete(ballast);
        try (ProjectFolder project = open()) {
            confirmed
                    .forEach(i -> assertTrue(project.verdicts().latest(verdict(i).take()).isPresent(), "verdict " + i));
            assertEquals(List.of(), project.check());
            project.verdicts().record(verdict(5000));
        }
        System.out.println("Disk full after " + confirmed.size() + " facts: " + words);
        assertTrue(words.getFirst().contains("the disk is full. Everything recorded before is kept."),
                words.toString());
    }

    private static Outcome<?> publish(ProjectFolder project, Path staged) {
        try {
            Files.write(staged, new byte[1 << 20]);
            return project.vault().publish(staged, "png");
        } catch (IOException e) {
            return Outcome.failed(Trouble.failure("A picture could not be written", e));
        }
    }

    private static Verdict verdict(int number) {
        return Samples.verdict(number, Ruling.APPROVED, Samples.NOON);
    }

    /** Leaves about 100 kB. */
    private void fill(Path ballast) throws IOException {
        long room = Files.getFileStore(disk).getUsableSpace() - 100_000;
        Files.write(ballast, new byte[(int) room]);
    }
}
