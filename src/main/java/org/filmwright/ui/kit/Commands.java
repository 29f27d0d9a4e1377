package org.filmwright.ui.kit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;

/** Every command of the window, and the one place where keys become commands. */
public final class Commands {
    private final Map<String, Command> byId = new LinkedHashMap<>();
    private final Keys keys;

    public Commands(Keys keys) {
        this.keys = keys;
    }

    public Keys keys() {
        return keys;
    }

    public Command add(Command command) {
        if (byId.putIfAbsent(command.id(), command) != null) {
            throw new IllegalArgumentException("Two commands are called " + command.id());
        }
        return command;
    }

    public void addAll(Collection<Command> commands) {
        commands.forEach(this::add);
    }

    /** @throws IllegalArgumentException for a command nobody added */
    public Command of(String id) {
        Command command = byId.get(id);
        if (command == null) {
            throw new IllegalArgumentException("No command is called " + id);
        }
        return command;
    }

    public List<Command> all() {
        return List.copyOf(byId.values());
    }

    /**
     * Does what the key means in the workspace that shows, and uses the key up. Keys without Ctrl or Alt are left to a
     * text field that has the focus.
     */
    public void dispatch(KeyEvent event, Supplier<Scope> workspace) {
        boolean typing = event.getTarget() instanceof TextInputControl && !event.isShortcutDown() && !event.isAltDown()
                && !event.getCode().isFunctionKey();
        if (typing || event.isConsumed()) {
            return;
        }
        byId.values()
                .stream()
                .filter(command -> command.scope().reaches(workspace.get()) && means(event, command))
                .findFirst()
                .filter(Command::run)
                .ifPresent(command -> event.consume());
    }

    private boolean means(KeyEvent event, Command command) {
        return keys.of(command.id()).stream().anyMatch((KeyCodeCombination key) -> key.match(event));
    }
}
