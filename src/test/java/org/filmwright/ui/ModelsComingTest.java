package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.production.models.Licence;
import org.filmwright.production.models.Supply;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that come: downloads with all that happens to them, and what a model was used for. */
class ModelsComingTest {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final String ADDRESS = "https://example.org/flux/manifest.json";
    private static final byte[] SMALLEST = {0x3a, 0};

    @TempDir
    private Path disk;
    private final SampleSupply supply = new SampleSupply();

    private TestStudio opened(FrameSize size, Theme theme, double scale) {
        TestStudio studio = new TestStudio(size, theme, scale);
        studio.script().supply = supply;
        return studio;
    }

    private TestStudio opened() {
        TestStudio studio = opened(StudioWindow.DESIGN, Theme.DARK, 1);
        open(studio);
        return studio;
    }

    private static void open(TestStudio studio) {
        studio.press(KeyCode.DIGIT4, KeyCode.CONTROL);
        studio.settle();
    }

    private static void open(TestStudio studio, String sheet) {
        Fx.run(() -> studio.window().scene().getRoot().requestFocus());
        studio.press(KeyCode.D, KeyCode.CONTROL);
        Fx.until(sheet, () -> studio.seen("download-begin"));
    }

    private void ask(TestStudio studio, String address) {
        open(studio, "it is asked from where");
        Fx.run(() -> ((ComboBox<?>) studio.window().scene().lookup("#download-address")).getEditor().setText(address));
        studio.fire("download-begin");
    }

    private static String rows(TestStudio studio) {
        return studio.said("#models-list .label");
    }

    private static void says(TestStudio studio, String words) {
        Fx.until(words, () -> rows(studio).contains(words));
    }

    private static void picture(TestStudio studio, String name) throws IOException {
        studio.settle();
        StudioSnapshots.write(studio.window(), FOLDER.resolve("models-" + name + ".png"));
    }

    @Test
    void aDownloadShowsHowFarItIsAndIsPausedAndGoesOnByKeys() throws IOException {
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio studio = opened()) {
            ask(studio, ADDRESS);
            says(studio, "connecting");
            supply.known("flux-dev").comes(0.41);
            says(studio, "41 %");
            picture(studio, "download-dark-100");
            Fx.run(() -> list(studio).requestFocus());
            studio.press(KeyCode.SPACE);
            says(studio, "paused at 41 %");
            assertEquals(
                    "It stands still. What has come is kept and goes on where it stopped, also after Filmwright was"
                            + " closed.",
                    studio.text("load-words"));
            picture(studio, "paused-dark-100");
            studio.press(KeyCode.SPACE);
            supply.comes(0.42);
            says(studio, "42 %");
            assertEquals(2, supply.orders.size());
            assertEquals(new Supply.Source(ADDRESS, List.of()), supply.orders.getLast().source());
            assertEquals(List.of(), warnings.heard());
        }
    }

    @Test
    void whatAnEarlierDayLeftStandsInTheListAndGoesOn() throws IOException {
        supply.left.add(new Supply.Unfinished("flux-dev", new Supply.Source(ADDRESS, List.of()),
                SampleSupply.WHOLE / 2, SampleSupply.WHOLE));
        try (TestStudio studio = opened()) {
            says(studio, "paused at 50 %");
            assertEquals(0, supply.orders.size(), "nobody connects without being asked");
            studio.fire("load-pause");
            supply.known("flux-dev").comes(0.6);
            says(studio, "60 %");
        }
    }

    @Test
    void whatFailsInTheMiddleSaysWhyAndWhatToDoAndGoesOn() throws IOException {
        try (TestStudio studio = opened()) {
            ask(studio, ADDRESS);
            supply.known("flux-dev")
                    .comes(0.41)
                    .fails(new Failure.Exhausted("disk",
                            "transformer/model.onnx_data could not be written: No space left on device. What has come is kept."));
            says(studio, "stopped at 41 %");
            Fx.until("it says why",
                    () -> studio.text("load-words").startsWith("transformer/model.onnx_data could not"));
            picture(studio, "failed-dark-100");
            studio.fire("load-pause");
            supply.comes(0.5);
            says(studio, "50 %");
        }
    }

    @Test
    void aGatedHostGetsATokenThatIsWrittenNowhere() throws IOException {
        try (TestStudio studio = opened()) {
            ask(studio, ADDRESS);
            supply.known("flux-dev")
                    .comes(0.1)
                    .fails(new Failure.Misconfigured(
                            "example.org lets only those in who prove who they are (403).", "Give your token."));
            says(studio, "stopped at 10 %");
            studio.fire("load-pause");
            Fx.until("it is asked for", () -> studio.seen("download-token"));
            Fx.run(() -> ((PasswordField) studio.window().scene().lookup("#download-token")).setText("t0k3n"));
            picture(studio, "token-dark-100");
            studio.fire("download-begin");
            supply.comes(0.2);
            says(studio, "20 %");
            assertEquals("t0k3n", supply.orders.getLast().token().orElseThrow().value());
            assertFalse(supply.orders.getLast().toString().contains("t0k3n"));
            studio.press(KeyCode.SPACE);
            says(studio, "paused at 20 %");
            studio.press(KeyCode.SPACE);
            supply.comes(0.3);
            says(studio, "30 %");
            assertTrue(supply.orders.getLast().token().isPresent(), "as long as Filmwright runs it is not asked again");
        }
    }

    @Test
    void anAddressThatIsNoneIsAskedForAgainWithWhatWasTyped() throws IOException {
        try (TestStudio studio = opened()) {
            ask(studio, "flux");
            supply.fails(new Failure.Misconfigured("Where 'flux' comes from is not known.",
                    "Give the address of its manifest.json."));
            Fx.until("it is asked again", () -> studio.seen("download-trouble"));
            assertEquals("Where 'flux' comes from is not known. Give the address of its manifest.json.", studio.text(
                    "download-trouble"));
            assertEquals("flux", Fx.get(() -> ((ComboBox<?>) studio.window().scene().lookup("#download-address"))
                    .getEditor()
                    .getText()));
            picture(studio, "download-sheet-dark-100");
            assertTrue(list(studio).getItems().isEmpty());
            studio.fire("download-cancel");
            ask(studio, "");
            assertTrue(studio.seen("download-trouble"));
        }
    }

    @Test
    void otherSourcesAreTakenLineByLine() {
        try (TestStudio studio = opened()) {
            open(studio, "it is asked from where");
            Fx.run(() -> {
                ((ComboBox<?>) studio.window().scene().lookup("#download-address")).getEditor().setText(ADDRESS);
                ((TextArea) studio.window().scene().lookup("#download-others")).setText(
                        "https://a.example/m/\n\n https://b.example/m/ ");
            });
            studio.fire("download-begin");
            Fx.until("it is ordered", () -> !supply.orders.isEmpty());
            assertEquals(List.of("https://a.example/m/", "https://b.example/m/"), supply.orders.getFirst()
                    .source()
                    .others());
            supply.known("flux-dev").comes(0.1);
        }
    }

    @Test
    void aLicenceThatComesWhileSomebodyLooksElsewhereWaits() throws IOException {
        Path text = Files.writeString(disk.resolve("LICENSE"), "Terms of the model.");
        try (TestStudio studio = opened()) {
            ask(studio, ADDRESS);
            supply.known("flux-dev").comes(0.01);
            says(studio, "1 %");
            studio.press(KeyCode.COMMA, KeyCode.CONTROL);
            supply.arrives(order -> {
                try {
                    order.consent().asked("flux-dev", Licence.of(text));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return Outcome.failed(new Failure.Exhausted("disk", "Full."));
            });
            Fx.until("it waits", () -> supply.orders.size() == 1);
            assertFalse(studio.seen("licence-accept"), "a card over the settings would be none of their business");
            open(studio);
            Fx.until("it is asked", () -> studio.seen("licence-accept"));
            studio.fire("licence-accept");
            says(studio, "stopped at");
        }
    }

    @Test
    void whatHasComeIsThrownAwayOnlyAfterAsking() throws IOException {
        try (TestStudio studio = opened()) {
            ask(studio, ADDRESS);
            supply.known("flux-dev").comes(0.41);
            says(studio, "41 %");
            Fx.run(() -> list(studio).requestFocus());
            studio.press(KeyCode.DELETE);
            Fx.until("it is asked", () -> studio.seen("load-throw"));
            picture(studio, "throw-dark-100");
            studio.fire("load-throw");
            Fx.until("it is gone", () -> list(studio).getItems().isEmpty());
        }
    }

    @Test
    void aModelTellsWhatItWasUsedForBeforeItGoes() throws IOException {
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio studio = opened()) {
            shelved(studio, "sdxl-base");
            shelved(studio, "flux-schnell");
            used(studio, "sdxl-base");
            open(studio);
            studio.press(KeyCode.COMMA, KeyCode.CONTROL);
            open(studio);
            says(studio, "today");
            Fx.run(() -> list(studio).getSelectionModel().selectLast());
            Fx.until("its films stand there", () -> studio.said("#model-uses .label").contains("Night Ferry"));
            supply.left.clear();
            ask(studio, ADDRESS);
            supply.known("ltx-fast").comes(0.41);
            says(studio, "41 %");
            picture(studio, "list-dark-100");
            Fx.run(() -> {
                list(studio).requestFocus();
                list(studio).getSelectionModel().selectLast();
            });
            studio.press(KeyCode.DELETE);
            Fx.until("it is asked", () -> studio.seen("model-remove"));
            assertTrue(
                    studio.said(".fw-sheet .label")
                            .contains("13 pictures in Night Ferry and 1 more were painted with"
                                    + " it, the last today. They stay, but cannot be made again without it."),
                    () -> studio.said(
                            ".fw-sheet .label"));
            picture(studio, "remove-used-dark-100");
            studio.fire("model-remove");
            Fx.until("it is off the list", () -> studio.seen("model-undo"));
            studio.fire("model-undo");
            Fx.until("it is back", () -> rows(studio).contains("sdxl-base"));
            assertEquals(List.of(), warnings.heard());
        }
    }

    @Test
    void allOfItIsDrawnLightAndAtTwiceTheSize() throws IOException {
        for (double scale : new double[]{1, 2}) {
            try (StyleWarnings warnings = new StyleWarnings();
                    TestStudio studio = opened(new FrameSize(1920, 1080), Theme.LIGHT, scale)) {
                String look = scale == 1 ? "light-100" : "light-200";
                shelved(studio, "sdxl-base");
                used(studio, "sdxl-base");
                open(studio);
                says(studio, "sdxl-base");
                ask(studio, ADDRESS);
                supply.known("flux-dev").comes(0.41);
                says(studio, "41 %");
                picture(studio, "list-" + look);
                Fx.run(() -> list(studio).getSelectionModel().selectFirst());
                picture(studio, "download-" + look);
                open(studio, "it is asked once more");
                picture(studio, "download-sheet-" + look);
                studio.fire("download-cancel");
                supply.fails(new Failure.Refused("example.org does not have it (404).",
                        "Check the address, or ask for another source."));
                says(studio, "stopped at 41 %");
                picture(studio, "failed-" + look);
                assertEquals(List.of(), warnings.heard());
            }
        }
    }

    private void shelved(TestStudio studio, String name) throws IOException {
        Path folder = Files.createDirectories(disk.resolve(name));
        Files.write(folder.resolve("model.onnx"), SMALLEST);
        Files.writeString(folder.resolve("LICENSE"), "CreativeML Open RAIL++-M. Section I: preamble. ".repeat(40));
        studio.script().models().importFrom(folder);
    }

    private static void used(TestStudio studio, String name) throws IOException {
        for (int i = 0; i < 12; i++) {
            studio.script().models().uses().painted(name, Path.of("films", "Night Ferry.filmwright"), Instant.now());
        }
        studio.script()
                .models()
                .uses()
                .painted(name, Path.of("films", "Old.filmwright"), Instant.now()
                        .minus(Duration
                                .ofDays(40)));
    }

    private static ListView<?> list(TestStudio studio) {
        return (ListView<?>) studio.window().scene().lookup("#models-list");
    }
}
