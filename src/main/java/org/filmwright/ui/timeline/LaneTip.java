package org.filmwright.ui.timeline;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** What is to be told of a piece, beside the mouse that rests on it: the pieces themselves let the mouse through. */
final class LaneTip {
    private final Tooltip tip = new Tooltip();
    private final Node area;
    private final LaneItems items;

    LaneTip(Node area, LaneItems items) {
        this.area = area;
        this.items = items;
        tip.setWrapText(true);
        tip.getStyleClass().add("fw-lane-tip");
        area.addEventHandler(MouseEvent.MOUSE_MOVED, this::look);
    }

    private void look(MouseEvent at) {
        String words = items.tip(at.getX(), at.getY());
        if (!words.equals(tip.getText())) {
            Tooltip.uninstall(area, tip);
            tip.hide();
            tip.setText(words);
            if (!words.isEmpty()) {
                Tooltip.install(area, tip);
            }
        }
    }
}
