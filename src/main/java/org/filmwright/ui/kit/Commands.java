package org.filmwright.ui.kit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;

/** Every command of the window, and the one place where keys become commands. */
public final class Commands {
    private static final Set<KeyCode> PRESS = Set.of(KeyCode.SPACE, KeyCode.ENTER);

    private final Map<String, ObservableValue<String>> names = new HashMap<>();
    private final Map<String, Command> byId = new LinkedHashMap<>();
    private final ReadOnlyObjectProperty<Keys> keymap;
    private Runnable rest = () -> {};
    private boolean used;

    /** @param keymap the keys in use, now and whenever they change */
    public Commands(ReadOnlyObjectProperty<Keys> keymap) {
        this.keymap = keymap;
    }

    /** Adds what was not added yet, as pages do that nobody has opened; called when somebody asks for it. */
    public void completeWith(Runnable adding) {
        rest = adding;
    }

    public Keys keys() {
        return keymap.get();
    }

    /** The keymap in use; what shows keys follows it. */
    public ReadOnlyObjectProperty<Keys> keymap() {
        return keymap;
    }

    public Command add(Command command) {
        if (byId.putIfAbsent(command.id(), command) != null) {
            throw new IllegalArgumentException("Two commands are called " + command.id());
        }
        return command;
    }

    /** A command whose words change with what it would do. */
    public void name(String id, ObservableValue<String> words) {
        names.put(id, words);
    }

    /** The words of a command as they are now. */
    public ObservableValue<String> words(String id) {
        return names.getOrDefault(id, new SimpleStringProperty(of(id).words()));
    }

    public void addAll(Collection<Command> commands) {
        commands.forEach(this::add);
    }

    /** @throws IllegalArgumentException for a command nobody added */
    public Command of(String id) {
        if (!byId.containsKey(id)) {
            rest.run();
        }
        Command command = byId.get(id);
        if (command == null) {
            throw new IllegalArgumentException("No command is called " + id);
        }
        return command;
    }

    public List<Command> all() {
        rest.run();
        return List.copyOf(byId.values());
    }

    /**
     * Does what the key means in the workspace that shows, and uses the key up. Keys that the focused control needs
     * itself are left to it.
     */
    public void dispatch(KeyEvent event, Supplier<Scope> workspace) {
        used = false;
        if (event.isConsumed() || isNeeded(event)) {
            return;
        }
        byId.values()
                .stream()
                .filter(command -> command.scope().reaches(workspace.get()) && means(event, command))
                .findFirst()
                .filter(Command::run)
                .ifPresent(command -> {
                    used = true;
                    event.consume();
                });
    }

    /** What follows a pressed key: one that was a command types nothing into the field it opened. */
    public void watch(KeyEvent event) {
        if (event.getEventType() != KeyEvent.KEY_TYPED) {
            used = false;
        } else if (used) {
            event.consume();
        }
    }

    /** A field needs what is typed, a list, slider or drop-down the keys that move in it, a button the one that presses it. */
    private static boolean isNeeded(KeyEvent event) {
        if (event.getTarget() instanceof Typing page && page.needs(event)
                || event.getTarget() instanceof TextInputControl field && edits(field, event)) {
            return true;
        }
        if (event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey()) {
            return false;
        }
        boolean moves = event.getCode().isNavigationKey() || event.getCode().isArrowKey();
        return switch (event.getTarget()) {
            case TextInputControl field -> true;
            case Typing page -> true;
            case ListView<?> list -> moves && list.getOrientation() == Orientation.VERTICAL;
            case Slider slider -> moves;
            case ComboBoxBase<?> box -> box.isFocusVisible() && (moves || PRESS.contains(event.getCode()));
            case ButtonBase button -> button.isFocusVisible() && PRESS.contains(event.getCode());
            case Node bar when bar.getAccessibleRole() == AccessibleRole.SCROLL_BAR -> moves && bar.isFocusVisible();
            default -> false;
        };
    }

    /** What Ctrl does with these in a field is about its words. */
    private static boolean edits(TextInputControl field, KeyEvent event) {
        return event.isShortcutDown() && !event.isAltDown() && switch (event.getCode()) {
            case A, C, V, X -> !event.isShiftDown();
            case Y -> !event.isShiftDown() && field.isEditable();
            case Z -> field.isEditable();
            default -> false;
        };
    }

    private boolean means(KeyEvent event, Command command) {
        return keys().of(command.id()).stream().anyMatch((KeyCodeCombination key) -> key.match(event));
    }
}
