package org.filmwright.ui.shell;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.KeyHint;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** Every command by a few of its letters: arrows choose, Enter does it, Esc leaves. */
final class Palette extends VBox {
    private static final int ROWS = 10;

    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final Consumer<Command> chosen;

    /** @param chosen told which command was meant; it may be one that is impossible now */
    Palette(Commands commands, Scope page, Consumer<Command> chosen) {
        this.chosen = chosen;
        PaletteModel model = new PaletteModel(commands, page);
        getStyleClass().add("fw-palette");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        field.setId("palette");
        field.setPromptText(Words.of("palette.prompt"));
        field.setAccessibleText(Words.of("palette.prompt"));
        list.setId("palette-list");
        list.setAccessibleText(Words.of("palette.title"));
        list.setFocusTraversable(false);
        list.getStyleClass().add("fw-list");
        list.setCellFactory(view -> new Row(commands));
        Label nothing = Labels.of("", "fw-muted");
        nothing.textProperty()
                .bind(Bindings.createStringBinding(() -> Words.of("palette.none", "typed", field.getText()), field
                        .textProperty()));
        list.setPlaceholder(nothing);
        field.textProperty().subscribe(typed -> offer(model, typed));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        list.setOnMouseClicked(press -> choose());
        getChildren().addAll(field, list);
    }

    TextField field() {
        return field;
    }

    private void offer(PaletteModel model, String typed) {
        list.getItems().setAll(model.fitting(typed));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void move(KeyEvent key) {
        int by = switch (key.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> ROWS;
            case PAGE_UP -> -ROWS;
            default -> 0;
        };
        if (by != 0 && !list.getItems().isEmpty()) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, list.getItems().size() - 1);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - ROWS + 2));
            key.consume();
        }
        if (key.getCode() == KeyCode.ENTER) {
            choose();
            key.consume();
        }
    }

    private void choose() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            chosen.accept(command);
        }
    }

    private static final class Row extends ListCell<Command> {
        private final Commands commands;

        Row(Commands commands) {
            this.commands = commands;
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
            Label name = Labels.of(command.words());
            name.getStyleClass().add(command.possible().get() ? "fw-possible" : "fw-muted");
            HBox row = new HBox(name, Labels.of(place(command), "fw-caption", "fw-muted"), Labels.filler(),
                    new KeyHint(commands, command.id()));
            row.getStyleClass().add("fw-palette-row");
            setGraphic(row);
            setAccessibleText(Words.of("key.tooltip", "words", command.words(), "key", commands.keys()
                    .text(command.id())));
        }

        private static String place(Command command) {
            return command.scope() == Scope.GLOBAL ? "" : Words.of("workspace", command.scope());
        }
    }
}
