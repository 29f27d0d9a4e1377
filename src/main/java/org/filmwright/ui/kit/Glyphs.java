package org.filmwright.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Icons, and the one glyph for each state that lists, badges and inspectors share. */
public final class Glyphs {
    private Glyphs() {}

    public static FontIcon icon(Ikon ikon, String... styleClasses) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    /** Tick, cross, loop arrow, dot; an empty shot shows a hollow ring. */
    public static Node of(ShotState state) {
        return switch (state) {
            case NEW -> dot("fw-dot");
            case EMPTY -> dot("fw-ring");
            case APPROVED -> icon(MaterialDesignC.CHECK, "fw-approved");
            case REJECTED -> icon(MaterialDesignC.CLOSE, "fw-rejected");
            case CHANGES -> icon(MaterialDesignR.RESTORE, "fw-changes");
            case STALE -> icon(MaterialDesignR.REFRESH, "fw-stale-icon");
        };
    }

    /** The triangle of what went wrong. */
    public static FontIcon failed() {
        return icon(MaterialDesignA.ALERT, "fw-failed");
    }

    private static Node dot(String styleClass) {
        Region dot = new Region();
        dot.getStyleClass().add(styleClass);
        StackPane square = new StackPane(dot);
        square.getStyleClass().add("fw-glyph-box");
        return square;
    }
}
