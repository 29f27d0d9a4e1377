package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import atlantafx.base.controls.ToggleSwitch;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;

/** The keys and the network in the settings: keys are typed, tried and never shown; what left can be seen and kept. */
class KeysAndNetworkTest {
    private static final int PROVIDERS = 3;
    private static final int PRIVACY = 6;
    private static final Path FOLDER = Path.of("target", "screenshots");

    private static void open(TestStudio studio, int page) {
        studio.show(Scope.SETTINGS);
        Fx.run(() -> ((ListView<?>) studio.node("settings-nav")).getSelectionModel().select(page));
        studio.settle();
        studio.layOut();
    }

    private static void type(TestStudio studio, String id, String text) {
        TextField field = (TextField) studio.node(id);
        Fx.run(() -> field.setText(text));
    }

    private static boolean says(TestStudio studio, String words) {
        return studio.said(".label").contains(words);
    }

    @Test
    void aKeyIsKeptTriedAndForgottenAndStandsInNoField() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            open(studio, PROVIDERS);
            Fx.until("the providers are known",
                    () -> says(studio, "The key comes from the variable REPLICATE_API_TOKEN."));
            assertTrue(studio.node("key-test-fal").isDisabled(), "there is nothing to try yet");
            assertTrue(studio.node("key-forget-replicate").isDisabled(), "a variable is not ours to forget");
            type(studio, "key-fal", "wrong");
            studio.fire("key-keep-fal");
            Fx.until("it is kept", () -> says(studio, "The key is kept in the keyring of this desktop."));
            assertEquals("", Fx.get(() -> ((TextField) studio.window().scene().lookup("#key-fal")).getText()));
            studio.fire("key-test-fal");
            Fx.until("it was refused", () -> says(studio, "did not accept this key"));
            studio.fire("key-forget-fal");
            Fx.until("it is gone", () -> !says(studio, "The key is kept in the keyring"));
            assertEquals(Map.of(), studio.script().keys.kept());
        }
    }

    @Test
    void aLockedFileIsUnlockedWithItsPassphrase() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.script().keys.close("sesame");
            open(studio, PROVIDERS);
            Fx.until("it is locked", () -> says(studio, "The file is locked"));
            type(studio, "keys-passphrase", "barley");
            studio.fire("keys-lock");
            Fx.until("it stays so", () -> says(studio, "That is not the passphrase."));
            type(studio, "keys-passphrase", "sesame");
            studio.fire("keys-lock");
            Fx.until("it is open", () -> says(studio, "it is open now"));
        }
    }

    @Test
    void nothingLeftIsSaidOnlyWhereNothingDid() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            open(studio, PRIVACY);
            Fx.until("it is said", () -> says(studio, "Nothing of this film left this machine."));
            assertTrue(says(studio, "No request was ever made."));
            studio.script().network.ask();
            open(studio, PRIVACY - 1);
            open(studio, PRIVACY);
            Fx.until("it is counted",
                    () -> says(studio, "14 requests left, to api.anthropic.com. 1 request was held back."
                            + " 3 requests of other films, or of none, are not counted here."));
            assertFalse(says(studio, "Nothing of this film left this machine."));
            Fx.run(() -> studio.all(".toggle-button")
                    .stream()
                    .map(ToggleButton.class::cast)
                    .filter(button -> "This machine".equals(button.getText()))
                    .forEach(ToggleButton::fire));
            Fx.until("those of the whole machine",
                    () -> says(studio, "14 requests left, to api.anthropic.com. 1 request was held back."));
            assertTrue(says(studio, "3 earlier requests stand in the table."));
            studio.fire("network-export");
            Fx.until("the table is written", () -> says(studio, "network.csv"));
            studio.fire("network-keep");
            Fx.until("the report is written", () -> says(studio, "network-report.txt"));
        }
    }

    @Test
    void theSwitchShutsTheNetworkAtOnce() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            open(studio, PRIVACY);
            ToggleSwitch never = (ToggleSwitch) studio.node("settings-network-off");
            Fx.run(() -> never.setSelected(true));
            Fx.until("it is off", studio.script().network::isOff);
            Fx.run(() -> never.setSelected(false));
            Fx.until("it is on", () -> !studio.script().network.isOff());
        }
    }

    @Test
    void bothPagesAreDrawnWhole() throws IOException {
        draw(Theme.DARK, 1, StudioWindow.DESIGN);
        draw(Theme.LIGHT, 1, StudioWindow.DESIGN);
        draw(Theme.DARK, 2, new FrameSize(1920, 1080));
        draw(Theme.LIGHT, 2, new FrameSize(1920, 1080));
    }

    private static void draw(Theme theme, double scale, FrameSize size) throws IOException {
        try (TestStudio studio = new TestStudio(size, theme, scale)) {
            SampleProject project = SampleProject.whole();
            project.spent().spend();
            studio.script().network.ask();
            studio.script().keys.keep("fal", "k", false);
            Fx.run(() -> studio.window().open(project));
            for (int page : new int[]{PROVIDERS, PRIVACY}) {
                open(studio, page);
                for (int part = 0; part < 3; part++) {
                    double down = part / 2.0;
                    Fx.run(() -> ((ScrollPane) studio.window().scene().lookup(".fw-settings-body")).setVvalue(down));
                    studio.settle();
                    Path file = FOLDER.resolve("keys-" + page + "-" + part + "-"
                            + theme.name().toLowerCase(Locale.ROOT) + "-" + Math.round(scale * 100) + ".png");
                    StudioSnapshots.write(studio.window(), file);
                    assertTrue(Files.size(file) > 10_000, "A picture of something: " + file);
                }
            }
        }
    }
}
