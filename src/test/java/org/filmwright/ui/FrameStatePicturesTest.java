package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws what the frame shows on the days that are not like the others into {@code target/screenshots}, to be looked at. */
class FrameStatePicturesTest {
    private static final List<String> PAGES = List.of("general", "appearance", "keyboard", "providers", "storage",
            "performance", "privacy");

    @TempDir
    private Path disk;
    private TestStudio studio;
    private String look;

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 1", "DARK, 2", "LIGHT, 2"})
    void everyStateIsDrawnInBothThemesAtBothScales(Theme theme, double scale) throws IOException {
        look = theme.name().toLowerCase(Locale.ROOT) + "-" + Math.round(scale * 100);
        FrameSize size = scale == 1 ? StudioWindow.DESIGN : new FrameSize(1920, 1080);
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio drawn = new TestStudio(size, theme, scale)) {
            studio = drawn;
            firstDay();
            refusals();
            cards();
            jobs();
            questions();
            settings();
            models();
            assertEquals(List.of(), warnings.heard());
        }
    }

    /** Nobody has opened anything yet. */
    private void firstDay() throws IOException {
        draw("first-day");
        studio.press(KeyCode.DIGIT4, KeyCode.CONTROL);
        draw("models-none");
        studio.press(KeyCode.ESCAPE);
    }

    /** A project that cannot be opened, a screenplay that cannot be read, a film that could not be written. */
    private void refusals() throws IOException {
        studio.script().opens = Outcome.failed(new Failure.Refused("\"Night Ferry\" is damaged: its journal ends in the"
                + " middle of a line. Nothing was changed.", "Restore it from backups/backup-000002-20261121.zip."));
        studio.script().chosen = Optional.of(disk);
        studio.press(KeyCode.O, KeyCode.CONTROL);
        Fx.until("it is said", () -> studio.window().scene().lookup(".fw-toast") != null);
        draw("damaged");
        dismissAll();
        Fx.run(() -> studio.window().open(SampleProject.whole(SampleQueue.of(0))));
        studio.script().makes = Outcome.failed(new Failure.Exhausted("disk", "Could not write the film: 12 MB are free,"
                + " 310 MB are needed. The cut is kept."));
        studio.show(Scope.TIMELINE);
        studio.press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("it is said", () -> studio.window().scene().lookup(".fw-toast") != null);
        draw("export-failed");
        dismissAll();
        studio.script().makes = Outcome.ok(Path.of("exports", "Night Ferry 2026-11-21.mp4"));
        studio.press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("it is said", () -> studio.window().scene().lookup(".fw-toast") != null);
        draw("exported");
        dismissAll();
    }

    private void dismissAll() {
        Fx.run(() -> studio.window()
                .scene()
                .getRoot()
                .lookupAll(".fw-toast > .fw-icon-button")
                .forEach(close -> ((Button) close).fire()));
    }

    private void cards() throws IOException {
        Fx.run(() -> studio.window().open(SampleProject.feature()));
        studio.show(Scope.STORY);
        draw("feature");
        studio.press(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
        draw("cards");
        studio.press(KeyCode.END);
        draw("cards-end");
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.run(() -> studio.window().open(SampleProject.unwritten()));
        draw("unwritten-story");
        studio.show(Scope.IMAGES);
        draw("unwritten-images");
        studio.show(Scope.TIMELINE);
        draw("unwritten-timeline");
    }

    private void jobs() throws IOException {
        queue(SampleQueue.of(0), "jobs-empty");
        queue(SampleQueue.done(), "jobs-done");
        queue(SampleQueue.paused(), "jobs-paused");
        queue(SampleQueue.ofEveryKind(), "jobs-all");
        Fx.run(() -> studio.window().scene().lookup("#jobs-list").requestFocus());
        ListView<?> list = (ListView<?>) studio.node("jobs-list");
        Fx.run(() -> list.scrollTo(list.getItems().size() - 1));
        draw("jobs-all-end");
        studio.press(KeyCode.J, KeyCode.CONTROL);
    }

    private void queue(SampleQueue jobs, String state) throws IOException {
        Fx.run(() -> studio.window().open(SampleProject.whole(jobs)));
        studio.show(Scope.IMAGES);
        if (!studio.seen("jobs-list")) {
            studio.press(KeyCode.J, KeyCode.CONTROL);
        }
        Fx.until("the queue is read", () -> ((ListView<?>) studio.window().scene().lookup("#jobs-list"))
                .getItems()
                .isEmpty() == jobs.all().isEmpty());
        draw(state);
    }

    private void questions() throws IOException {
        SampleProject film = SampleProject.whole();
        film.sell(Money.of("0.04", "USD"));
        film.spent().spend();
        Fx.run(() -> studio.window().open(film));
        studio.show(Scope.IMAGES);
        studio.settle();
        studio.press(KeyCode.R);
        ask("pay-yes", "pay");
        studio.press(KeyCode.Q, KeyCode.CONTROL);
        ask("leaving-pause", "leaving");
        studio.fire("images-trash");
        studio.settle();
        Fx.run(() -> Looks.run(studio.window(), "images.empty-trash"));
        ask("sheet", "empty-trash");
        studio.press(KeyCode.F1);
        ask("sheet", "keys");
        Fx.run(() -> Looks.run(studio.window(), "help.about"));
        ask("sheet", "about");
        studio.press(KeyCode.K, KeyCode.CONTROL);
        draw("palette");
        TextField typed = (TextField) studio.node("palette");
        Fx.run(() -> typed.setText("rej"));
        ask("palette", "palette-found");
    }

    private void ask(String seen, String state) throws IOException {
        Fx.until(state, () -> studio.seen(seen));
        draw(state);
        studio.press(KeyCode.ESCAPE);
    }

    private void settings() throws IOException {
        SampleProject film = SampleProject.whole();
        film.spent().spend();
        Fx.run(() -> studio.window().open(film));
        studio.show(Scope.SETTINGS);
        for (String page : PAGES) {
            page(page);
            draw("settings-" + page);
        }
        page("keyboard");
        record("images.approve", KeyCode.X);
        draw("keymap-conflict");
        page("providers");
        Fx.run(() -> ((javafx.scene.control.ComboBox<?>) studio.window().scene().lookup("#writer"))
                .getSelectionModel()
                .selectLast());
        studio.settle();
        draw("settings-writer");
        film.spent().damage(true);
        film.moved(gone());
        studio.show(Scope.IMAGES);
        studio.show(Scope.SETTINGS);
        draw("costs-unreadable");
        page("storage");
        Fx.until("it is said", () -> studio.seen("error-panel"));
        draw("storage-unreadable");
    }

    private void page(String name) {
        Fx.run(() -> ((ListView<?>) studio.node("settings-nav")).getSelectionModel().select(PAGES.indexOf(name)));
        studio.layOut();
    }

    private void record(String command, KeyCode key) {
        TextField filter = (TextField) studio.node("keymap-filter");
        Fx.run(() -> filter.setText("approve"));
        studio.layOut();
        studio.all("#keymap-list .button")
                .stream()
                .filter(button -> ("keyboard-change-" + command).equals(button.getId()))
                .findFirst()
                .ifPresent(button -> Fx.run(((Button) button)::fire));
        Fx.run(() -> Event.fireEvent(studio.window().scene().lookup("#keymap-list"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    /** A folder whose disk is away: whoever reads it is told so. */
    private Path gone() throws IOException {
        try (FileSystem away = FileSystems.newFileSystem(disk.resolve(look + ".zip"), Map.of("create", "true"))) {
            return away.getPath("/project");
        }
    }

    private void models() throws IOException {
        Path models = Files.createDirectories(disk.resolve("models-" + look));
        for (String name : List.of("sdxl-base", "flux-dev-with-a-name-that-somebody-has-thought-about-for-long")) {
            Path folder = Files.createDirectories(models.resolve(name));
            Files.write(folder.resolve("model.onnx"), new byte[]{0x3a, 0});
            Files.writeString(folder.resolve("LICENSE"), "Apache License, Version 2.0. You may use it for anything.");
            studio.script().chosen = Optional.of(folder);
            studio.show(Scope.MODELS);
            Fx.run(() -> List.of("models-import", "models-import-foot")
                    .stream()
                    .map(id -> studio.window().scene().lookup("#" + id))
                    .filter(button -> button.isVisible())
                    .limit(1)
                    .forEach(button -> ((Button) button).fire()));
            Fx.until("its licence is asked for", () -> studio.seen("licence-accept"));
            studio.fire("licence-accept");
            Fx.until(name + " is there", () -> ((ListView<?>) studio.window().scene().lookup("#models-list"))
                    .getItems()
                    .stream()
                    .anyMatch(model -> model.toString().contains(name)));
        }
        dismissAll();
        draw("models");
        studio.fire("model-take-away");
        ask("model-remove", "model-remove");
    }

    private void draw(String state) throws IOException {
        studio.settle();
        Path file = Path.of("target", "screenshots", "frame-" + state + "-" + look + ".png");
        StudioSnapshots.write(studio.window(), file);
        assertTrue(Files.size(file) > 10_000, "A picture of something: " + file);
    }
}
