package org.filmwright.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeymapTest {
    private static final KeyCodeCombination P = new KeyCodeCombination(KeyCode.P);
    private static final KeyCodeCombination A = new KeyCodeCombination(KeyCode.A);

    private final AtomicReference<Map<String, List<String>>> kept = new AtomicReference<>(Map.of());
    private Settings settings;
    private Keymap keymap;
    private Commands commands;

    @BeforeEach
    void aFewCommands() {
        settings = new Settings(Map.of(), kept::set);
        keymap = new Keymap(settings);
        commands = new Commands(keymap.keys());
        commands.add(Command.always("images.approve", Scope.IMAGES, () -> {}));
        commands.add(Command.always("images.reject", Scope.IMAGES, () -> {}));
        commands.add(Command.always("timeline.play", Scope.TIMELINE, () -> {}));
        commands.add(Command.always("view.story", Scope.GLOBAL, () -> {}));
    }

    @Test
    void aKeyThatMeansSomethingInTheSamePlaceIsAConflict() {
        assertEquals(List.of("images.approve"), who("images.reject", P));
        assertEquals(List.of("images.approve"), who("view.story", P), "a global key would be meant there too");
        assertEquals(List.of(), who("timeline.play", P), "two workspaces never show at once");
        assertEquals(List.of(), who("images.approve", P), "its own key is no conflict");
    }

    @Test
    void aChangedKeyIsRememberedAndCanGoBackToThePreset() {
        keymap.change("images.approve", List.of(A));
        assertEquals(List.of(A), commands.keys().of("images.approve"));
        assertTrue(keymap.isChanged("images.approve"));
        Keymap nextDay = new Keymap(new Settings(kept.get(), all -> {}));
        assertEquals(List.of(A), nextDay.keys().get().of("images.approve"));
        keymap.reset("images.approve");
        assertEquals(List.of(P), commands.keys().of("images.approve"));
        assertEquals(Map.of(), kept.get());
    }

    @Test
    void takingAKeyAwayLeavesTheOthers() {
        List<KeyCodeCombination> redo = keymap.keys().get().of("edit.redo");
        keymap.take("edit.redo", redo.getFirst());
        assertEquals("Ctrl+Y", keymap.keys().get().text("edit.redo"));
        keymap.take("edit.redo", redo.getLast());
        assertEquals("", keymap.keys().get().text("edit.redo"));
    }

    @Test
    void presetsDifferWhereTheOtherProgramDiffers() {
        assertEquals("\\", keymap.keys().get().text("timeline.fit"));
        settings.of(Settings.KEYMAP).set(Keymap.Preset.RESOLVE);
        assertEquals("Shift+Z", keymap.keys().get().text("timeline.fit"));
        assertEquals("Space", keymap.keys().get().text("timeline.play"), "the rest stays");
    }

    @Test
    void aLineNobodyCanReadChangesNothing() {
        Settings odd = new Settings(Map.of("keyboard.keys", List.of("images.approve = Hyper+Q", "nonsense")),
                all -> {});
        assertEquals(List.of(P), new Keymap(odd).keys().get().of("images.approve"));
    }

    @Test
    void keysAreWrittenAsTheyAreRead() {
        KeyCodeCombination key = new KeyCodeCombination(KeyCode.OPEN_BRACKET, KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
        assertEquals(List.of(key), Keys.read(Keys.written(key)).orElseThrow());
        assertFalse(Keys.read("Ctrl+Nothing").isPresent());
    }

    private List<String> who(String command, KeyCodeCombination key) {
        return keymap.conflicts(commands, commands.of(command), key).stream().map(c -> c.command().id()).toList();
    }
}
