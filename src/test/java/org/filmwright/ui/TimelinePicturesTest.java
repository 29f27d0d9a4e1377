package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.filmwright.base.FrameSize;
import org.filmwright.base.TakeId;
import org.filmwright.timeline.Item;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws the timeline in its states, so that a person can look at them; fails when the style sheet is wrong anywhere. */
class TimelinePicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots", "timeline");

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 1", "DARK, 2", "LIGHT, 2"})
    void everyStateIsDrawnInBothThemesAtBothScales(Theme theme, double scale) throws IOException {
        Files.createDirectories(PICTURES);
        try (StyleWarnings warnings = new StyleWarnings()) {
            all(theme, scale, scale == 1 ? StudioWindow.DESIGN : new FrameSize(1920, 1080));
            assertEquals(List.of(), warnings.heard());
        }
    }

    private void all(Theme theme, double scale, FrameSize size) throws IOException {
        SampleProject project = SampleProject.whole();
        try (TestStudio studio = new TestStudio(size, theme, scale)) {
            Fx.run(() -> studio.window().open(project));
            studio.show(Scope.TIMELINE);
            String name = theme.name().toLowerCase(Locale.ROOT) + (int) (scale * 100);
            studio.press(KeyCode.DOWN);
            studio.press(KeyCode.DOWN);
            studio.press(KeyCode.D);
            studio.press(KeyCode.DOWN);
            draw(studio, name + "-selected");
            project.lose(new TakeId(label(studio, 5) + "-take-2"), true);
            studio.press(KeyCode.DELETE);
            Fx.until("a gap is there", () -> Looks.desk(studio.window())
                    .snapshot()
                    .get()
                    .orElseThrow()
                    .cut()
                    .orElseThrow()
                    .items()
                    .stream()
                    .anyMatch(Item.Gap.class::isInstance));
            studio.settle();
            studio.press(KeyCode.EQUALS);
            Fx.until("what is gone is known", () -> studio.all(".fw-lane-lost").size() == 1);
            draw(studio, name + "-lacking");
            studio.press(KeyCode.E);
            Fx.until("seams are measured", () -> Looks.isSettled(studio.window()));
            draw(studio, name + "-seams");
        }
    }

    private static String label(TestStudio studio, int item) {
        return Fx.get(() -> ((Item.Clip) Looks.desk(studio.window())
                .snapshot()
                .get()
                .orElseThrow()
                .cut()
                .orElseThrow()
                .items()
                .get(item)).label());
    }

    private static void draw(TestStudio studio, String name) throws IOException {
        Fx.until("all pictures are there", () -> Looks.isSettled(studio.window()));
        studio.layOut();
        WritableImage image = Fx.get(() -> studio.window().scene().snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", PICTURES.resolve(name + ".png").toFile());
    }
}
