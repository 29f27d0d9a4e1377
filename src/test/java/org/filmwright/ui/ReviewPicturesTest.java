package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws every view of the light table into {@code target/screenshots}, to be looked at; no rule of a style sheet may fail. */
class ReviewPicturesTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 1", "DARK, 2", "LIGHT, 2"})
    void everyViewIsDrawn(Theme theme, double scale) throws IOException {
        FrameSize size = scale > 1 ? new FrameSize(1920, 1080) : StudioWindow.DESIGN;
        String look = theme.name().toLowerCase(Locale.ROOT) + "-" + Math.round(scale * 100);
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio studio = new TestStudio(size, theme, scale)) {
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.DIGIT4);
            studio.press(KeyCode.G);
            studio.layOut();
            studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
            studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
            draw(studio, "review-grid-" + look);
            studio.press(KeyCode.X, KeyCode.ALT);
            draw(studio, "review-why-" + look);
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.E);
            draw(studio, "review-loupe-" + look);
            studio.press(KeyCode.R, KeyCode.ALT);
            draw(studio, "review-count-" + look);
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.R, KeyCode.SHIFT);
            draw(studio, "review-prompt-" + look);
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.C);
            draw(studio, "review-compare-" + look);
            studio.press(KeyCode.C, KeyCode.ALT);
            draw(studio, "review-wipe-" + look);
            studio.press(KeyCode.C, KeyCode.ALT);
            draw(studio, "review-difference-" + look);
            studio.press(KeyCode.C, KeyCode.SHIFT);
            draw(studio, "review-survey-" + look);
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.BACK_QUOTE);
            draw(studio, "review-full-" + look);
            assertEquals(List.of(), warnings.heard());
        }
    }

    private static void draw(TestStudio studio, String name) throws IOException {
        studio.settle();
        studio.layOut();
        Path file = FOLDER.resolve(name + ".png");
        StudioSnapshots.write(studio.window(), file);
        assertTrue(Files.size(file) > 20_000, "A picture of something: " + file);
    }
}
