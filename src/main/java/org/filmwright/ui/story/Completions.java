package org.filmwright.ui.story;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;

/** What a line may become, under the caret: Up and Down choose, Tab or Enter takes, Esc closes. Never takes the focus. */
final class Completions extends ListView<String> {
    private static final double ROW = 28;
    private static final double WIDTH = 280;

    private final ScriptDesk script;
    private final ScriptField field;
    private final Look look;

    Completions(ScriptDesk script, ScriptField field, Look look) {
        this.script = script;
        this.field = field;
        this.look = look;
        setId("completions");
        getStyleClass().addAll("fw-list", "fw-completions");
        setAccessibleText(Words.of("story.completions"));
        setFocusTraversable(false);
        setManaged(false);
        setVisible(false);
        setCellFactory(list -> new Cell());
        field.onEdit(edit -> {
            if (edit.inserted().length() + edit.removed().length() == 1) {
                offer(false);
            } else {
                close();
            }
        });
        field.input().focusedProperty().subscribe(focused -> {
            if (!focused) {
                close();
            }
        });
        setOnMouseClicked(press -> take());
    }

    private static final class Cell extends ListCell<String> {
        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
        }
    }

    boolean isOpen() {
        return isVisible();
    }

    /** Shows what the line may become; {@code asked} by a key, also for an empty line. Says whether there is anything. */
    boolean offer(boolean asked) {
        List<String> found = script.completions(asked);
        getItems().setAll(found);
        setVisible(!found.isEmpty());
        if (isVisible()) {
            getSelectionModel().select(0);
            Bounds caret = field.caretBounds();
            resizeRelocate(Math.round(caret.getMinX()), Math.round(caret.getMaxY() + look.px(4)), look.px(WIDTH),
                    look.px(ROW * found.size() + 2));
        }
        return isVisible();
    }

    /** Uses a key of the page if it means something here. */
    boolean key(KeyEvent key) {
        if (!isOpen() || key.isShortcutDown() || key.isAltDown()) {
            return false;
        }
        int at = getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case DOWN -> getSelectionModel().select(Math.floorMod(at + 1, getItems().size()));
            case UP -> getSelectionModel().select(Math.floorMod(at - 1, getItems().size()));
            case TAB, ENTER -> take();
            case ESCAPE -> close();
            default -> {
                return false;
            }
        }
        return true;
    }

    void close() {
        setVisible(false);
    }

    private void take() {
        String chosen = getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            script.complete(chosen);
        }
    }
}
