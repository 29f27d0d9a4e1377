package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.filmwright.history.Change;
import org.filmwright.history.History;
import org.filmwright.story.ScriptEdit;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.CutEdit;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people change by hand can be taken back and done again, also tomorrow, also after the power went. */
class HistoryTest {
    private static final long SEED = Long.getLong("filmwright.seed", 7);

    @TempDir
    private Path folder;

    @Test
    void takingEverythingBackGivesTheStartAndDoingItAgainTheEndAlsoOverARestart() {
        SplittableRandom random = new SplittableRandom(SEED);
        try (WrittenFilm film = new WrittenFilm(folder)) {
            List<WrittenFilm.State> states = new ArrayList<>(List.of(film.state()));
            for (int i = 0; i < 300; i++) {
                film.project().history().make(film.change(random), false, Samples.NOON);
                states.add(film.state());
                if (i == 150) {
                    film.reopen();
                    assertEquals(states.getLast(), film.state());
                }
            }
            film.reopen();
            for (int back = 1; back <= History.DEPTH; back++) {
                assertTrue(film.project().history().takeBack().isPresent());
                assertEquals(states.get(300 - back), film.state(), "seed " + SEED + ", step " + back);
            }
            assertEquals(Optional.empty(), film.project().history().takeBack());
            film.reopen();
            for (int again = 0; film.project().history().doAgain().isPresent(); again++) {
                assertEquals(states.get(300 - History.DEPTH + again + 1), film.state(), "seed " + SEED);
            }
            assertEquals(states.getLast(), film.state());
            assertEquals(List.of(), film.project().check());
        }
    }

    @Test
    void aNewChangeForgetsWhatWasTakenBack() {
        try (WrittenFilm film = new WrittenFilm(folder)) {
            History history = film.project().history();
            history.make(wrote(0, "A"), false, Samples.NOON);
            history.takeBack();
            assertEquals(Optional.of(wrote(0, "A")), history.next());
            history.make(wrote(0, "B"), false, Samples.NOON);
            assertEquals(Optional.empty(), history.next());
            assertEquals(Optional.of(wrote(0, "B")), history.last());
        }
    }

    @Test
    void lettersThatFollowEachOtherAreOneStep() {
        try (WrittenFilm film = new WrittenFilm(folder)) {
            String before = film.state().text();
            History history = film.project().history();
            history.make(wrote(3, "F"), false, Samples.NOON);
            history.make(wrote(4, "o"), true, Samples.NOON);
            history.make(wrote(5, "g"), true, Samples.NOON);
            film.reopen();
            assertEquals(Optional.of(wrote(3, "Fog")), film.project().history().last());
            film.project().history().takeBack();
            assertEquals(before, film.state().text());
        }
    }

    @Test
    void anEditOfACutThatWasAssembledAnewLeavesTheHistoryAndUndoGoesOnBeforeIt() {
        try (WrittenFilm film = new WrittenFilm(folder)) {
            History history = film.project().history();
            history.make(wrote(3, "F"), false, Samples.NOON);
            Cut first = film.project().cuts().current().orElseThrow();
            history.make(inserted(first, 40), false, Samples.NOON);
            Cut anew = cut(first, List.of(new Item.Gap(7)));
            film.project().cuts().save(anew);
            assertEquals(Optional.of(wrote(3, "F")), history.last());
            film.reopen();
            assertEquals(Optional.of(wrote(3, "F").inverse()), film.project().history().takeBack());
            assertEquals(Optional.of(anew), film.project().cuts().current(), "the new cut stays as it was");
        }
    }

    @Test
    void anEditThatTheNewCutStillHoldsCanBeTakenBackFromIt() {
        try (WrittenFilm film = new WrittenFilm(folder)) {
            History history = film.project().history();
            Cut first = film.project().cuts().current().orElseThrow();
            history.make(inserted(first, 40), false, Samples.NOON);
            Cut edited = film.project().cuts().current().orElseThrow();
            List<Item> longer = new ArrayList<>(edited.items());
            longer.add(new Item.Gap(9));
            film.project().cuts().save(cut(edited, longer));
            assertTrue(history.takeBack().isPresent());
            assertEquals(first.items().size() + 1, film.project().cuts().current().orElseThrow().items().size());
        }
    }

    @Test
    void aCutThatWasEditedIsKnownUntilTheEditIsTakenBack() {
        try (WrittenFilm film = new WrittenFilm(folder)) {
            Cut first = film.project().cuts().current().orElseThrow();
            film.project().cuts().save(first);
            assertEquals(Optional.empty(), film.project().cuts().edited());
            film.project().history().make(inserted(first, 40), false, Samples.NOON);
            film.reopen();
            Cut edited = film.project().cuts().current().orElseThrow();
            assertEquals(Optional.of(edited), film.project().cuts().edited());
            assertEquals(Optional.of(first), film.project().cuts().assembled());
            film.project().cuts().save(edited, cut(first, List.of(new Item.Gap(7))));
            film.reopen();
            assertEquals(Optional.of(edited), film.project().cuts().edited(), "still, when it was assembled anew");
            film.project().cuts().save(first);
            assertEquals(Optional.empty(), film.project().cuts().edited());
        }
    }

    private static Change.Recut inserted(Cut before, int frames) {
        List<Item> items = new ArrayList<>(before.items());
        items.add(1, new Item.Gap(frames));
        return new Change.Recut(CutEdit.between(before, cut(before, items)).orElseThrow(), Deed.INSERT);
    }

    private static Cut cut(Cut like, List<Item> items) {
        return new Cut(like.title(), like.rate(), like.size(), items, List.of(), List.of());
    }

    @Test
    void anAcknowledgedChangeSurvivesKillNine() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        Path film = folder.resolve("film");
        new WrittenFilm(film).close();
        for (int kill = 0; kill < Integer.getInteger("filmwright.kills", 4); kill++) {
            long seed = random.nextLong();
            int told = 1 + random.nextInt(40);
            Path twin = folder.resolve("twin-" + kill);
            copy(film, twin);
            killAfter(film, told, seed);
            try (WrittenFilm killed = new WrittenFilm(film)) {
                assertEquals(List.of(), killed.project().check(), "seed " + SEED);
                assertTrue(wasReached(twin, killed.state(), told, seed), "seed " + SEED + ", kill " + kill);
            }
        }
    }

    /** Whether somebody who does the same comes to that state when they have done as much as was told, or more. */
    private static boolean wasReached(Path twin, WrittenFilm.State state, int told, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        try (WrittenFilm film = new WrittenFilm(twin)) {
            for (int i = 1; i < told + 500; i++) {
                film.something(random);
                if (i >= told && film.state().equals(state)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    private static void killAfter(Path film, int changes, long seed) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), WrittenFilm.class.getName(),
                film.toString(), Long.toString(seed)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader words = child.inputReader()) {
            for (int change = 0; change < changes; change++) {
                assertNotNull(words.readLine(), "The child ended by itself");
            }
            child.destroyForcibly().waitFor();
        }
    }

    private static Change.Wrote wrote(int at, String words) {
        return new Change.Wrote(List.of(new ScriptEdit(at, "", words)));
    }
}
