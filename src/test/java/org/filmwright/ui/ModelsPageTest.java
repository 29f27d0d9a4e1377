package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of models: empty, filled from disk, searched, emptied again. */
class ModelsPageTest {
    private static final Path FOLDER = Path.of("target", "screenshots");
    /** A model of one empty graph: field 7, no bytes. */
    private static final byte[] SMALLEST = {0x3a, 0};

    @TempDir
    private Path disk;

    @Test
    void withoutAModelItSaysSoAndThatTheStoryboardArtistNeedsNone() throws IOException {
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio studio = opened()) {
            assertTrue(texts(studio, ".fw-empty-title").contains("No local models."));
            assertTrue(texts(studio, ".fw-model-row .label").contains("Storyboard artist"));
            StudioSnapshots.write(studio.window(), FOLDER.resolve("models-empty-dark-100.png"));
            assertEquals(List.of(), warnings.heard());
        }
    }

    @Test
    void oneIsImportedFoundAndRemovedAgain() throws IOException {
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio studio = opened()) {
            importOne(studio);
            StudioSnapshots.write(studio.window(), FOLDER.resolve("models-dark-100.png"));
            TextField search = (TextField) studio.node("models-search");
            Fx.run(() -> search.setText("elephant"));
            assertTrue(texts(studio, ".fw-empty-title").contains("No model has that name."));
            Fx.run(() -> search.clear());
            Fx.run(() -> list(studio).getSelectionModel().selectFirst());
            press(studio, "model-verify");
            Fx.until("it is unchanged", () -> texts(studio, ".fw-toast .label").contains(
                    "tiny is unchanged since it was imported."));
            press(studio, "model-take-away");
            press(studio, "model-remove");
            Fx.until("it is gone", () -> list(studio).getItems().isEmpty());
            assertTrue(Files.exists(disk.resolve("tiny").resolve("model.onnx")), "it lay outside, so it stays there");
            assertEquals(List.of(), warnings.heard());
        }
    }

    @Test
    void aLicenceIsShownAndAcceptedOnceWhenAModelComes() throws IOException {
        try (TestStudio studio = opened()) {
            Path tiny = folder("tiny");
            studio.script().chosen = Optional.of(tiny);
            press(studio, "models-import");
            Fx.until("it is asked", () -> studio.seen("licence-accept"));
            assertTrue(((TextArea) studio.node("licence-text")).getText().startsWith("Apache License"));
            StudioSnapshots.write(studio.window(), FOLDER.resolve("models-licence-dark-100.png"));
            studio.press(KeyCode.ESCAPE);
            Fx.until("the question waits in the list", () -> rows(studio).contains("licence to read"));
            studio.press(KeyCode.L);
            Fx.until("it is asked again", () -> studio.seen("licence-accept"));
            press(studio, "licence-accept");
            Fx.until("it is here", () -> texts(studio, ".fw-toast .label").contains(
                    "tiny is imported. Its files were checked."));
            press(studio, "model-draw");
            Fx.until("it draws", () -> ((Button) studio.node("model-draw")).isDisabled());
            assertTrue(Files.readString(shelf(studio).folder().resolve("tiny.model.json")).contains("accepted"));
        }
    }

    @Test
    void aModelWhoseLicenceIsNotTakenDoesNotCome() throws IOException {
        try (TestStudio studio = opened()) {
            studio.script().chosen = Optional.of(folder("tiny"));
            press(studio, "models-import");
            Fx.until("it is asked", () -> studio.seen("licence-no"));
            press(studio, "licence-no");
            Fx.until("nothing came", () -> list(studio).getItems().isEmpty());
            assertEquals(List.of(), shelf(studio).all());
        }
    }

    @Test
    void aLicenceThatChangedIsAskedForBeforeItDraws() throws IOException {
        try (TestStudio studio = opened()) {
            importOne(studio);
            Files.writeString(disk.resolve("tiny/LICENSE"), "Pay for every picture.");
            press(studio, "model-draw");
            Fx.until("it is asked", () -> studio.seen("model-accept"));
            assertEquals("Pay for every picture.", ((TextArea) studio.node("licence-text")).getText());
            press(studio, "model-not-now");
            assertFalse(((Button) studio.node("model-draw")).isDisabled(), "nothing was chosen");
            press(studio, "model-draw");
            Fx.until("it is asked again", () -> studio.seen("model-accept"));
            press(studio, "model-accept");
            Fx.until("it draws", () -> ((Button) studio.node("model-draw")).isDisabled());
        }
    }

    @Test
    void oneIsChosenToDrawTheOpenFilm() throws IOException {
        try (TestStudio studio = opened()) {
            importOne(studio);
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            open(studio);
            Fx.until("it came too late", () -> studio.text("model-draw-why")
                    .startsWith("It came after this project was opened."));
            assertTrue(Fx.get(studio.node("model-draw")::isDisabled));
            Fx.run(() -> studio.window().open(SampleProject.whole().drawnBy("draft", "local:tiny")));
            open(studio);
            Fx.until("it can be chosen", () -> !Fx.get(studio.node("model-draw")::isDisabled));
            draw(studio);
            Fx.until("it is told", () -> texts(studio, ".fw-toast .label").contains(
                    "tiny draws the next pictures of this film."));
            assertEquals("It draws the next pictures.", studio.text("model-draw-why"));
        }
    }

    @Test
    void withoutAFilmOneIsChosenForNewOnes() throws IOException {
        try (TestStudio studio = opened()) {
            importOne(studio);
            draw(studio);
            Fx.until("it is told", () -> texts(studio, ".fw-toast .label").contains("tiny draws the next new film."));
            SampleProject empty = SampleProject.planned().drawable("draft", "local:tiny");
            Fx.run(() -> studio.window().open(empty));
            assertEquals(Optional.of("local:tiny"), Fx.get(() -> Looks.desk(studio.window()).artist().get()));
        }
    }

    @Test
    void whatIsNoModelIsRefusedWithItsRemedy() throws IOException {
        try (TestStudio studio = opened()) {
            studio.script().chosen = Optional.of(Files.createDirectories(disk.resolve("nothing")));
            press(studio, "models-import");
            Fx.until("it is said", () -> texts(studio, ".fw-toast .label").contains(
                    "There is no .onnx file in nothing. Nothing was changed."
                            + " Choose a folder with a model in ONNX format; other formats cannot be used."));
        }
    }

    @Test
    void aListThatCannotBeReadSaysSo() throws IOException {
        Path gone;
        try (FileSystem away = FileSystems.newFileSystem(disk.resolve("gone.zip"), Map.of("create", "true"))) {
            gone = away.getPath("/models");
        }
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio studio = new TestStudio(gone)) {
            open(studio);
            Fx.until("it is said", () -> texts(studio, "#error-panel .label").contains(
                    "The list of models cannot be read. The models themselves were not touched."
                            + " Check the models folder, then try again."));
            assertFalse(studio.seen("models-import"), "nobody says that there are none");
            StudioSnapshots.write(studio.window(), FOLDER.resolve("models-trouble-dark-100.png"));
            assertEquals(List.of(), warnings.heard());
        }
    }

    @Test
    void itIsDrawnLightAndAtTwiceTheSize() throws IOException {
        try (TestStudio studio = new TestStudio(new FrameSize(1920, 1080), Theme.LIGHT, 2)) {
            open(studio);
            importOne(studio);
            StudioSnapshots.write(studio.window(), FOLDER.resolve("models-light-200.png"));
        }
        try (TestStudio studio = new TestStudio(StudioWindow.DESIGN, Theme.LIGHT, 1)) {
            open(studio);
            StudioSnapshots.write(studio.window(), FOLDER.resolve("models-light-100.png"));
        }
    }

    private static void draw(TestStudio studio) {
        press(studio, "model-draw");
    }

    private Path folder(String name) throws IOException {
        Path tiny = Files.createDirectories(disk.resolve(name));
        Files.write(tiny.resolve("model.onnx"), SMALLEST);
        Files.writeString(tiny.resolve("LICENSE"), "Apache License, Version 2.0. You may use it for anything.");
        return tiny;
    }

    private void importOne(TestStudio studio) throws IOException {
        studio.script().chosen = Optional.of(folder("tiny"));
        press(studio, "models-import");
        Fx.until("its licence is asked for", () -> studio.seen("licence-accept"));
        press(studio, "licence-accept");
        Fx.until("its facts show",
                () -> texts(studio, ".fw-card").stream().anyMatch(text -> text.startsWith("Apache")));
    }

    private static ModelShelf shelf(TestStudio studio) {
        return studio.script().models();
    }

    /** What the rows say. */
    private static String rows(TestStudio studio) {
        return studio.said("#models-list .label");
    }

    private static TestStudio opened() {
        TestStudio studio = new TestStudio();
        open(studio);
        return studio;
    }

    private static void open(TestStudio studio) {
        studio.press(KeyCode.DIGIT4, KeyCode.CONTROL);
        studio.layOut();
    }

    private static ListView<?> list(TestStudio studio) {
        return (ListView<?>) studio.window().scene().lookup("#models-list");
    }

    private static void press(TestStudio studio, String id) {
        Button button = (Button) studio.node(id);
        Fx.run(button::fire);
    }

    private static List<String> texts(TestStudio studio, String selector) {
        return studio.all(selector).stream().map(node -> ((Labeled) node).getText()).toList();
    }
}
