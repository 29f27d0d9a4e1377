package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scripts;
import org.filmwright.ui.Fx;
import org.filmwright.ui.Hands;
import org.filmwright.ui.LogTrouble;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day at the studio without a mouse, on the real project and engine: from the script to another film. */
class KeyboardSessionTest {
    private static final String SCRIPT = "INT. CELLAR - NIGHT\n\nADA (60s, red shawl) lifts a LANTERN.\n\n"
            + "EXT. FIELD - DAY\n\nAda walks through the grass.\n";
    private static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
    private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;

    @TempDir
    private Path folder;
    private TestStudio studio;
    private Hands hands;

    @Test
    void aLineIsChangedRegeneratedApprovedAndPlayedByKeysAlone() throws IOException {
        Path script = Files.writeString(folder.resolve("lamp.fountain"), SCRIPT);
        Path first = folder.resolve("lamp.mp4");
        assertEquals(0, CommandLineRun.of("make", script, "--out", first, "--size", "160x90", "--takes", "2")
                .exitCode());
        Fx.run(() -> {});
        try (LogTrouble log = new LogTrouble(); TestStudio opened = TestStudio.on(new StudioDesk())) {
            studio = opened;
            hands = new Hands(studio.window().scene());
            open();
            int takes = takes(now());
            changeTheLine();
            until("shots are stale", snapshot -> !snapshot.edits().stale().isEmpty());
            assertEquals(takes, takes(now()), "nothing is lost");
            pressUntil(() -> text(now()).equals(SCRIPT), KeyCode.Z, CTRL);
            until("undo brings the line back", snapshot -> text(snapshot).equals(SCRIPT)
                    && snapshot.edits().stale().isEmpty());
            pressUntil(() -> text(now()).contains("a TELEPHONE."), KeyCode.Z, CTRL, SHIFT);
            until("redo changes it again", snapshot -> text(snapshot).contains("a TELEPHONE.")
                    && !snapshot.edits().stale().isEmpty());
            press(KeyCode.ENTER, CTRL);
            until("the scene is fresh", snapshot -> snapshot.edits().stale().isEmpty() && takes(snapshot) > takes
                    && snapshot.jobs().running() + snapshot.jobs().waiting() == 0);
            approve();
            makeTheFilmAndPlayIt();
            assertEquals(List.of(), log.heard());
        }
    }

    private void open() {
        studio.script().chosen = Optional.of(folder.resolve("lamp.filmwright"));
        press(KeyCode.O, CTRL);
        until("the project is open", snapshot -> snapshot.cut().isPresent());
    }

    private void changeTheLine() {
        press(KeyCode.DIGIT1, CTRL);
        press(KeyCode.F, CTRL);
        hands.type("lantern");
        press(KeyCode.ESCAPE);
        hands.type("TELEPHONE");
    }

    /** The take in the loupe is decided about, taken back, and decided about again. */
    private void approve() {
        press(KeyCode.DIGIT2, CTRL);
        press(KeyCode.CLOSE_BRACKET);
        studio.settle();
        int before = decided(now(), Ruling.REJECTED);
        press(KeyCode.X);
        until("a take is rejected", snapshot -> decided(snapshot, Ruling.REJECTED) == before + 1);
        press(KeyCode.Z, CTRL);
        until("undo forgets it", snapshot -> decided(snapshot, Ruling.REJECTED) == before);
        press(KeyCode.P);
        until("a take is approved by hand", snapshot -> snapshot.verdicts()
                .values()
                .stream()
                .anyMatch(verdict -> verdict.ruling() == Ruling.APPROVED && !verdict.by().equals("best take")));
    }

    private void makeTheFilmAndPlayIt() throws IOException {
        press(KeyCode.DIGIT3, CTRL);
        press(KeyCode.M, CTRL, KeyCombination.SHIFT_DOWN);
        Fx.until("the film is told of", () -> toast().contains(".mp4"));
        String place = toast().replaceFirst("\\.mp4.*", ".mp4");
        Path film = now().folder().resolve(place.substring(place.lastIndexOf(' ') + 1));
        assertTrue(Files.size(film) > 1_000, "found where the studio says: " + film);
        press(KeyCode.SPACE);
        Fx.until("it plays", () -> timecode().compareTo("00:00:00:03") > 0);
        press(KeyCode.SPACE);
        press(KeyCode.HOME);
        Fx.until("from the start", () -> timecode().equals("00:00:00:00"));
    }

    private void press(KeyCode code, Modifier... held) {
        studio.layOut();
        hands.press(new KeyCodeCombination(code, held));
    }

    /** Who types slowly, or on a slow machine, has several steps to undo. */
    private void pressUntil(BooleanSupplier holds, KeyCode code, Modifier... held) {
        for (int letters = 0; letters < 12 && !holds.getAsBoolean(); letters++) {
            press(code, held);
            studio.settle();
        }
    }

    private void until(String what, Predicate<Snapshot> holds) {
        Fx.until(what, () -> Looks.desk(studio.window()).snapshot().get().filter(holds).isPresent());
    }

    private Snapshot now() {
        return Fx.get(() -> Looks.desk(studio.window()).snapshot().get().orElseThrow());
    }

    private static String text(Snapshot snapshot) {
        return snapshot.script().map(Scripts.Script::text).orElse("");
    }

    private static int takes(Snapshot snapshot) {
        return snapshot.takes().values().stream().mapToInt(List::size).sum();
    }

    private static int decided(Snapshot snapshot, Ruling ruling) {
        return (int) snapshot.verdicts().values().stream().map(Verdict::ruling).filter(ruling::equals).count();
    }

    private String toast() {
        Node words = studio.window().scene().lookup(".fw-toast .label");
        return words instanceof Label label ? label.getText() : "";
    }

    private String timecode() {
        return ((Label) studio.window().scene().lookup("#timecode")).getText();
    }
}
