package org.filmwright.ui.review;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.HBox;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Words;

/** Every shot has its approved take: where to go from here. */
final class DoneBar extends HBox {
    DoneBar(ReviewModel model, Commands commands) {
        setId("all-approved");
        getStyleClass().addAll("fw-actions", "fw-done-bar");
        getChildren()
                .addAll(Glyphs.of(ShotState.APPROVED), Labels.of(model.laid()
                        .map(laid -> Words.count("images.done", laid.shots()))), Labels.filler(),
                        Buttons.of(commands, "view.timeline", "accent"));
        visibleProperty().bind(Bindings.createBooleanBinding(() -> model.laid().get().shots() > 0
                && model.laid().get().circled() == model.laid().get().shots()
                && model.state().get() == ReviewState.TAKES && !model.inTrash().get(), model.laid(), model.state(),
                model.inTrash()));
        managedProperty().bind(visibleProperty());
    }
}
