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

    /** Its nodes are made once: new ones, made while the list is laid out, would have no looks until the next pulse. */
    private static final class Row extends ListCell<Command> {
        private final Commands commands;
        private final Label name = Labels.of("");
        private final Label place = Labels.of("", "fw-caption", "fw-muted");
        private final Label key = Labels.fixed("", "fw-key");
        private final HBox row = new HBox(name, place, Labels.filler(), key);

        Row(Commands commands) {
            this.commands = commands;
            row.getStyleClass().add("fw-palette-row");
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
            name.setText(command.words());
            name.getStyleClass().setAll("label", command.possible().get() ? "fw-possible" : "fw-muted");
            place.setText(place(command));
            key.setText(commands.keys().text(command.id()));
            setGraphic(row);
            setAccessibleText(Words.of("key.tooltip", "words", command.words(), "key", key.getText()));
        }

        private static String place(Command command) {
            return command.scope() == Scope.GLOBAL ? "" : Words.of("workspace", command.scope());
        }
    }
}
