package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;

/** Draws the jobs drawer in its states into {@code target/screenshots}, to be looked at. */
class JobsPicturesTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @Test
    void theDrawerIsDrawnInBothThemesAtBothScales() throws IOException {
        try (StyleWarnings warnings = new StyleWarnings()) {
            for (Theme theme : Theme.values()) {
                draw(theme, 1, StudioWindow.DESIGN);
                draw(theme, 2, new FrameSize(1920, 1080));
            }
            assertEquals(List.of(), warnings.heard());
        }
    }

    private static void draw(Theme theme, double scale, FrameSize size) throws IOException {
        SampleQueue queue = SampleQueue.busy();
        try (TestStudio studio = new TestStudio(size, theme, scale)) {
            Fx.run(() -> studio.window().open(SampleProject.whole(queue)));
            String look = theme.name().toLowerCase(Locale.ROOT) + "-" + Math.round(scale * 100);
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.J, KeyCode.CONTROL);
            studio.press(KeyCode.DOWN);
            queue.progress("r", 0.6, "drawn");
            Fx.until("progress shows", () -> studio.all(".fw-job-time")
                    .stream()
                    .anyMatch(node -> ((Labeled) node).getText().endsWith("left")));
            write(studio, "jobs-" + look);
            studio.press(KeyCode.UP);
            studio.press(KeyCode.L);
            Fx.until("the log is read", () -> !studio.all(".fw-job-at").isEmpty());
            write(studio, "jobs-log-" + look);
        }
    }

    private static void write(TestStudio studio, String name) throws IOException {
        Path file = FOLDER.resolve(name + ".png");
        StudioSnapshots.write(studio.window(), file);
        assertTrue(Files.size(file) > 20_000, "A picture of something: " + file);
    }
}
