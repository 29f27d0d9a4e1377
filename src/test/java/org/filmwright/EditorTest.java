package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.base.ShotSize;
import org.filmwright.engine.RunId;
import org.filmwright.history.Change;
import org.filmwright.images.BriefPart;
import org.filmwright.production.Makers;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.production.Stale;
import org.filmwright.story.ScriptEdit;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotOverride;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film written in the program: from the first word to stale shots and their refresh, through the real project. */
class EditorTest {
    private static final String SCRIPT = "INT. CELLAR - NIGHT\n\nADA (60s, red shawl) lifts a LANTERN.\n\n"
            + "EXT. FIELD - DAY\n\nAda walks through the grass.\n";

    @TempDir
    private Path folder;

    private static Change.Wrote wrote(int at, String removed, String inserted) {
        return new Change.Wrote(List.of(new ScriptEdit(at, removed, inserted)));
    }

    private static Snapshot until(Project project, Predicate<Snapshot> holds) {
        for (int look = 0; look < 24_000; look++) {
            if (holds.test(project.snapshot())) {
                return project.snapshot();
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("Waited in vain; " + project.snapshot().edits());
    }

    private static int shots(Snapshot now) {
        return now.script().map(script -> script.plan().shots().size()).orElse(0);
    }

    @Test
    void aFilmIsWrittenBrokenDownChangedAndRefreshed() {
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("lamp.filmwright")));
                Project project = wiring.project()) {
            assertTrue(project.editor().write(wrote(0, "", SCRIPT), false) instanceof Outcome.Ok);
            Snapshot written = until(project, now -> shots(now) >= 2);
            assertTrue(project.editor().refresh(1, Makers.AS_BEFORE) instanceof Outcome.Ok<RunId>);
            Snapshot drawn = until(project, now -> now.jobs().running() + now.jobs().waiting() == 0
                    && now.clips().size() >= written.script()
                            .orElseThrow()
                            .plan()
                            .shots()
                            .stream()
                            .filter(shot -> shot.scene() == 1)
                            .count());
            assertEquals(Map.of(), drawn.edits().stale());

            int takes = drawn.takes().values().stream().mapToInt(List::size).sum();
            project.editor().write(wrote(SCRIPT.indexOf("LANTERN"), "LANTERN", "TELEPHONE"), false);
            Snapshot stale = until(project, now -> !now.edits().stale().isEmpty());
            Stale why = stale.edits().stale().values().iterator().next();
            assertEquals(Set.of(BriefPart.CONTENT), why.changed());
            assertTrue(why.pictures());
            assertEquals(takes, stale.takes().values().stream().mapToInt(List::size).sum(), "nothing is lost");
            assertTrue(stale.edits().estimate(stale, stale.script().orElseThrow().plan(), 1).shots() > 0);

            assertTrue(project.editor().undo().isPresent());
            until(project, now -> now.edits().stale().isEmpty());
            assertTrue(project.editor().redo().isPresent());
            until(project, now -> !now.edits().stale().isEmpty());
            project.editor().refresh(1, Makers.AS_BEFORE);
            Snapshot fresh = until(project, now -> now.edits().stale().isEmpty());
            assertTrue(fresh.takes().values().stream().mapToInt(List::size).sum() > takes, "new takes beside the old");
            Snapshot done = until(project, now -> now.jobs().running() + now.jobs().waiting() == 0);
            done.takes()
                    .values()
                    .forEach(ofShot -> assertEquals(IntStream.rangeClosed(1, ofShot.size()).boxed().toList(),
                            ofShot.stream().map(ImageTake::number).toList(), "a number never comes twice"));
        }
    }

    @Test
    void aWishForAShotMakesItStaleAndIsForgottenByUndo() {
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("lamp.filmwright")));
                Project project = wiring.project()) {
            project.editor().write(wrote(0, "", SCRIPT), false);
            Shot shot = until(project, now -> shots(now) >= 2).script().orElseThrow().plan().shots().getFirst();
            ShotSize other = shot.framing().size() == ShotSize.ECU ? ShotSize.MS : ShotSize.ECU;
            project.editor().direct(ShotOverride.none(shot.id()).sized(other));
            assertEquals(other, project.snapshot().script().orElseThrow().plan().shots().getFirst().framing().size());
            assertTrue(project.editor().direct(ShotOverride.none(shot.id()).lasting(1e9)) instanceof Outcome.Failed);
            project.editor().undo();
            assertEquals(shot, project.snapshot().script().orElseThrow().plan().shots().getFirst());
        }
    }

    @Test
    void aTakeInTheTrashIsNoTakeOfItsShotAndTheFilmNeedsOneTakeAShot() {
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("lamp.filmwright")));
                Project project = wiring.project()) {
            project.editor().write(wrote(0, "", SCRIPT), false);
            until(project, now -> shots(now) >= 2);
            project.editor().refresh(1, Makers.AS_BEFORE);
            Snapshot drawn = until(project, now -> !now.clips().isEmpty() && now.jobs().running() == 0
                    && now.jobs().waiting() == 0);
            List<ImageTake> takes = drawn.takes().values().iterator().next();
            ShotId shot = takes.getFirst().shot();
            List<TakeId> ids = takes.stream().map(ImageTake::id).toList();
            assertTrue(project.editor().trash(ids) instanceof Outcome.Ok);
            assertTrue(project.editor().undo().isPresent(), "all of them with one key");
            assertEquals(takes, project.snapshot().takesOf(shot));
            assertTrue(project.editor().redo().isPresent());
            assertEquals(List.of(), project.snapshot().takesOf(shot));
            assertEquals(takes.size(), project.snapshot().edits().trash().size());
            assertTrue(project.editor().restore(ids.subList(0, 1)) instanceof Outcome.Ok);
            assertEquals(List.of(takes.getFirst()), project.snapshot().takesOf(shot));
            assertTrue(project.editor().undo().isPresent(), "undo puts it into the trash again");
            assertEquals(List.of(), project.snapshot().takesOf(shot));
            project.editor().refresh(1, Makers.AS_BEFORE);
            until(project, now -> now.takesOf(shot).equals(takes));
            assertTrue(project.editor().trash(List.of(ids.getFirst(), new TakeId("nobody"))) instanceof Outcome.Failed);
        }
    }

    @Test
    void anEditForAnotherTextIsRefusedAndNothingIsLost() {
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("lamp.filmwright")));
                Project project = wiring.project()) {
            project.editor().write(wrote(0, "", SCRIPT), false);
            assertTrue(project.editor().write(wrote(3, "zzz", ""), false) instanceof Outcome.Failed);
            assertEquals(SCRIPT, project.snapshot().script().orElseThrow().text());
            assertFalse(project.editor().undo().isEmpty());
            assertEquals("", project.snapshot().script().orElseThrow().text());
        }
    }
}
