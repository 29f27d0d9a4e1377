package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.filmwright.base.FrameSize;
import org.filmwright.story.Scripts;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.fxmisc.richtext.StyleClassedTextArea;

/** The sample as it is written: planned, nothing drawn yet, with the script on the page. */
abstract class BesideTheScript extends OnTheSample {
    @Override
    protected final SampleProject sample() {
        return SampleProject.planned();
    }

    @Override
    protected final Scope room() {
        return Scope.STORY;
    }

    protected final StyleClassedTextArea page() {
        return (StyleClassedTextArea) studio.window().scene().lookup("#script");
    }

    /** The script as it is recorded, which follows what is typed. */
    protected final String recorded() {
        return project.snapshot().script().map(Scripts.Script::text).orElse("");
    }

    /** A picture of what is shown, in a studio of its own that finds nothing wrong with its styles. */
    protected static void drawn(String name, Theme theme, double scale, Consumer<TestStudio> shown) throws IOException {
        FrameSize size = scale == 1 ? StudioWindow.DESIGN : new FrameSize(1920, 1080);
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio drawn = new TestStudio(size, theme, scale)) {
            shown.accept(drawn);
            Path file = Path.of("target", "screenshots", name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            StudioSnapshots.write(drawn.window(), file);
            assertTrue(Files.size(file) > 10_000, "A picture of something: " + file);
            assertEquals(List.of(), warnings.heard());
        }
    }
}
