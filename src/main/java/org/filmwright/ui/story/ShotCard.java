package org.filmwright.ui.story;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.ShotNames;
import org.filmwright.ui.kit.Words;
import org.filmwright.story.ShotPlan;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.filmwright.ui.kit.Glyphs;
import org.kordamp.ikonli.Ikon;

/** One planned shot: what it shows, how it is framed and moved, and why. */
final class ShotCard extends VBox {
    ShotCard(ShotPlan plan, Shot shot) {
        getStyleClass().addAll("fw-card", "fw-shot-card");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        Label name = Labels.of(ShotNames.of(plan, shot), "fw-bold");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(Labels.fixed(shot.label(), "fw-mono", "fw-muted", "fw-shot-label"), name,
                Labels.fixed(Words.seconds(shot.seconds()), "fw-mono", "fw-muted"));
        head.getStyleClass().add("fw-card-head");
        String angle = Words.of("angle", shot.framing().angle());
        String move = Words.of("move", shot.camera().move());
        getChildren().addAll(head, reason(MaterialDesignV.VIDEO_OUTLINE, angle, shot.framing().why()),
                reason(MaterialDesignC.CURSOR_MOVE, move, shot.camera().reason()));
        setAccessibleText(Words.of("spoken.plan", "label", shot.label(), "name", name.getText(), "angle", angle, "move",
                move, "reason", shot.camera().reason()));
    }

    private static HBox reason(Ikon ikon, String what, String why) {
        Label words = Labels.of(what);
        Label because = Labels.of(why, "fw-muted", "fw-caption");
        because.setWrapText(true);
        VBox text = new VBox(words, because);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(Glyphs.icon(ikon, "fw-quiet-icon"), text);
        row.getStyleClass().add("fw-card-row");
        return row;
    }
}
