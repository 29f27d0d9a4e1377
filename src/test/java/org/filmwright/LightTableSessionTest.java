package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.images.recipe.Dialect;
import org.filmwright.images.recipe.RecipeAnswer;
import org.filmwright.images.recipe.RecipeReader;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Shot;
import org.filmwright.timeline.Item;
import org.filmwright.ui.Fx;
import org.filmwright.ui.Hands;
import org.filmwright.ui.LogTrouble;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes are judged, compared, noted and drawn again by keys alone, on the real project and engine, and the film follows. */
class LightTableSessionTest {
    private static final String SCRIPT = "INT. CELLAR - NIGHT\n\nADA (60s, red shawl) lifts a LANTERN.\n\n"
            + "EXT. FIELD - DAY\n\nAda walks through the grass.\n\n"
            + "INT. KITCHEN - DAY\n\nAda puts the lantern on the table.\n";
    private static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
    private static final Modifier ALT = KeyCombination.ALT_DOWN;

    @TempDir
    private Path folder;
    private TestStudio studio;
    private Hands hands;

    @Test
    void takesAreJudgedComparedNotedAndDrawnAgainUntilTheFilmShowsIt() throws IOException {
        Path script = Files.writeString(folder.resolve("lamp.fountain"), SCRIPT);
        assertEquals(0, CommandLineRun.of("make", script, "--out", folder.resolve("lamp.mp4"), "--size", "160x90",
                "--takes", "8").exitCode());
        Fx.run(() -> {});
        try (LogTrouble log = new LogTrouble(); TestStudio opened = TestStudio.on(new StudioDesk())) {
            studio = opened;
            hands = new Hands(studio.window().scene());
            open();
            judgeAll();
            compare();
            annotate();
            ask();
            ImageTake drawn = regenerate();
            useIt(drawn);
            assertEquals(List.of(), log.heard());
        }
    }

    private void open() {
        studio.script().chosen = Optional.of(folder.resolve("lamp.filmwright"));
        press(KeyCode.O, CTRL);
        until("the project is open", snapshot -> snapshot.cut().isPresent());
        press(KeyCode.DIGIT2, CTRL);
        press(KeyCode.HOME);
    }

    /** From the first to the last: the third of each shot is the good one, the second is soft. */
    private void judgeAll() {
        List<ImageTake> takes = shots().stream().flatMap(shot -> now().takesOf(shot.id()).stream()).toList();
        assertTrue(takes.size() >= 24, "only " + takes.size());
        takes.forEach(take -> press(KeyCode.OPEN_BRACKET));
        for (ImageTake take : takes) {
            Fx.until("take " + take.number() + " is looked at", () -> looked().equals(Optional.of(take.id())));
            switch (take.number()) {
                case 3 -> press(KeyCode.P, KeyCombination.SHIFT_DOWN);
                case 2 -> {
                    press(KeyCode.X, ALT);
                    press(KeyCode.DIGIT8);
                }
                default -> press(KeyCode.X);
            }
            studio.settle();
            if (looked().equals(Optional.of(take.id()))) {
                press(KeyCode.CLOSE_BRACKET);
            }
        }
        until("all are judged by hand", snapshot -> takes.stream()
                .allMatch(take -> Optional.ofNullable(snapshot.verdicts().get(take.id()))
                        .filter(Verdict::byPerson)
                        .isPresent()));
    }

    /** Side by side, wiped, what differs; the other one is looked at instead. */
    private void compare() {
        press(KeyCode.C);
        Fx.until("two side by side", () -> studio.node("compare").isVisible());
        press(KeyCode.C, ALT);
        press(KeyCode.C, ALT);
        press(KeyCode.ESCAPE);
        Fx.until("one again", () -> !studio.node("compare").isVisible());
    }

    /** Drawn by keys. */
    private void annotate() {
        TakeId take = looked().orElseThrow();
        press(KeyCode.D);
        press(KeyCode.RIGHT);
        press(KeyCode.DOWN, KeyCombination.SHIFT_DOWN);
        press(KeyCode.SPACE);
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        press(KeyCode.SPACE);
        press(KeyCode.ENTER);
        until("it is noted", snapshot -> snapshot.edits().notes().of(take).size() == 1);
        assertFalse(now().edits().notes().of(take).getFirst().drawing().strokes().isEmpty());
    }

    private void ask() {
        TakeId take = looked().orElseThrow();
        press(KeyCode.N);
        hands.type("More rain");
        press(KeyCode.ENTER);
        until("changes are asked for", snapshot -> snapshot.rulingOf(take) == Ruling.CHANGES
                && snapshot.verdicts().get(take).reason().equals("More rain"));
    }

    /** One more of the shot, and two by words that answer why a take was rejected. */
    private ImageTake regenerate() {
        TakeId judged = looked().orElseThrow();
        Shot shot = shots().stream()
                .filter(each -> now().takesOf(each.id()).stream().anyMatch(take -> take.id().equals(judged)))
                .findFirst()
                .orElseThrow();
        int before = now().takesOf(shot.id()).size();
        press(KeyCode.ENTER, KeyCombination.SHIFT_DOWN);
        until("one by other words", snapshot -> snapshot.takesOf(shot.id()).size() == before + 1);
        press(KeyCode.R, ALT);
        press(KeyCode.DIGIT2);
        until("two more", snapshot -> snapshot.takesOf(shot.id()).size() == before + 3
                && snapshot.jobs().running() + snapshot.jobs().waiting() == 0);
        ImageTake newest = now().takesOf(shot.id()).getLast();
        assertEquals(1, now().edits().notes().carriedTo(newest.id()).size(), "what was drawn is still open");
        RecipeAnswer.Found told = (RecipeAnswer.Found) RecipeReader.of(project().file(newest.media()));
        assertEquals(Dialect.FILMWRIGHT, told.recipe().dialect());
        assertTrue(told.recipe().prompt().endsWith("In sharp focus on the subject."), told.recipe().prompt());
        assertEquals("blur, soft focus", told.recipe().negative());
        return newest;
    }

    private void useIt(ImageTake newest) {
        for (int i = 0; i < now().takesOf(newest.shot()).size() && !looked().equals(Optional.of(newest.id())); i++) {
            press(KeyCode.CLOSE_BRACKET);
        }
        assertEquals(Optional.of(newest.id()), looked());
        press(KeyCode.H);
        until("it is used", snapshot -> snapshot.rulingOf(newest.id()) == Ruling.APPROVED);
        press(KeyCode.M, CTRL, KeyCombination.SHIFT_DOWN);
        until("the film shows it", snapshot -> Optional.ofNullable(snapshot.clips().get(newest.shot()))
                .filter(clip -> clip.image().equals(newest.id()))
                .filter(clip -> snapshot.cut()
                        .orElseThrow()
                        .items()
                        .stream()
                        .anyMatch(item -> item instanceof Item.Clip shown && shown.media().equals(clip.media())))
                .isPresent());
    }

    private List<Shot> shots() {
        return now().script().orElseThrow().plan().shots();
    }

    private Optional<TakeId> looked() {
        return Fx.get(() -> Optional.ofNullable((TakeId) studio.window().scene().lookup("#loupe").getUserData()));
    }

    private Project project() {
        return Fx.get(() -> desk().project().get().orElseThrow());
    }

    private Desk desk() {
        return Looks.desk(studio.window());
    }

    private void press(KeyCode code, Modifier... held) {
        studio.layOut();
        hands.press(new KeyCodeCombination(code, held));
    }

    private void until(String what, Predicate<Snapshot> holds) {
        Fx.until(what, () -> desk().snapshot().get().filter(holds).isPresent());
    }

    private Snapshot now() {
        return Fx.get(() -> desk().snapshot().get().orElseThrow());
    }
}
