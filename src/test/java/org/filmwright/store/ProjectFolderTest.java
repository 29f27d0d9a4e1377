package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.ClipId;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.TakeId;
import org.filmwright.clips.ClipTake;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.review.Ruling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project folder through opening, crashes, damage and repair. */
class ProjectFolderTest {
    @TempDir
    private Path folder;
    private Path root;

    @BeforeEach
    void name() {
        root = folder.resolve("My Film.filmwright");
    }

    private ProjectFolder open() {
        return ManualEngine.value(ProjectFolder.openOrCreate(root, InstantSource.system()));
    }

    private Failure refusal() {
        return ManualEngine.failure(ProjectFolder.openOrCreate(root, InstantSource.system()));
    }

    private List<Path> filesIn(String name) throws IOException {
        try (Stream<Path> all = Files.list(root.resolve(name))) {
            return all.sorted().toList();
        }
    }

    private MediaRef publish(ProjectFolder project, String content) throws IOException {
        Path staged = Files.writeString(project.staging().resolve("x.png"), content);
        return ManualEngine.value(project.vault().publish(staged, "png"));
    }

    @Test
    void aProjectThatAnInterruptedThreadClosesIsClosedProperly() {
        ProjectFolder project = ManualEngine.value(ProjectFolder.openOrCreate(root, InstantSource.system()));
        Thread.currentThread().interrupt();
        project.close();
        assertTrue(Thread.interrupted(), "it stays interrupted");
        try (ProjectFolder again = ManualEngine.value(ProjectFolder.open(root, InstantSource.system()))) {
            assertEquals(Optional.empty(), again.lastWriteBeforeUncleanEnd());
        }
    }

    @Test
    void anotherHolderIsNamedAndNothingIsTouched() {
        try (ProjectFolder project = open()) {
            String what = refusal().what();
            assertTrue(what.contains("process " + ProcessHandle.current().pid()), what);
            project.cuts().save(Samples.cut());
        }
        open().close();
    }

    @Test
    void aFileIsNotAProject() throws IOException {
        Files.writeString(root, "text");
        assertInstanceOf(Failure.Refused.class, refusal());
        assertEquals("text", Files.readString(root));
    }

    @Test
    void openingWhereNoProjectIsMakesNone() {
        assertInstanceOf(Failure.Refused.class,
                ManualEngine.failure(ProjectFolder.open(root, InstantSource.system())));
        assertFalse(Files.exists(root));
    }

    @Test
    void aProjectOfANewerVersionIsRefused() throws SQLException {
        open().close();
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:" + root.resolve("project"))) {
            h2.createStatement().execute("update \"flyway_schema_history\" set \"version\" = '999'");
        }
        assertTrue(refusal().what().contains("newer version"));
        assertTrue(refusal().what().contains("newer version"), "a refusal lets go of the lock");
    }

    @Test
    void somethingElseThanADatabaseIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(root);
        Files.write(root.resolve("project.mv.db"), new byte[9000]);
        assertTrue(refusal().what().contains("no journal and no backup"), refusal().what());
        assertEquals(9000, Files.size(root.resolve("project.mv.db")));
    }

    @Test
    void afterAProcessDiedACopyOfTheDatabaseIsKeptAndOnlyTheNewestThree() throws IOException {
        open().close();
        assertEquals(List.of(), filesIn("backups"));
        for (int crash = 0; crash < 5; crash++) {
            Files.writeString(root.resolve("project.lock"), "4711");
            int millis = crash;
            ManualEngine.value(ProjectFolder.open(root, () -> Samples.NOON.plusMillis(millis))).close();
        }
        assertEquals(3, filesIn("backups").size());
    }

    @Test
    void factsThatTheDatabaseLostComeBackFromTheJournal() throws IOException {
        open().close();
        Path old = Files.copy(root.resolve("project.mv.db"), folder.resolve("old.mv.db"));
        RunSpec spec = new RunSpec("make", "k", "{}", List.of(StepSpec.task("a", "w", "cpu", "{}", List.of())));
        try (ProjectFolder project = open()) {
            project.scripts().save(Samples.script());
            project.verdicts().record(Samples.verdict(1, Ruling.APPROVED, Samples.NOON));
            start(project, spec);
        }
        Files.copy(old, root.resolve("project.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (ProjectFolder project = open()) {
            assertEquals(Optional.of(Samples.script()), project.scripts().current());
            assertEquals(Optional.of(Samples.verdict(1, Ruling.APPROVED, Samples.NOON)),
                    project.verdicts().latest(new TakeId("take-1")));
            assertEquals(1, project.ledger().view().steps(spec.id()).size());
            assertEquals(List.of(), project.check());
        }
    }

    private static Run start(ProjectFolder project, RunSpec spec) {
        try (ManualEngine desk = new ManualEngine(project.ledger(), Map.of("w", context -> StepResult.done("{}")),
                project.staging())) {
            return desk.start(spec);
        }
    }

    @Test
    void aTornLastLineOfTheJournalIsCutOff() throws IOException {
        try (ProjectFolder project = open()) {
            project.verdicts().record(Samples.verdict(1, Ruling.APPROVED, Samples.NOON));
        }
        Path journal = root.resolve("journal/000.jsonl");
        String whole = Files.readString(journal);
        for (String torn : List.of("{\"seq\":2,\"fa", whole.substring(0, whole.length() - 1), "\n", "{}\n")) {
            Files.writeString(journal, whole + torn);
            try (ProjectFolder project = open()) {
                assertEquals(1, project.verdicts().all().size());
            }
            assertEquals(whole, Files.readString(journal));
        }
    }

    @Test
    void aJournalThatWasChangedBeforeItsEndIsRefusedAndKept() throws IOException {
        try (ProjectFolder project = open()) {
            project.verdicts().record(Samples.verdict(1, Ruling.APPROVED, Samples.NOON));
            project.verdicts().record(Samples.verdict(2, Ruling.APPROVED, Samples.NOON));
        }
        Path journal = root.resolve("journal/000.jsonl");
        String edited = Files.readString(journal).replaceFirst("take-1", "take-3");
        Files.writeString(journal, edited);
        assertTrue(refusal().what().contains("000.jsonl, line 1"), refusal().what());
        assertEquals(edited, Files.readString(journal));
    }

    @Test
    void withoutItsJournalAProjectGoesOnAndLosesNoNewFact() throws IOException {
        try (ProjectFolder project = open()) {
            project.verdicts().record(Samples.verdict(1, Ruling.APPROVED, Samples.NOON));
        }
        Files.delete(root.resolve("journal/000.jsonl"));
        open().close();
        Path old = Files.copy(root.resolve("project.mv.db"), folder.resolve("old.mv.db"));
        try (ProjectFolder project = open()) {
            project.verdicts().record(Samples.verdict(2, Ruling.APPROVED, Samples.NOON));
        }
        Files.copy(old, root.resolve("project.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (ProjectFolder project = open()) {
            assertEquals(2, project.verdicts().all().size());
        }
    }

    @Test
    void manyFactsAtOnceAreAllKeptInOneOrder() {
        try (ProjectFolder project = open()) {
            IntStream.range(0, 60)
                    .parallel()
                    .forEach(i -> project.verdicts().record(Samples.verdict(i, Ruling.APPROVED, Samples.NOON)));
        }
        try (ProjectFolder project = open()) {
            assertEquals(60, project.verdicts().all().size());
        }
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheDatabase() {
        try (ProjectFolder project = open()) {
            Thread.currentThread().interrupt();
            project.cuts().save(Samples.cut());
            assertTrue(Thread.interrupted());
            assertEquals(Optional.of(Samples.cut()), project.cuts().current());
        }
    }

    @Test
    void aPublishedFileLiesUnderItsHashAndTheStagedOneIsGone() throws IOException {
        try (ProjectFolder project = open()) {
            MediaRef media = publish(project, "picture");
            assertEquals("picture", Files.readString(root.resolve(media.path())));
            assertEquals(media, publish(project, "picture"));
            assertFalse(Files.exists(project.staging().resolve("x.png")));
        }
    }

    @Test
    void aFileThatCannotBeKeptIsAFailureAndNotAnException() {
        try (ProjectFolder project = open()) {
            Failure failure = ManualEngine.failure(project.vault().publish(root.resolve("missing"), "png"));
            assertInstanceOf(Failure.Exhausted.class, failure);
        }
    }

    @Test
    void whatStepsLeftInTheStagingFolderIsSweptAtTheNextOpening() throws IOException {
        try (ProjectFolder project = open()) {
            Files.writeString(Files.createDirectories(project.staging().resolve("a/1")).resolve("half.png"), "h");
        }
        try (ProjectFolder project = open()) {
            assertEquals(0, project.staging().toFile().list().length);
        }
    }

    @Test
    void theCheckFindsMissingDamagedAndNamelessFiles() throws IOException {
        try (ProjectFolder project = open()) {
            MediaRef good = publish(project, "good");
            MediaRef damaged = publish(project, "damaged");
            MediaRef gone = publish(project, "gone");
            MediaRef nameless = publish(project, "nameless");
            List.of(good, damaged, gone).forEach(media -> project.clips().add(clipOf(media)));
            Files.writeString(root.resolve(damaged.path()), "!", StandardOpenOption.APPEND);
            Files.delete(root.resolve(gone.path()));

            assertEquals(Map.of(damaged.path(), Finding.Kind.DAMAGED_FILE, gone.path(), Finding.Kind.MISSING_FILE,
                    nameless.path(), Finding.Kind.ORPHAN_FILE), kinds(project.check()));
            project.repair();
            assertEquals(Map.of(damaged.path(), Finding.Kind.MISSING_FILE, gone.path(), Finding.Kind.MISSING_FILE),
                    kinds(project.check()));
            assertEquals(2, filesIn("trash").size());
        }
    }

    private static ClipTake clipOf(MediaRef media) {
        return new ClipTake(new ClipId(media.digest().brief()), Samples.SHOT,
                new TakeId("take-1"), media, media.digest(), 1);
    }

    private static Map<String, Finding.Kind> kinds(List<Finding> findings) {
        return findings.stream().collect(Collectors.toMap(Finding::where, Finding::kind));
    }

    @Test
    void theCheckFindsAnEventThatSomebodyChanged() throws SQLException {
        RunSpec spec = new RunSpec("make", "k", "{}", List.of(StepSpec.task("a", "w", "cpu", "{}", List.of())));
        try (ProjectFolder project = open()) {
            start(project, spec);
        }
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:" + root.resolve("project"))) {
            h2.createStatement().execute("update event_log set type = 'step.failed' where seq = 4");
        }
        try (ProjectFolder project = open()) {
            assertEquals(Finding.Kind.EVENT_LOG, project.check().getFirst().kind());
        }
    }

    @Test
    void theVersionOfTheSchemaIsThatOfTheNewestMigration() throws IOException, URISyntaxException {
        Path migrations = Path.of(Schema.class.getResource("/db/migration/V1__project.sql").toURI()).getParent();
        try (Stream<Path> all = Files.list(migrations)) {
            int newest = all.map(file -> file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElseThrow();
            assertEquals(Schema.VERSION, newest);
        }
    }
}
