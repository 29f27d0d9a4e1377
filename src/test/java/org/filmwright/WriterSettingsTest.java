package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.filmwright.net.ScriptedServer;
import org.filmwright.ui.Fx;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of the real studio, with the real files and a server on this machine: who is chosen there, writes. */
class WriterSettingsTest {
    private static final Path FERRY = Path.of("assets/samples/night-ferry.fountain");

    private static final int PROVIDERS = 3;

    @TempDir
    private Path config;

    @BeforeEach
    void useSettingsOfItsOwn() {
        System.setProperty("filmwright.config", config.toString());
    }

    private static TestStudio settings() {
        TestStudio studio = TestStudio.on(new StudioDesk());
        studio.show(Scope.SETTINGS);
        ListView<?> pages = (ListView<?>) studio.node("settings-nav");
        Fx.run(() -> pages.getSelectionModel().select(PROVIDERS));
        Fx.until("the writers are known", () -> ((ComboBox<?>) studio.node("writer")).getItems().size() > 5);
        return studio;
    }

    @SuppressWarnings("unchecked")
    private static void choose(TestStudio studio, String id) {
        ComboBox<String> who = (ComboBox<String>) studio.node("writer");
        Fx.run(() -> who.setValue(id));
        Fx.until("its setup shows", () -> !((TextField) studio.node("writer-address")).getText().isEmpty());
    }

    private static void type(TestStudio studio, String id, String text) {
        TextField field = (TextField) studio.node(id);
        Fx.run(() -> field.setText(text));
    }

    private static boolean says(TestStudio studio, String words) {
        return Fx.get(() -> studio.window()
                .scene()
                .getRoot()
                .lookupAll(".label")
                .stream()
                .anyMatch(label -> ((Labeled) label).getText().contains(words)));
    }

    @Test
    void aServerIsTriedChosenAndWritesAndGoesAgain() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.json(200, "{\"models\":[{\"name\":\"llama3.2\"},{\"name\":\"qwen3\"}]}"));
                TestStudio studio = settings()) {
            assertTrue(says(studio, "Nothing leaves this machine"));
            choose(studio, "ollama");
            type(studio, "writer-address", server.address().toString());
            studio.fire("writer-test");
            Fx.until("it has answered", () -> says(studio, "has 2 models"));
            studio.fire("writer-use");
            Fx.until("it writes", () -> says(studio, "Ollama writes: llama3.2 at " + server.address().getAuthority()));
            assertTrue(Files.readString(config.resolve("writers.json")).contains("llama3.2"));
            assertTrue(CommandLineRun.in(config, "providers", "list").out().contains("Ollama writes for the agents."));
            CommandLineRun late = CommandLineRun.in(config, "agents", "run", "logline-writer", "--input", FERRY);
            assertEquals(2, server.asked().size() + (late.err().contains("too long for Ollama") ? 1 : 0), late::err);
            Fx.run(() -> ((ComboBox<?>) studio.node("writer")).getSelectionModel().selectFirst());
            studio.fire("writer-use");
            Fx.until("rules answer", () -> says(studio, "Rules answer."));
        }
    }

    @Test
    void aKeyIsKeptAndForgottenAndNeverShown() throws IOException {
        try (TestStudio studio = settings()) {
            choose(studio, "anthropic");
            assertTrue(says(studio, "needs a key"));
            type(studio, "writer-key", "s3cret");
            studio.fire("writer-use");
            Fx.until("it is kept", () -> says(studio, "A key is kept"));
            assertTrue(Files.readString(config.resolve("keys.sealed")).contains("anthropic"));
            assertFalse(Files.readString(config.resolve("keys.sealed")).contains("s3cret"));
            assertFalse(says(studio, "s3cret"));
            studio.fire("writer-forget");
            Fx.until("it is forgotten", () -> says(studio, "needs a key"));
            assertFalse(Files.readString(config.resolve("keys.sealed")).contains("anthropic"));
        }
    }

    @Test
    void whatIsNoAddressOrNumberIsSaidAndNothingIsChanged() {
        try (TestStudio studio = settings()) {
            choose(studio, "vllm");
            type(studio, "writer-address", "not an address");
            studio.fire("writer-use");
            Fx.until("it is said", () -> says(studio, "'not an address' is no address"));
            type(studio, "writer-address", "http://127.0.0.1:1");
            type(studio, "writer-context", "many");
            studio.fire("writer-use");
            Fx.until("it is said", () -> says(studio, "'many' is no number"));
            assertFalse(Files.exists(config.resolve("writers.json")));
        }
    }
}
