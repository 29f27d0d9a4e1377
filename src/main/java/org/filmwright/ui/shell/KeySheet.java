package org.filmwright.ui.shell;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Keys;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** A card over the window: the keys of this workspace, or what this program is. Esc or a click beside it closes it. */
final class KeySheet extends StackPane {
    private final Commands commands;
    private Node before;

    KeySheet(Commands commands) {
        this.commands = commands;
        getStyleClass().add("fw-veil");
        setId("sheet");
        setVisible(false);
        setOnMouseClicked(press -> close());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.F1) {
                close();
            }
            key.consume();
        });
    }

    void showKeys(Scope workspace) {
        VBox rows = new VBox(group(Words.of("workspace", workspace), workspace), group(Words.of("keys.everywhere"),
                Scope.GLOBAL));
        rows.getStyleClass().add("fw-key-groups");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("fw-scroll");
        open(Words.of("keys.title"), scroll);
    }

    void showAbout(String version) {
        Label words = Labels.of(Words.of("about.words", "version", version));
        words.setWrapText(true);
        open(Words.of("about.title"), words);
    }

    private void open(String title, Node content) {
        Button close = new Button(Words.of("sheet.close"));
        close.setId("sheet-close");
        close.setAccessibleText(close.getText());
        close.setOnAction(press -> close());
        HBox foot = new HBox(Labels.filler(), close);
        VBox card = new VBox(Labels.of(title, "fw-title"), content, foot);
        card.getStyleClass().add("fw-sheet");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setOnMouseClicked(press -> press.consume());
        getChildren().setAll(card);
        before = getScene().getFocusOwner();
        setVisible(true);
        close.requestFocus();
    }

    private void close() {
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
    }

    private VBox group(String title, Scope scope) {
        VBox group = new VBox(Labels.of(title, "fw-section-title"));
        group.getStyleClass().add("fw-key-group");
        commands.all()
                .stream()
                .filter(command -> command.scope() == scope && !commands.keys().of(command.id()).isEmpty())
                .forEach(command -> group.getChildren().add(row(command)));
        return group;
    }

    private HBox row(Command command) {
        List<String> keys = commands.keys().of(command.id()).stream().map(Keys::text).toList();
        HBox row = new HBox(Labels.of(command.words()), Labels.filler(), Labels.fixed(keys.stream()
                .collect(Collectors
                        .joining("  ")),
                "fw-mono", "fw-muted"));
        row.getStyleClass().add("fw-row");
        return row;
    }
}
