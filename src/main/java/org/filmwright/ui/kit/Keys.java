package org.filmwright.ui.kit;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyCombination;

/** The keymap: which keys mean which command. Written {@code command = Ctrl+Enter, F5}. */
public record Keys(Map<String, List<KeyCodeCombination>> of) {
    private static final Map<String, String> SHORT = Map.ofEntries(entry("Open Bracket", "["),
            entry("Close Bracket", "]"), entry("Equals", "="), entry("Minus", "-"), entry("Plus", "+"),
            entry("Comma", ","), entry("Period", "."), entry("Slash", "/"), entry("Back Slash", "\\"),
            entry("Back Quote", "`"), entry("Semicolon", ";"), entry("Quote", "'"), entry("Page Up", "PgUp"),
            entry("Page Down", "PgDn"), entry("Delete", "Del"));

    private static final Set<KeyCode> SIGNS = EnumSet.of(KeyCode.OPEN_BRACKET, KeyCode.CLOSE_BRACKET, KeyCode.EQUALS,
            KeyCode.MINUS, KeyCode.COMMA, KeyCode.PERIOD, KeyCode.SLASH, KeyCode.BACK_SLASH, KeyCode.BACK_QUOTE,
            KeyCode.PLUS, KeyCode.SEMICOLON, KeyCode.QUOTE);

    public Keys {
        of = Map.copyOf(of);
    }

    /** The keymap of that name, from the one bundled file: a line {@code command@premiere} stands over {@code command}. */
    public static Keys preset(Keymap.Preset preset) {
        Properties lines = new Properties();
        try (InputStream in = Keys.class.getResourceAsStream("/org/filmwright/ui/keymap.properties")) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String suffix = "@" + preset.name().toLowerCase(Locale.ROOT);
        Map<String, List<KeyCodeCombination>> keys = new TreeMap<>();
        lines.stringPropertyNames()
                .stream()
                .filter(id -> id.indexOf('@') < 0)
                .forEach(id -> keys.put(id, parseAll(lines.getProperty(id))));
        lines.stringPropertyNames()
                .stream()
                .filter(id -> id.endsWith(suffix))
                .forEach(id -> keys.put(id.substring(0, id.indexOf('@')), parseAll(lines.getProperty(id))));
        return new Keys(keys);
    }

    /** Whether the key would type something: a letter, digit or sign, with nothing or only Shift held. */
    static boolean isTyped(KeyCodeCombination key) {
        boolean held = key.getShortcut() == KeyCombination.ModifierValue.DOWN
                || key.getAlt() == KeyCombination.ModifierValue.DOWN;
        return !held && (key.getCode().isLetterKey() || key.getCode().isDigitKey() || SIGNS.contains(key.getCode()));
    }

    /** Keys as somebody wrote them, or nothing when they cannot be read; an empty text stands for no key. */
    public static Optional<List<KeyCodeCombination>> read(String text) {
        try {
            return Optional.of(parseAll(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The way {@link #read} reads it. */
    static String written(KeyCodeCombination key) {
        return mark(key.getShortcut(), "Ctrl+") + mark(key.getAlt(), "Alt+") + mark(key.getShift(), "Shift+")
                + key.getCode().name();
    }

    public List<KeyCodeCombination> of(String command) {
        return of.getOrDefault(command, List.of());
    }

    /** As written on a button: {@code Ctrl+Enter}, {@code P}; empty for no key. */
    public String text(String command) {
        return of(command).stream().findFirst().map(Keys::text).orElse("");
    }

    public static String text(KeyCodeCombination key) {
        String modifiers = mark(key.getShortcut(), "Ctrl+") + mark(key.getAlt(), "Alt+")
                + mark(key.getShift(), "Shift+");
        return modifiers + SHORT.getOrDefault(key.getCode().getName(), key.getCode().getName());
    }

    private static String mark(KeyCombination.ModifierValue value, String text) {
        return value == KeyCombination.ModifierValue.DOWN ? text : "";
    }

    private static List<KeyCodeCombination> parseAll(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(Keys::parse)
                .toList();
    }

    /** {@code Ctrl+Shift+OPEN_BRACKET}; Ctrl means Cmd on macOS. */
    static KeyCodeCombination parse(String text) {
        List<String> parts = List.of(text.split("\\+"));
        Modifier[] modifiers = parts.subList(0, parts.size() - 1)
                .stream()
                .map(Keys::modifier)
                .collect(Collectors.toList())
                .toArray(Modifier[]::new);
        return new KeyCodeCombination(KeyCode.valueOf(parts.getLast()), modifiers);
    }

    private static Modifier modifier(String word) {
        return switch (word) {
            case "Ctrl" -> KeyCombination.SHORTCUT_DOWN;
            case "Alt" -> KeyCombination.ALT_DOWN;
            case "Shift" -> KeyCombination.SHIFT_DOWN;
            default -> throw new IllegalArgumentException("Not a modifier key: " + word);
        };
    }
}
