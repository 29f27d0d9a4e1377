package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws the studio in all its looks into {@code target/screenshots}, to be looked at; no rule of a style sheet may fail. */
class StudioPicturesTest {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final List<String> FILMS = List.of("One way", "Pier study", "Warehouse tests", "Rooftop",
            "The 05.10", "Night Ferry");
    private static final List<Scope> WORKSPACES = List.of(Scope.STORY, Scope.IMAGES, Scope.TIMELINE);

    @Test
    void everyWorkspaceIsDrawnInBothThemesAtBothScales() throws IOException {
        try (StyleWarnings warnings = new StyleWarnings()) {
            for (Theme theme : Theme.values()) {
                draw(theme, 1, StudioWindow.DESIGN);
                draw(theme, 2, new FrameSize(1920, 1080));
            }
            assertEquals(List.of(), warnings.heard());
        }
    }

    @Test
    void everyEmptyStateSaysWhatToDo() throws IOException {
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio studio = new TestStudio()) {
            draw(studio, "no-project");
            Fx.run(() -> studio.window().open(SampleProject.planned()));
            draw(studio, "planned");
            assertEquals(List.of(), warnings.heard());
        }
    }

    @Test
    void theWelcomeShowsWhatWasOpenedAndWhatIsMissing(@TempDir Path films) throws IOException {
        try (StyleWarnings warnings = new StyleWarnings()) {
            welcome(films, Theme.DARK, 1, StudioWindow.DESIGN, "welcome-dark-100");
            welcome(films, Theme.LIGHT, 1, StudioWindow.DESIGN, "welcome-light-100");
            welcome(films, Theme.DARK, 2, new FrameSize(1920, 1080), "welcome-dark-200");
            welcome(films, Theme.DARK, 1, new FrameSize(1280, 720), "welcome-small");
            assertEquals(List.of(), warnings.heard());
        }
    }

    private static void welcome(Path films, Theme theme, double scale, FrameSize size, String name) throws IOException {
        try (TestStudio studio = new TestStudio(size, theme, scale)) {
            SampleProject sample = SampleProject.whole();
            for (int i = 0; i < FILMS.size(); i++) {
                Path folder = films.resolve(FILMS.get(i) + ".filmwright");
                if (i != 3) {
                    Files.createDirectories(folder);
                }
                var takes = sample.snapshot().takes().values().stream().flatMap(List::stream).toList();
                Path poster = sample.file(takes.get(i * 3).media()).toAbsolutePath();
                Fx.run(() -> Looks.remember(studio.window(), folder, Optional.of(poster)));
            }
            Fx.until("the disk was looked at", () -> studio.window().scene().lookup("#welcome-locate") != null);
            draw(studio.window(), name);
        }
    }

    @Test
    void findNoteAndKeysAreDrawnOverTheirWorkspaces() throws IOException {
        try (StyleWarnings warnings = new StyleWarnings();
                TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.STORY);
            studio.press(KeyCode.F, KeyCode.CONTROL);
            TextField find = (TextField) studio.node("find");
            Fx.run(() -> find.setText("the"));
            draw(studio.window(), "story-find");
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.N);
            draw(studio.window(), "images-note");
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.F1);
            draw(studio.window(), "images-keys");
            assertEquals(List.of(), warnings.heard());
        }
    }

    @Test
    void atTheSmallestWindowNothingIsCutOff() throws IOException {
        try (TestStudio studio = new TestStudio(new FrameSize(1280, 720), Theme.DARK, 1)) {
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            draw(studio, "small");
        }
    }

    private void draw(Theme theme, double scale, FrameSize size) throws IOException {
        try (TestStudio studio = new TestStudio(size, theme, scale)) {
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            draw(studio, theme.name().toLowerCase(Locale.ROOT) + "-" + Math.round(scale * 100));
        }
    }

    private static void draw(TestStudio studio, String look) throws IOException {
        for (Scope workspace : WORKSPACES) {
            studio.show(workspace);
            if (workspace == Scope.TIMELINE) {
                for (int second = 0; second < 13; second++) {
                    studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
                }
            }
            draw(studio.window(), workspace.name().toLowerCase(Locale.ROOT) + "-" + look);
        }
    }

    private static void draw(StudioWindow window, String name) throws IOException {
        Path file = FOLDER.resolve(name + ".png");
        StudioSnapshots.write(window, file);
        assertTrue(Files.size(file) > 20_000, "A picture of something: " + file);
    }
}
