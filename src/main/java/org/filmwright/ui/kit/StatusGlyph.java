package org.filmwright.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The glyph of a status, 16 pixels square: shape and colour, so that colour never says it alone. */
public final class StatusGlyph extends StackPane {
    private Status status;

    public StatusGlyph(Status status) {
        getStyleClass().add("fw-glyph-box");
        show(status);
    }

    /** A ring filled as far as the work is, 0 to 1; a quarter that says nothing for a number that is not known. */
    public static StatusGlyph generating(double fraction) {
        StatusGlyph glyph = new StatusGlyph(Status.GENERATING);
        glyph.show(fraction);
        return glyph;
    }

    public Status status() {
        return status;
    }

    public void show(Status shown) {
        status = shown;
        setAccessibleText(shown.words());
        getChildren().setAll(node(shown));
    }

    /** Generating, that far. */
    public void show(double fraction) {
        if (status != Status.GENERATING) {
            show(Status.GENERATING);
        }
        if (getChildren().getFirst() instanceof Ring ring) {
            ring.fill(fraction);
        }
        setAccessibleText(Double.isNaN(fraction)
                ? status.words()
                : Words.of("status.generating.percent", "status", status.words(), "percent", Math.round(
                        fraction * 100)));
    }

    private static Node node(Status status) {
        return switch (status) {
            case EMPTY -> dot("fw-ring");
            case NEW -> dot("fw-dot");
            case CHANGES -> Glyphs.icon(MaterialDesignR.RESTORE, "fw-changes");
            case STALE -> Glyphs.icon(MaterialDesignR.REFRESH, "fw-stale-icon");
            case REJECTED -> Glyphs.icon(MaterialDesignC.CLOSE, "fw-rejected");
            case APPROVED, DONE -> Glyphs.icon(MaterialDesignC.CHECK, "fw-approved");
            case WAITING -> Glyphs.icon(MaterialDesignC.CLOCK_OUTLINE, "fw-quiet-icon");
            case GENERATING -> new Ring();
            case PAUSED -> Glyphs.icon(MaterialDesignP.PAUSE, "fw-quiet-icon");
            case STOPPED -> Glyphs.icon(MaterialDesignS.STOP, "fw-quiet-icon");
            case FAILED -> Glyphs.icon(MaterialDesignA.ALERT, "fw-failed");
            case WARNING -> Glyphs.icon(MaterialDesignA.ALERT_OUTLINE, "fw-changes");
        };
    }

    private static Region dot(String styleClass) {
        Region dot = new Region();
        dot.getStyleClass().add(styleClass);
        return dot;
    }
}
