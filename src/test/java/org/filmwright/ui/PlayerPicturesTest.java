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
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The player with marks, a loop and a pace, and over the whole screen; drawn for people, and without a word of CSS. */
class PlayerPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots", "player");

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 2"})
    void thePlayerIsDrawn(Theme theme, double scale) throws IOException {
        Files.createDirectories(PICTURES);
        FrameSize size = scale == 1 ? StudioWindow.DESIGN : new FrameSize(1920, 1080);
        try (StyleWarnings warnings = new StyleWarnings();
                TestStudio studio = new TestStudio(size, theme, scale)) {
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            studio.show(Scope.TIMELINE);
            String name = theme.name().toLowerCase(Locale.ROOT) + (int) (scale * 100);
            studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
            studio.press(KeyCode.I);
            studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
            studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
            studio.press(KeyCode.O);
            studio.press(KeyCode.L, KeyCode.CONTROL);
            Fx.until("marked", () -> Looks.desk(studio.window())
                    .snapshot()
                    .get()
                    .orElseThrow()
                    .cut()
                    .orElseThrow()
                    .marks()
                    .out()
                    .isPresent());
            studio.press(KeyCode.J);
            studio.press(KeyCode.J);
            draw(studio, name + "-shuttle");
            studio.press(KeyCode.K);
            studio.press(KeyCode.BACK_QUOTE);
            Fx.until("all pictures are there", () -> Looks.isSettled(studio.window()));
            draw(studio, name + "-full");
            assertEquals(List.of(), warnings.heard());
        }
    }

    private static void draw(TestStudio studio, String name) throws IOException {
        studio.layOut();
        WritableImage image = Fx.get(() -> studio.window().scene().snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", PICTURES.resolve(name + ".png").toFile());
    }
}
