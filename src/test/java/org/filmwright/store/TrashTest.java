package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.MediaRef;
import org.filmwright.base.TakeId;
import org.filmwright.engine.ManualEngine;
import org.filmwright.history.Change;
import org.filmwright.images.Freed;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the trash can come back for 30 days; then its picture is gone, and nothing else is. */
class TrashTest {
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    private Path folder;

    private ProjectFolder open() {
        return ManualEngine.value(ProjectFolder.openOrCreate(folder, Clock.systemUTC()));
    }

    @Test
    void aTakeInTheTrashIsThereUntilItsThirtyDaysAreOver() throws IOException {
        try (ProjectFolder project = open()) {
            ImageTake take = drawn(project, 1, "sea");
            put(project, take, Samples.NOON);
            sweep(project, Samples.NOON.plus(MONTH));
            assertEquals(Map.of(take.id(), Samples.NOON), project.takes().trash().since());
            assertTrue(Files.exists(project.vault().file(take.media())));
            assertTrue(project.history().takeBack().isPresent());
            sweep(project, Samples.NOON.plus(MONTH).plusSeconds(1));
            assertEquals(Trash.EMPTY, project.takes().trash());
            assertTrue(Files.exists(project.vault().file(take.media())), "what was taken out is not deleted");
        }
    }

    @Test
    void afterThirtyDaysThePictureIsGoneAndNoUndoBringsTheTakeBack() throws IOException {
        ImageTake take;
        try (ProjectFolder project = open()) {
            take = drawn(project, 1, "sea");
            put(project, take, Samples.NOON);
        }
        try (ProjectFolder project = open()) {
            sweep(project, Samples.NOON.plus(MONTH).plusSeconds(1));
            assertFalse(Files.exists(project.vault().file(take.media())));
            assertEquals(new Trash(Map.of(), Set.of(take.id())), project.takes().trash());
            assertEquals(List.of(), project.check(), "a file that was thrown away is not missing");
            project.history().takeBack();
            assertEquals(Set.of(take.id()), project.takes().trash().gone());
        }
    }

    @Test
    void aDatabaseThatWasSetAsideAsDamagedStaysWhenTheTrashIsEmptiedByHand() throws IOException {
        try (ProjectFolder project = open()) {
            Path original = folder.resolve("trash").resolve(DatabaseFile.DAMAGED + "1.mv.db");
            Files.createDirectories(original.getParent());
            Files.writeString(original, "months of work");
            Instant now = Files.getLastModifiedTime(original).toInstant().plusSeconds(1);
            assertEquals(Freed.NOTHING, ManualEngine.value(project.emptyTrash(now)));
            assertTrue(Files.exists(original));
            assertEquals(1, ManualEngine.value(project.emptyTrash(now.plus(MONTH))).files());
        }
    }

    @Test
    void emptiedByHandTheTrashTakesNothingElseAlong() throws IOException {
        try (ProjectFolder project = open()) {
            ImageTake thrown = drawn(project, 1, "sea");
            ImageTake kept = drawn(project, 2, "sky");
            put(project, thrown, Samples.NOON);
            assertEquals(new Freed(1, 3), project.inTheTrash(Samples.NOON.plusSeconds(1)));
            assertEquals(new Freed(1, 3), ManualEngine.value(project.emptyTrash(Samples.NOON.plusSeconds(1))));
            assertFalse(Files.exists(project.vault().file(thrown.media())));
            assertTrue(Files.exists(project.vault().file(kept.media())));
            assertEquals(Set.of(thrown.id()), project.takes().trash().gone());
            assertEquals(List.of(), project.check());
            assertEquals(Freed.NOTHING, ManualEngine.value(project.emptyTrash(Samples.NOON.plusSeconds(2))));
        }
    }

    @Test
    void whatWentToTheTrashAfterAPersonWasAskedStaysThere() throws IOException {
        try (ProjectFolder project = open()) {
            ImageTake before = drawn(project, 1, "sea");
            ImageTake after = drawn(project, 2, "sky");
            put(project, before, Samples.NOON);
            put(project, after, Samples.NOON.plusSeconds(2));
            assertEquals(new Freed(1, 3), ManualEngine.value(project.emptyTrash(Samples.NOON.plusSeconds(1))));
            assertEquals(Map.of(after.id(), Samples.NOON.plusSeconds(2)), project.takes().trash().since());
            assertTrue(Files.exists(project.vault().file(after.media())));
        }
    }

    @Test
    void aPictureThatIsGoneLeavesNoSmallerCopyBehind() throws IOException {
        try (ProjectFolder project = open()) {
            ImageTake take = drawn(project, 1, "sea");
            Path copy = folder.resolve("cache").resolve("previews").resolve(take.media().digest().hex() + ".jpg");
            Path other = copy.resolveSibling("other.jpg");
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, "small");
            Files.writeString(other, "small");
            put(project, take, Samples.NOON);
            ManualEngine.value(project.emptyTrash(Samples.NOON.plusSeconds(1)));
            assertFalse(Files.exists(copy));
            assertTrue(Files.exists(other));
        }
    }

    @Test
    void whatWasOnlyAboutTakesThatAreGoneLeavesTheHistory() throws IOException {
        ImageTake thrown;
        Change last;
        try (ProjectFolder project = open()) {
            thrown = drawn(project, 1, "sea");
            ImageTake kept = drawn(project, 2, "sky");
            Change both = Change.TrashedTogether.of(List.of(to(thrown, Samples.NOON), to(kept, Samples.NOON)));
            project.history().make(both, false, Samples.NOON);
            project.history().make(from(kept, Samples.NOON), false, Samples.NOON);
            put(project, thrown, Samples.NOON);
            ManualEngine.value(project.emptyTrash(Samples.NOON.plusSeconds(1)));
            assertEquals(Optional.of(from(kept, Samples.NOON)), project.history().last());
            project.history().takeBack();
            last = project.history().last().orElseThrow();
            assertEquals(to(kept, Samples.NOON), last);
        }
        try (ProjectFolder project = open()) {
            assertEquals(Optional.of(last), project.history().last());
            project.history().takeBack();
            assertEquals(Optional.empty(), project.history().last());
            assertEquals(new Trash(Map.of(), Set.of(thrown.id())), project.takes().trash());
        }
    }

    @Test
    void aPictureThatAnotherTakeShowsStays() throws IOException {
        try (ProjectFolder project = open()) {
            ImageTake take = drawn(project, 1, "sea");
            drawn(project, 2, "sea");
            put(project, take, Samples.NOON);
            sweep(project, Samples.NOON.plus(MONTH).plusSeconds(1));
            assertTrue(Files.exists(project.vault().file(take.media())));
            assertEquals(List.of(), project.check());
        }
    }

    @Test
    void aTakeThatIsDrawnAgainIsThereAgain() throws IOException {
        try (ProjectFolder project = open()) {
            ImageTake take = drawn(project, 1, "sea");
            put(project, take, Samples.NOON);
            sweep(project, Samples.NOON.plus(MONTH).plusSeconds(1));
            drawn(project, 1, "sea");
            project.takes().redrawn(take.id());
            assertEquals(Trash.EMPTY, project.takes().trash());
            assertEquals(List.of(), project.check());
        }
    }

    @Test
    void aStrayFileIsDeletedThirtyDaysAfterItWentToTheTrashNotAfterItWasMade() throws IOException {
        try (ProjectFolder project = open()) {
            Path file = project.vault().file(published(project, "lone"));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(400))));
            project.upkeep(Clock.systemUTC()).sweep();
            Path trashed = folder.resolve("trash").resolve(file.getFileName());
            assertTrue(Files.exists(trashed));
            sweep(project, Instant.now().plus(Duration.ofDays(29)));
            assertTrue(Files.exists(trashed));
            sweep(project, Instant.now().plus(Duration.ofDays(31)));
            assertFalse(Files.exists(trashed));
        }
    }

    private static ImageTake drawn(ProjectFolder project, int number, String content) throws IOException {
        ImageTake like = Samples.take(number);
        ImageTake take = new ImageTake(new TakeId("take-" + number), like.shot(), number, published(project, content),
                like.brief(), like.origin(), like.subject());
        project.takes().add(take);
        return take;
    }

    private static MediaRef published(ProjectFolder project, String content) throws IOException {
        Path staged = Files.writeString(project.staging().resolve("x.png"), content);
        return ManualEngine.value(project.vault().publish(staged, "png"));
    }

    private static Change.Trashed to(ImageTake take, Instant since) {
        return new Change.Trashed(take.id(), take.shot(), Optional.of(since), Optional.empty());
    }

    private static Change.Trashed from(ImageTake take, Instant since) {
        return to(take, since).inverse();
    }

    private static void put(ProjectFolder project, ImageTake take, Instant since) {
        project.history()
                .make(new Change.Trashed(take.id(), take.shot(), Optional.of(since), Optional.empty()), false, since);
    }

    private static void sweep(ProjectFolder project, Instant now) {
        project.upkeep(() -> now).sweep();
    }
}
