package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;
import org.filmwright.story.Shot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read again after a change, and what is not. */
class SnapshotsTest {
    @TempDir
    Path folder;
    private Wiring wiring;
    private Project project;

    @BeforeEach
    void open() throws Exception {
        Path film = folder.resolve("film.filmwright");
        wiring = CommandFailed.orFail(Wiring.openOrCreate(film));
        new GallerySeed(folder.resolve("looks"), 1).fill(wiring.records(), film, 40);
        project = wiring.project();
    }

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void aVerdictLeavesTheTakesAsTheyWere() {
        Snapshot before = project.snapshot();
        TakeId first = take(before, 0, 0).id();
        project.rule(first, Ruling.REJECTED, "too dark");
        Snapshot after = project.snapshot();
        assertEquals(Ruling.REJECTED, after.rulingOf(first));
        assertSame(before.takes(), after.takes());
    }

    @Test
    void aTakeInTheTrashIsNotAmongTheTakesUntilItComesBack() {
        ImageTake first = take(project.snapshot(), 0, 0);
        project.editor().trash(List.of(first.id()));
        assertEquals(List.of(2, 3, 4), numbers(first.shot()));
        project.editor().restore(List.of(first.id()));
        assertEquals(List.of(1, 2, 3, 4), numbers(first.shot()));
    }

    @Test
    void aShotIsCircledWhileAnApprovedTakeOfItIsThere() {
        ImageTake first = take(project.snapshot(), 0, 0);
        ImageTake other = take(project.snapshot(), 3, 1);
        project.rule(first.id(), Ruling.APPROVED, "");
        project.rule(other.id(), Ruling.REJECTED, "");
        assertEquals(Set.of(first.shot()), project.snapshot().circled());
        assertEquals(Optional.of(first), project.snapshot().poster());
        project.editor().trash(List.of(first.id()));
        assertEquals(Set.of(), project.snapshot().circled());
        assertEquals(Optional.of(take(project.snapshot(), 0, 0)), project.snapshot().poster());
    }

    @Test
    void whoeverAsksAtOnceIsToldTheSame() {
        project.rule(take(project.snapshot(), 1, 2).id(), Ruling.APPROVED, "");
        List<CompletableFuture<Snapshot>> asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(project::snapshot))
                .toList();
        asked.stream().map(CompletableFuture::join).forEach(each -> assertSame(project.snapshot(), each));
    }

    private ImageTake take(Snapshot now, int shot, int place) {
        Shot wanted = now.script().orElseThrow().plan().shots().get(shot);
        return now.takesOf(wanted.id()).get(place);
    }

    private List<Integer> numbers(ShotId shot) {
        return project.snapshot().takesOf(shot).stream().map(ImageTake::number).toList();
    }
}
