package org.filmwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.filmwright.ui.Fx;
import org.filmwright.ui.SampleProject;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the frame remembers, and who answers when a project is opened twice. */
class FrameMemoryTest {
    @TempDir
    Path folder;

    @Test
    void panelsComeBackAsWideAsTheyWereInEachWorkspace() {
        AtomicReference<Map<String, List<String>>> kept = new AtomicReference<>(Map.of());
        double chosen;
        try (TestStudio studio = new TestStudio(new Settings(Map.of(), kept::set))) {
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            studio.show(Scope.IMAGES);
            assertEquals(280, width(studio), "as designed");
            Fx.run(() -> images(studio).panes().setDividerPosition(0, 400.0 / 1600));
            chosen = width(studio);
        }
        assertEquals(List.of(Double.toString(chosen)), kept.get().get("panels.images.left"));
        try (TestStudio studio = new TestStudio(new Settings(kept.get(), all -> {}))) {
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            studio.show(Scope.IMAGES);
            assertEquals(chosen, width(studio));
        }
    }

    private static double width(TestStudio studio) {
        studio.layOut();
        return Fx.get(() -> ((Region) images(studio).panes().lookup(".fw-panel-left")).getWidth());
    }

    @Test
    void whenItWasSavedIsSaidInPlainWords() {
        Instant now = Instant.EPOCH;
        assertEquals("Saved 12 s ago", SavedText.words(Duration.ofSeconds(12), now));
        assertEquals("Saved 4 min ago", SavedText.words(Duration.ofSeconds(250), now));
        assertTrue(SavedText.words(Duration.ofHours(3), now).startsWith("Saved at "));
    }

    @Test
    void whoeverHasTheProjectOpenComesToTheFront() {
        Fx.run(() -> {});
        Path film = folder.resolve("Film.filmwright");
        AtomicBoolean came = new AtomicBoolean();
        assertEquals(Doorbell.Answer.NOBODY, Doorbell.ring(folder, film, Duration.ofSeconds(1)));
        try (Doorbell bell = new Doorbell(folder, () -> came.set(true))) {
            bell.moveIn(film);
            bell.moveIn(film);
            assertEquals(Doorbell.Answer.CAME_FORWARD, Doorbell.ring(folder, film, Duration.ofSeconds(20)));
            Fx.until("the window came forward", came::get);
            assertEquals(Doorbell.Answer.NOBODY, Doorbell.ring(folder, folder.resolve("Other"), Duration.ofSeconds(1)));
        }
        assertEquals(Doorbell.Answer.NOBODY, Doorbell.ring(folder, film, Duration.ofSeconds(1)));
        assertTrue(Files.isDirectory(folder.resolve("open")));
    }

    @Test
    void aWindowPlaceThatMakesNoSenseIsForgotten() {
        assertEquals(Optional.empty(), WindowPlace.read(List.of("1", "2", "0", "4")));
        assertEquals(Optional.empty(), WindowPlace.read(List.of("1", "2", "three", "4")));
        assertEquals(1600, WindowPlace.read(List.of("-10", "20", "1600", "1000")).orElseThrow().getWidth());
    }

    @Test
    void ctrlSSaysThatEverythingIsSaved() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.press(KeyCode.S, KeyCode.CONTROL);
            assertEquals("Saved", studio.text("saved"));
        }
    }

    private static Workspace images(TestStudio studio) {
        return (Workspace) studio.window().page(Scope.IMAGES);
    }
}
