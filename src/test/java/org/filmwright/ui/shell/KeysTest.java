package org.filmwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Keymap;
import org.filmwright.ui.kit.Keys;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;
import org.junit.jupiter.api.Test;

/** The keymap against the commands and menus of the real window. */
class KeysTest {
    @Test
    void noKeyMeansTwoThingsOnOnePageInAnyPreset() {
        try (TestStudio studio = new TestStudio()) {
            for (Keymap.Preset preset : Keymap.Preset.values()) {
                expectNoKeyTwice(studio.window().commands(), Keys.preset(preset));
            }
        }
    }

    private static void expectNoKeyTwice(Commands commands, Keys keys) {
        for (Scope workspace : Scope.values()) {
            Map<String, List<String>> meanings = new HashMap<>();
            commands.all()
                    .stream()
                    .filter(command -> command.scope().reaches(workspace))
                    .forEach(command -> keys
                            .of(command.id())
                            .forEach(key -> meanings.computeIfAbsent(key
                                    .getName(), name -> new ArrayList<>()).add(command.id())));
            meanings.values().removeIf(ids -> ids.size() == 1);
            assertEquals(Map.of(), meanings, workspace.name());
        }
    }

    @Test
    void everyKeyNamesACommandAndEveryCommandStandsInAMenuWithWords() {
        try (TestStudio studio = new TestStudio()) {
            Commands commands = studio.window().commands();
            Set<String> ids = commands.all().stream().map(Command::id).collect(Collectors.toCollection(TreeSet::new));
            assertTrue(ids.containsAll(commands.keys().of().keySet()), "keys without a command");
            Set<String> inMenus = new TreeSet<>(Menus.ids());
            commands.all().stream().filter(Command::held).map(Command::id).forEach(inMenus::add);
            assertEquals(ids, inMenus);
            assertEquals(Menus.ids().size(), Set.copyOf(Menus.ids()).size(), "an entry stands in one menu only");
            assertFalse(Menus.ids().stream().anyMatch(id -> commands.of(id).held()), "nothing holds a menu entry");
            assertTrue(ids.stream().allMatch(id -> Words.has("command." + id)));
        }
    }

    @Test
    void noLetterIsBoundToCtrlAlt() {
        try (TestStudio studio = new TestStudio()) {
            Set<KeyCodeCombination> altGr = studio.window()
                    .commands()
                    .keys()
                    .of()
                    .values()
                    .stream()
                    .flatMap(List::stream)
                    .filter(key -> key.getShortcut() == ModifierValue.DOWN && key.getAlt() == ModifierValue.DOWN)
                    .filter(key -> key.getCode().isLetterKey() || key.getCode().isDigitKey()
                            || key.getCode() == KeyCode.TAB)
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), altGr);
        }
    }
}
