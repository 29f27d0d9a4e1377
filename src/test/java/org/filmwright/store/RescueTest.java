package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.review.Ruling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A project whose database file is damaged comes back from its backups and its journal, and says so. */
@Tag("recovery")
class RescueTest {
    @TempDir
    private Path folder;
    private Path root;
    private Instant now = Samples.NOON;

    @BeforeEach
    void fill() {
        root = folder.resolve("My Film.filmwright");
    }

    private ProjectFolder open() {
        return ManualEngine.value(ProjectFolder.openOrCreate(root, () -> now));
    }

    private void record(int from, int to, boolean backUp) {
        try (ProjectFolder project = open()) {
            project.scripts().save(Samples.script());
            for (int i = from; i < to; i++) {
                project.takes().add(Samples.take(i));
                project.verdicts().record(Samples.verdict(i, Ruling.APPROVED, Samples.NOON));
            }
            project.clips().add(Samples.clip(1));
            project.cuts().save(Samples.cut(), Samples.assembled());
            if (backUp) {
                project.upkeep(() -> now).backUpChanges();
            }
        }
    }

    private void everythingIsThere(int takes) {
        try (ProjectFolder project = open()) {
            System.out.println(project.news());
            assertEquals(takes, project.takes().all().size());
            assertEquals(takes, project.verdicts().all().size());
            assertEquals(List.of(Samples.clip(1)), project.clips().all());
            assertEquals(Optional.of(Samples.cut()), project.cuts().current());
            assertEquals(Optional.of(Samples.assembled()), project.cuts().assembled());
            assertEquals(Optional.of(Samples.script()), project.scripts().current());
        }
    }

    private List<Path> files(String name, String beginning) {
        try (Stream<Path> all = Files.list(root.resolve(name))) {
            return all.filter(file -> file.getFileName().toString().startsWith(beginning)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aDamagedDatabaseIsMadeAnewFromTheJournalAlone(Damage damage) throws IOException {
        record(0, 50, false);
        damage.on(root.resolve("project.mv.db"));
        everythingIsThere(50);
        try (ProjectFolder project = open()) {
            assertEquals(List.of(), project.news(), "it is told once");
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aDamagedDatabaseIsMadeAnewFromTheNewestBackupAndTheJournal(Damage damage) throws IOException {
        record(0, 30, true);
        record(30, 50, false);
        damage.on(root.resolve("project.mv.db"));
        everythingIsThere(50);
    }

    @Test
    void thePersonIsToldWhatWasKeptAndWhereTheOldFileLies() throws IOException {
        record(0, 30, true);
        record(30, 50, false);
        Damage.FOREIGN_HEADER.on(root.resolve("project.mv.db"));
        try (ProjectFolder project = open()) {
            String news = String.join(" ", project.news());
            assertTrue(news.contains("backups/backup-000001-20260101.zip and the journal"), news);
            assertTrue(news.contains("50 takes, 1 clip, 50 verdicts"), news);
            assertTrue(news.contains("trash/damaged-"), news);
        }
        assertEquals(1, files("trash", "damaged-").size());
    }

    @Test
    void aBackupThatCannotBeReadIsPassedOverForTheOneBefore() throws IOException {
        record(0, 10, true);
        record(10, 20, true);
        Files.writeString(root.resolve("backups/backup-000002-20260101.zip"), "no zip");
        Damage.EMPTIED.on(root.resolve("project.mv.db"));
        everythingIsThere(20);
    }

    @Test
    void aBackupIsMadeOnlyWhereSomethingChangedAndSevenAreKept() throws IOException {
        for (int day = 0; day < 10; day++) {
            record(day, day + 1, true);
            try (ProjectFolder project = open()) {
                project.upkeep(() -> now).backUpChanges();
            }
        }
        assertEquals(7, files("backups", "backup-").size());
        assertTrue(Files.exists(root.resolve("backups/backup-000010-20260101.zip")));
        assertEquals(List.of(), files("backups", "trial"));
    }

    @Test
    void aDayLaterABackupIsDueAndAClockThatJumpsADayEitherWayDoesNoHarm() throws IOException {
        SealKey key = SealKey.in(folder.resolve("config"));
        for (Duration jump : List.of(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(-2), Duration.ofDays(3))) {
            now = now.plus(jump).plusSeconds(1);
            try (ProjectFolder project = open()) {
                int take = files("backups", "backup-").size();
                project.verdicts().record(Samples.verdict(take, Ruling.APPROVED, now));
                project.upkeep(() -> now).daily(key);
                project.upkeep(() -> now).daily(key);
                assertEquals(take + 1, files("backups", "backup-").size(), jump.toString());
                assertEquals(List.of(), project.check());
            }
        }
        Damage.EMPTIED.on(root.resolve("project.mv.db"));
        try (ProjectFolder project = open()) {
            assertEquals(4, project.verdicts().all().size());
            assertTrue(project.news().getFirst().contains("backup-000004"), "the newest by number: " + project.news());
        }
    }

    @Test
    void aBackupThatCouldNotBeMadeIsMadeAtTheNextExitThoughNothingHasChangedSince() throws IOException {
        record(0, 5, false);
        Path inTheWay = Files.createDirectories(root.resolve("backups/backup.part/full"));
        try (ProjectFolder project = open()) {
            project.upkeep(() -> now).backUpChanges();
        }
        assertEquals(List.of(), files("backups", "backup-0"));
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        try (ProjectFolder project = open()) {
            project.upkeep(() -> now).backUpChanges();
        }
        assertEquals(1, files("backups", "backup-0").size());
    }

    @Test
    void aProjectThatIsClosedWhileItIsBackedUpWaitsForTheBackupAndBothAreWhole() throws Exception {
        SealKey key = SealKey.in(folder.resolve("config"));
        CountDownLatch copied = new CountDownLatch(1);
        CountDownLatch named = new CountDownLatch(1);
        record(0, 5, false);
        ProjectFolder project = open();
        Upkeep upkeep = project.upkeep(() -> {
            if (files("backups", "backup.part").isEmpty()) {
                return now;
            }
            copied.countDown();
            awaited(named);
            return now;
        });
        Thread daily = Thread.ofPlatform().start(() -> upkeep.daily(key));
        copied.await();
        Thread closing = Thread.ofPlatform().start(() -> {
            upkeep.backUpChanges();
            project.close();
        });
        while (closing.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        named.countDown();
        daily.join();
        closing.join();
        assertEquals(1, files("backups", "backup-0").size(), "nothing had changed since the one that was under way");
        everythingIsThere(5);
        Damage.EMPTIED.on(root.resolve("project.mv.db"));
        everythingIsThere(5);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void halfALineAtTheEndOfTheJournalIsCutOffAndThePersonIsTold() throws IOException {
        record(0, 3, false);
        Path journal = root.resolve("journal/000.jsonl");
        byte[] whole = Files.readAllBytes(journal);
        Files.writeString(journal, "{\"seq\":99,\"fa", java.nio.file.StandardOpenOption.APPEND);
        try (ProjectFolder project = open()) {
            assertTrue(project.news()
                    .getFirst()
                    .startsWith(
                            "The journal ended in the middle of a line, as a crash leaves it: the last 13 bytes were cut off."),
                    project.news().toString());
            assertEquals(3, project.verdicts().all().size());
        }
        org.junit.jupiter.api.Assertions.assertArrayEquals(whole, Files.readAllBytes(journal));
        try (ProjectFolder project = open()) {
            assertEquals(List.of(), project.news(), "it is told once");
        }
    }

    @Test
    void aPictureThatIsGoneOrDamagedIsNoticedWhenTheProjectIsOpened() throws IOException {
        Path file;
        try (ProjectFolder project = open();
                ManualEngine desk = new ManualEngine(project.ledger(),
                        Map.of("draw", context -> drawn(project, context)), project.staging())) {
            desk.finish(new RunSpec("film", "film", "{}", List.of(StepSpec.task("a", "draw", "cpu", "{}", List.of()))));
            file = project.vault().files().getFirst();
        }
        byte[] whole = Files.readAllBytes(file);
        assertEquals(List.of(), newsOfOpening());
        Files.writeString(file, "something else");
        assertTrue(
                newsOfOpening().getFirst().startsWith("Of the media files that were looked at, 1 is gone or damaged"));
        Files.delete(file);
        assertTrue(newsOfOpening().getFirst().contains("filmwright project check"));
        Files.write(file, whole);
        assertEquals(List.of(), newsOfOpening());
    }

    private List<String> newsOfOpening() {
        try (ProjectFolder project = open()) {
            return project.news();
        }
    }

    private static StepResult drawn(ProjectFolder project, StepContext context) {
        try {
            Path staged = Files.writeString(context.staging().resolve("x.png"), "a picture");
            return StepResult.done("{}", ManualEngine.value(project.vault().publish(staged, "png")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aKeyIsMadeOnceAndOnlyItsOwnerCanReadIt() throws IOException {
        SealKey key = SealKey.in(folder.resolve("config"));
        assertEquals(key.publicKey(), SealKey.in(folder.resolve("config")).publicKey());
        assertEquals("[OWNER_READ, OWNER_WRITE]",
                new java.util.TreeSet<>(Files.getPosixFilePermissions(folder.resolve("config/seal.key"))).toString());
    }

    @Test
    void aFileThatIsADayOldAndThatNoRowNamesGoesToTheTrash() throws IOException {
        try (ProjectFolder project = open()) {
            Path staged = Files.writeString(project.staging().resolve("x.png"), "lone");
            ManualEngine.value(project.vault().publish(staged, "png"));
            InstantSource soon = () -> Instant.now().plus(Duration.ofHours(23));
            project.upkeep(soon).sweep();
            assertEquals(1, project.check().size());
            InstantSource late = () -> Instant.now().plus(Duration.ofHours(25));
            project.upkeep(late).sweep();
            assertEquals(List.of(), project.check());
            assertEquals(1, files("trash", "").size());
        }
    }

    @Test
    void aFileWithoutARowThatIsPublishedAgainIsYoungAgain() throws IOException {
        try (ProjectFolder project = open()) {
            Path first = Files.writeString(project.staging().resolve("x.png"), "lone");
            Path file = project.vault().file(ManualEngine.value(project.vault().publish(first, "png")));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
            Path again = Files.writeString(project.staging().resolve("x.png"), "lone");
            ManualEngine.value(project.vault().publish(again, "png"));
            project.upkeep(InstantSource.system()).sweep();
            assertTrue(Files.isRegularFile(file));
        }
    }
}
