package org.filmwright.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCodeCombination;

/** The keys in use: a preset, and what somebody changed of it. Remembered in the settings. */
public final class Keymap {
    private final Settings settings;
    private final ReadOnlyObjectWrapper<Keys> keys = new ReadOnlyObjectWrapper<>();

    public Keymap(Settings settings) {
        this.settings = settings;
        settings.of(Settings.KEYMAP).subscribe(this::refresh);
        settings.of(Settings.KEYS).subscribe(this::refresh);
        settings.of(Settings.LETTER_KEYS).subscribe(this::refresh);
        refresh();
    }

    /** Keys as another program has them, where we have the same command. */
    public enum Preset {
        FILMWRIGHT, PREMIERE, RESOLVE
    }

    /** A key that means something already where it was to mean something else. */
    public record Conflict(Command command, KeyCodeCombination key) {}

    public ReadOnlyObjectProperty<Keys> keys() {
        return keys.getReadOnlyProperty();
    }

    /** Which commands would no longer be alone with that key, were it given to {@code command}. */
    public List<Conflict> conflicts(Commands commands, Command command, KeyCodeCombination key) {
        return commands.all()
                .stream()
                .filter(other -> !other.id().equals(command.id()) && other.scope().meets(command.scope()))
                .filter(other -> keys.get().of(other.id()).stream().anyMatch(key::equals))
                .map(other -> new Conflict(other, key))
                .toList();
    }

    /** Gives the command exactly these keys and takes them from nobody. */
    public void change(String command, List<KeyCodeCombination> to) {
        Map<String, String> changed = changed();
        changed.put(command, to.stream().map(Keys::written).collect(Collectors.joining(", ")));
        write(changed);
    }

    /** Takes a key away from a command. */
    public void take(String command, KeyCodeCombination key) {
        change(command, keys.get().of(command).stream().filter(own -> !own.equals(key)).toList());
    }

    /** Back to the preset. */
    public void reset(String command) {
        Map<String, String> changed = changed();
        changed.remove(command);
        write(changed);
    }

    public boolean isChanged(String command) {
        return changed().containsKey(command);
    }

    private void refresh() {
        Map<String, List<KeyCodeCombination>> all = new LinkedHashMap<>(Keys.preset(settings.of(Settings.KEYMAP).get())
                .of());
        changed().forEach((command, text) -> Keys.read(text).ifPresent(own -> all.put(command, own)));
        if (!settings.of(Settings.LETTER_KEYS).get()) {
            all.replaceAll((command, own) -> own.stream().filter(key -> !Keys.isTyped(key)).toList());
        }
        keys.set(new Keys(all));
    }

    private Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>();
        settings.of(Settings.KEYS).get().forEach(line -> split(line).ifPresent(pair -> changed.put(pair[0], pair[1])));
        return changed;
    }

    private static Optional<String[]> split(String line) {
        int at = line.indexOf(" =");
        return at < 0
                ? Optional.empty()
                : Optional.of(new String[]{line.substring(0, at).strip(), line.substring(at + 2).strip()});
    }

    private void write(Map<String, String> changed) {
        List<String> lines = new ArrayList<>();
        changed.forEach((command, text) -> lines.add(command + " = " + text));
        settings.of(Settings.KEYS).set(List.copyOf(lines));
    }
}
