package org.filmwright.ui.motion;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** Which move it is, how it starts and stops, how long it takes, and how fast that is. */
final class MotionFigures extends VBox {
    private final MotionModel model;
    private final ComboBox<CameraMove> moves;
    private final ComboBox<Easing> easings;
    private final TextField seconds = new TextField();
    private final StringProperty speed = new SimpleStringProperty("");

    MotionFigures(MotionModel model) {
        this.model = model;
        MotionDraft draft = model.draft().get();
        moves = combo("motion-move", "move", CameraMove.values(), draft.move(), model::move);
        moves.setAccessibleText(Words.of("motion.move"));
        easings = combo("motion-easing", "motion.easing", Easing.values(), draft.easing(), model::easing);
        easings.setAccessibleText(Words.of("motion.easing"));
        type();
        getStyleClass().add("fw-motion-figures");
        getChildren().addAll(field("motion.move", moves), field("motion.easing", easings),
                field("motion.seconds", seconds), Inspector.row("motion.pace", speed, "fw-plain"));
        model.draft().subscribe(this::refresh);
        refresh();
    }

    private static HBox field(String key, Region control) {
        Label name = Labels.fixed(Words.of(key), "fw-muted", "fw-row-key");
        name.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(name, control);
        row.getStyleClass().add("fw-motion-row");
        return row;
    }

    private void type() {
        seconds.setId("motion-seconds");
        seconds.setAccessibleText(Words.of("motion.seconds"));
        seconds.getStyleClass().add("fw-mono");
        seconds.setOnAction(enter -> take());
        seconds.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                take();
            }
        });
    }

    private void take() {
        String number = seconds.getText().strip().replace(',', '.');
        if (number.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            model.seconds(Double.parseDouble(number));
        }
        refresh();
    }

    private static <T> ComboBox<T> combo(String id, String family, T[] values, T chosen, Consumer<T> then) {
        ComboBox<T> combo = Choices.dropDown();
        combo.setId(id);
        combo.getItems().setAll(values);
        combo.setValue(chosen);
        combo.setCellFactory(list -> new Named<>(family));
        combo.setButtonCell(new Named<>(family));
        combo.valueProperty().subscribe((before, now) -> then.accept(now));
        return combo;
    }

    private static final class Named<T> extends ListCell<T> {
        private final String family;

        Named(String family) {
            this.family = family;
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : Words.of(family, (Enum<?>) value));
        }
    }

    private void refresh() {
        MotionDraft draft = model.draft().get();
        moves.setValue(draft.move());
        easings.setValue(draft.easing());
        if (!seconds.isFocused()) {
            seconds.setText(String.format(Locale.ROOT, "%.1f", draft.seconds()));
        }
        speed.set(MotionAdvice.speed(draft));
    }
}
