package org.filmwright.ui.review;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Which takes the strip shows: one toggle a verdict, with how many there are. */
final class FilterBar extends VBox {
    private final ReviewModel model;

    FilterBar(ReviewModel model) {
        this.model = model;
        getStyleClass().addAll("fw-section", "fw-filter-bar");
        Button clear = new Button(Words.of("images.filter.clear"));
        clear.setId("filter-clear");
        clear.getStyleClass().addAll("flat", "fw-compact");
        clear.setAccessibleText(Words.of("images.show-all"));
        clear.setOnAction(press -> model.hidden().set(Set.of()));
        clear.visibleProperty().bind(model.hidden().map(hidden -> !hidden.isEmpty()));
        HBox head = new HBox(Labels.of(Words.of("images.filter"), "fw-section-title"), Labels.filler(), clear, trash());
        head.getStyleClass().add("fw-section-head");
        FlowPane toggles = new FlowPane(toggle(Ruling.NEW), toggle(Ruling.APPROVED), toggle(Ruling.REJECTED), toggle(
                Ruling.CHANGES));
        toggles.getStyleClass().add("fw-toggles");
        getChildren().addAll(head, toggles);
    }

    /** What was put aside, instead of what is there. */
    private ToggleButton trash() {
        ToggleButton toggle = face("trash", Glyphs.icon(MaterialDesignT.TRASH_CAN_OUTLINE), model::trashed);
        toggle.getStyleClass().add("fw-compact");
        Buttons.name(toggle, Words.of("command.images.see-trash"), "");
        toggle.selectedProperty().bindBidirectional(model.inTrash());
        return toggle;
    }

    private ToggleButton face(String name, Node glyph, IntSupplier figure) {
        Label count = Labels.fixed("", "fw-mono");
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> Integer.toString(figure.getAsInt()), model
                        .strip(), model.state()));
        HBox face = new HBox(glyph, count);
        face.getStyleClass().add("fw-button-row");
        ToggleButton toggle = new ToggleButton();
        toggle.setId("filter-" + name);
        toggle.setGraphic(face);
        toggle.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        toggle.getStyleClass().add("fw-toggle");
        return toggle;
    }

    private ToggleButton toggle(Ruling ruling) {
        ToggleButton toggle = face(ruling.name().toLowerCase(Locale.ROOT), Glyphs.of(ShotState.of(ruling)),
                () -> model.count(ruling));
        Buttons.name(toggle, Words.of("images.filter.show", "state", ShotState.of(ruling).words()), "");
        model.hidden().subscribe(hidden -> toggle.setSelected(!hidden.contains(ruling)));
        toggle.setOnAction(press -> model.toggleHidden(ruling));
        return toggle;
    }
}
