package org.filmwright.ui.story;

import javafx.css.PseudoClass;
import javafx.scene.control.TextArea;
import org.filmwright.production.Manuscript;
import org.filmwright.ui.kit.Areas;
import org.filmwright.ui.kit.Words;

/** Words as they are written by somebody else: read along, never written in; its end shows unless somebody reads above. */
final class ManuscriptArea {
    private static final PseudoClass SCREENPLAY = PseudoClass.getPseudoClass("screenplay");
    private final TextArea area;

    ManuscriptArea(String id, int rows) {
        area = Areas.wrapped(id, Words.of("manuscript"), rows);
        area.setEditable(false);
        area.getStyleClass().add("fw-manuscript");
    }

    TextArea node() {
        return area;
    }

    void show(Manuscript now) {
        String before = area.getText();
        if (now.text().equals(before)) {
            return;
        }
        boolean follows = !area.isFocused() || area.getCaretPosition() >= before.length();
        int caret = area.getCaretPosition();
        double top = area.getScrollTop();
        area.pseudoClassStateChanged(SCREENPLAY, now.script());
        if (now.text().startsWith(before)) {
            area.appendText(now.text().substring(before.length()));
        } else {
            area.setText(now.text());
        }
        if (follows) {
            area.positionCaret(area.getLength());
            area.setScrollTop(Double.MAX_VALUE);
        } else {
            area.positionCaret(Math.min(caret, area.getLength()));
            area.setScrollTop(top);
        }
    }
}
