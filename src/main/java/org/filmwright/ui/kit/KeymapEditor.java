package org.filmwright.ui.kit;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The keyboard part of the settings: preset, every command with its keys, and a warning when a key is taken. */
public final class KeymapEditor extends VBox {
    private final Commands commands;
    private final Keymap keymap;
    private final ListView<Command> list;
    private final HBox warning = new HBox();
    private String recording = "";

    public KeymapEditor(Fittings fittings) {
        commands = fittings.commands();
        keymap = fittings.keymap();
        getStyleClass().add("fw-keymap");
        setId("keymap");
        TextField filter = new TextField();
        filter.setId("keymap-filter");
        filter.setPromptText(Words.of("keyboard.filter"));
        filter.setAccessibleText(filter.getPromptText());
        Segments<Keymap.Preset> presets = new Segments<>("keyboard.preset", List.of(Keymap.Preset.values()), fittings
                .settings()
                .of(Settings.KEYMAP), fittings.settings().of(Settings.KEYMAP)::set);
        FilteredList<Command> shown = new FilteredList<>(FXCollections.observableArrayList(commands.all()));
        filter.textProperty().subscribe(typed -> shown.setPredicate(command -> fits(command, typed)));
        list = new ListView<>(shown);
        list.setId("keymap-list");
        list.setAccessibleText(Words.of("keyboard.list"));
        list.getStyleClass().add("fw-list");
        list.setCellFactory(view -> new Row());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::record);
        VBox.setVgrow(list, Priority.ALWAYS);
        warning.getStyleClass().add("fw-keymap-warning");
        warning.setId("keymap-warning");
        warn(List.of());
        commands.keymap().subscribe((before, after) -> list.refresh());
        HBox head = new HBox(filter, Labels.filler(), presets);
        head.getStyleClass().add("fw-keymap-head");
        getChildren().addAll(head, warning, list);
    }

    private boolean fits(Command command, String typed) {
        String key = commands.keys().text(command.id()).toLowerCase(Locale.ROOT);
        return Fuzzy.score(typed, command.words()).isPresent() || key.equals(typed.strip().toLowerCase(Locale.ROOT));
    }

    private void begin(Command command) {
        warn(List.of());
        recording = command.id();
        list.refresh();
        list.requestFocus();
    }

    /** The next key pressed is the new key; modifiers alone are waited out. */
    private void record(KeyEvent event) {
        if (recording.isEmpty()) {
            return;
        }
        event.consume();
        if (event.getCode().isModifierKey()) {
            return;
        }
        Command command = commands.of(recording);
        recording = "";
        if (event.getCode() != KeyCode.ESCAPE) {
            give(command, pressed(event));
        }
        list.refresh();
    }

    private void give(Command command, KeyCodeCombination key) {
        List<Keymap.Conflict> taken = keymap.conflicts(commands, command, key);
        if (taken.isEmpty()) {
            keymap.change(command.id(), List.of(key));
        } else {
            warn(List.of(new StatusGlyph(Status.WARNING), sentence(taken, key), button("keyboard-take", Words.of(
                    "keyboard.conflict.take", "command", command.words()), () -> take(command, key, taken)), button(
                            "keyboard-keep", Words.of("keyboard.conflict.keep"), () -> warn(List.of()))));
        }
    }

    private void take(Command command, KeyCodeCombination key, List<Keymap.Conflict> from) {
        from.forEach(conflict -> keymap.take(conflict.command().id(), key));
        keymap.change(command.id(), List.of(key));
        warn(List.of());
    }

    private void warn(List<Node> parts) {
        warning.getChildren().setAll(parts);
        warning.setVisible(!parts.isEmpty());
        warning.setManaged(!parts.isEmpty());
    }

    private static Label sentence(List<Keymap.Conflict> taken, KeyCodeCombination key) {
        Label words = Labels.of(Words.of("keyboard.conflict", "key", Keys.text(key), "other", taken.getFirst()
                .command()
                .words()));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setAccessibleText(words);
        button.getStyleClass().add("fw-compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> action.run());
        return button;
    }

    private static KeyCodeCombination pressed(KeyEvent event) {
        return new KeyCodeCombination(event.getCode(), held(event.isShiftDown()), KeyCombination.ModifierValue.UP, held(
                event.isAltDown()), KeyCombination.ModifierValue.UP, held(event.isShortcutDown()));
    }

    private static KeyCombination.ModifierValue held(boolean down) {
        return down ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP;
    }

    private final class Row extends ListCell<Command> {
        Row() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String key = commands.keys()
                    .of(command.id())
                    .stream()
                    .map(Keys::text)
                    .reduce((a, b) -> a + "  " + b)
                    .orElse(Words.of("keyboard.none"));
            Button change = button("keyboard-change-" + command.id(), Words.of("keyboard.change"), () -> begin(
                    command));
            change.setAccessibleText(Words.of("keyboard.change.spoken", "command", command.words()));
            Button reset = button("keyboard-reset-" + command.id(), Words.of("keyboard.reset"), () -> keymap.reset(
                    command.id()));
            reset.setAccessibleText(Words.of("keyboard.reset.spoken", "command", command.words()));
            reset.getStyleClass().add("flat");
            reset.setVisible(keymap.isChanged(command.id()));
            boolean waits = recording.equals(command.id());
            HBox row = new HBox(Labels.of(command.words()), Labels.of(Words.of("workspace", command.scope()),
                    "fw-caption", "fw-muted"), Labels.filler(),
                    Labels.fixed(waits
                            ? Words.of("keyboard.press")
                            : key, waits ? "fw-accent" : "fw-mono"),
                    reset, change);
            row.getStyleClass().add("fw-palette-row");
            setGraphic(row);
            setAccessibleText(Words.of("key.tooltip", "words", command.words(), "key", key));
        }
    }
}
