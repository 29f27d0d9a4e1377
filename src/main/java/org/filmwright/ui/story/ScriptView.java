package org.filmwright.ui.story;

import javafx.collections.FXCollections;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.story.ScriptPage.Range;

/** The script, line by line, of which only the visible lines are nodes. Drag selects, double click takes a word. */
final class ScriptView extends ListView<PageLine> {
    private final StoryModel model;
    private int anchor;

    ScriptView(StoryModel model, Look look) {
        this.model = model;
        setId("script");
        setAccessibleText(Words.of("story.script"));
        getStyleClass().addAll("fw-list", "fw-page-list");
        setCellFactory(list -> new ScriptLineCell(model, look));
        setSelectionModel(new NoSelection<>());
        setCursor(Cursor.TEXT);
        model.page().subscribe(page -> setItems(FXCollections.observableList(page.lines())));
        addEventFilter(KeyEvent.KEY_PRESSED, this::scroll);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    }

    /** Brings a line near the top, with two lines of what went before it. */
    void reveal(int line) {
        scrollTo(Math.max(0, line - 2));
    }

    /** The caret is not shown yet, so the keys that would move it move the page. */
    private void scroll(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || !(lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return;
        }
        double page = flow.getHeight() * 0.9;
        double line = getFixedCellSize() * 3;
        switch (key.getCode()) {
            case UP -> flow.scrollPixels(-line);
            case DOWN -> flow.scrollPixels(line);
            case PAGE_UP -> flow.scrollPixels(-page);
            case PAGE_DOWN -> flow.scrollPixels(page);
            case HOME -> scrollTo(0);
            case END -> scrollTo(getItems().size() - 1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.selectedText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void press(MouseEvent event) {
        ScriptLineCell cell = cellAt(event);
        if (event.getButton() != MouseButton.PRIMARY || cell == null) {
            return;
        }
        requestFocus();
        int offset = cell.offsetAt(event.getSceneX(), event.getSceneY());
        if (event.isShiftDown()) {
            select(offset);
        } else if (event.getClickCount() == 2) {
            model.selection().set(model.page().get().wordAt(offset));
        } else {
            anchor = offset;
            model.selection().set(new Range(offset, offset));
        }
    }

    private void drag(MouseEvent event) {
        ScriptLineCell cell = cellAt(event);
        if (event.getButton() == MouseButton.PRIMARY && cell != null && event.getClickCount() < 2) {
            select(cell.offsetAt(event.getSceneX(), event.getSceneY()));
        }
    }

    private void select(int offset) {
        model.selection().set(new Range(Math.min(anchor, offset), Math.max(anchor, offset)));
    }

    private ScriptLineCell cellAt(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof ScriptLineCell)) {
            node = node.getParent();
        }
        return (ScriptLineCell) node;
    }
}
