package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.export.FilmSpec;
import org.filmwright.media.Encoders;
import org.filmwright.media.VideoSettings;
import org.filmwright.production.Export;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The card that asks what others get of the film, and what comes of it. */
class ExportSheetTest extends OnTheSample {
    @TempDir
    private Path disk;

    @Override
    protected Scope room() {
        return Scope.TIMELINE;
    }

    private void open() {
        studio.press(KeyCode.M, KeyCode.CONTROL);
        Fx.until("the card is there", () -> studio.seen("export-begin"));
    }

    /** The jobs are in front since the last one began. */
    private void again() {
        Fx.run(() -> Looks.run(studio.window(), "timeline.export"));
        Fx.until("the card is there again", () -> studio.seen("export-begin"));
    }

    private Export wanted() {
        studio.fire("export-begin");
        Fx.until("it is asked for", () -> !project.exports.isEmpty());
        return project.exports.getLast();
    }

    @Test
    void theFilmGoesToTheProjectsOwnPlaceAsItIs() {
        open();
        Export export = wanted();
        FilmSpec spec = export.film().orElseThrow().spec();
        assertEquals(project.storage().exports().resolve("Night Ferry.mp4").toString(),
                export.film().orElseThrow().file());
        assertEquals(FilmSpec.whole(project.snapshot().cut().orElseThrow(), true), spec);
        assertTrue(export.board().isEmpty());
        studio.settle();
        assertEquals("The export has begun.", studio.said(".fw-toast > .label"));
        assertTrue(studio.seen("jobs-list"), "where it can be stopped");
    }

    @Test
    void enterInTheNameBeginsIt() {
        open();
        Fx.run(() -> studio.node("export-name").requestFocus());
        studio.press(KeyCode.ENTER);
        Fx.until("it is asked for", () -> !project.exports.isEmpty());
        Fx.until("the card is gone", () -> !studio.seen("export-begin"));
    }

    @Test
    void sizeQualityNameAndPlaceAreChosenAndRemembered() {
        studio.script().chosen = Optional.of(disk);
        open();
        Fx.run(() -> ((TextField) studio.node("export-name")).setText("For Ada: cut 2.mp4"));
        studio.fire("export-choose");
        studio.fire("export-lines-full_hd");
        studio.fire("export-fineness-compact");
        Fx.run(() -> {
            ((CheckBox) studio.node("export-board")).setSelected(true);
            ((CheckBox) studio.node("export-subtitles")).setSelected(false);
        });
        studio.fire("export-shots-three");
        Export export = wanted();
        FilmSpec spec = export.film().orElseThrow().spec();
        assertEquals(disk.resolve("For Ada cut 2.mp4").toString(), export.film().orElseThrow().file());
        assertEquals(new FrameSize(1920, 1080), spec.size());
        assertEquals(VideoSettings.Purpose.COMPACT, spec.quality());
        assertFalse(spec.subtitles());
        assertEquals(disk.resolve("For Ada cut 2.pdf").toString(), export.board().orElseThrow().file());
        assertEquals(3, export.board().orElseThrow().sheet().shots());
        studio.settle();
        again();
        assertEquals("In " + disk, studio.text("export-folder"));
        assertTrue(studio.text("export-summary").contains("1920 × 1080"), studio.text("export-summary"));
    }

    @Test
    void theCardSaysWhatWillBeWritten() {
        open();
        assertTrue(studio.text("export-summary").startsWith("Night Ferry.mp4: 1280 × 720, "),
                studio.text("export-summary"));
        studio.fire("export-lines-full_hd");
        assertTrue(studio.text("export-summary").contains("1920 × 1080"), studio.text("export-summary"));
    }

    @Test
    void nothingCanBeExportedUntilSomethingIsChosen() {
        open();
        Fx.run(() -> ((CheckBox) studio.node("export-film")).setSelected(false));
        assertTrue(studio.node("export-begin").isDisabled());
        assertEquals("Choose the film, the storyboard, or both.", studio.text("export-begin-lacks"));
        Fx.run(() -> ((CheckBox) studio.node("export-board")).setSelected(true));
        assertFalse(studio.node("export-begin").isDisabled());
        assertFalse(studio.seen("export-begin-lacks"));
        assertTrue(wanted().film().isEmpty());
    }

    @Test
    void whereACardCodesFilmItIsNamedAndSoftwareCanBeChosenForGood() {
        studio.script().encoders = new Encoders(Optional.of("NVIDIA NVENC"), "openh264 2.6.0");
        open();
        studio.settle();
        assertEquals("NVIDIA NVENC of this machine codes it: a second of film came back right.",
                studio.text("export-coder-words"));
        assertTrue(wanted().film().orElseThrow().spec().hardware());
        studio.settle();
        again();
        studio.fire("export-coder-processor");
        assertEquals("openh264 2.6.0 codes it on the processor.", studio.text("export-coder-words"));
        assertFalse(wanted().film().orElseThrow().spec().hardware());
        studio.settle();
        again();
        assertFalse(wanted().film().orElseThrow().spec().hardware(), "the choice is remembered");
    }

    @Test
    void whereNoCardCodesFilmThereIsNoChoice() {
        open();
        studio.settle();
        assertEquals("openh264 2.6.0 codes it on the processor; no graphics card here codes film.",
                studio.text("export-coder-words"));
        assertFalse(studio.seen("export-coder-processor"));
    }

    @Test
    void escLeavesEverythingAsItIs() {
        open();
        studio.press(KeyCode.ESCAPE);
        studio.settle();
        assertFalse(studio.seen("export-begin"));
        assertEquals(List.of(), project.exports);
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 2"})
    void itIsDrawn(Theme theme, double scale) throws IOException {
        FrameSize size = scale == 1 ? StudioWindow.DESIGN : new FrameSize(1920, 1080);
        try (StyleWarnings warnings = new StyleWarnings();
                TestStudio drawn = new TestStudio(size, theme, scale)) {
            Fx.run(() -> drawn.window().open(SampleProject.whole()));
            drawn.show(Scope.TIMELINE);
            drawn.press(KeyCode.M, KeyCode.CONTROL);
            Fx.until("the card is there", () -> drawn.seen("export-begin"));
            Fx.run(() -> ((CheckBox) drawn.node("export-board")).setSelected(true));
            drawn.settle();
            Path file = Path.of("target", "screenshots",
                    "export-sheet-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            StudioSnapshots.write(drawn.window(), file);
            assertEquals(List.of(), warnings.heard());
        }
    }
}
