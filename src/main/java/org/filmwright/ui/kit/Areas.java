package org.filmwright.ui.kit;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Fields of several lines; they wrap, and Tab leaves them. */
public final class Areas {
    private Areas() {}

    public static TextArea wrapped(String id, String words, int rows) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.setAccessibleText(words);
        area.addEventFilter(KeyEvent.KEY_PRESSED, Areas::leaveByTab);
        return area;
    }

    /** A text area would write the tab, and hold whoever has no mouse. */
    private static void leaveByTab(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && key.getSource() instanceof TextArea area) {
            area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        }
    }
}
