package org.filmwright.ui.models;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.production.models.Model;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** Everything known about the chosen model, and what can be done with it. */
final class ModelPanel extends VBox {
    private final long memory;
    private final Acts acts;

    /** What the buttons do. */
    record Acts(Consumer<Model> draw, Consumer<Model> verify, Consumer<Model> move, Consumer<Model> remove) {}

    ModelPanel(long memory, Acts acts) {
        this.memory = memory;
        this.acts = acts;
        getStyleClass().add("fw-model-panel");
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** @param held why it cannot be chosen to draw; nothing where it can */
    void show(Optional<Model> model, Optional<String> licence, Optional<String> held) {
        setVisible(model.isPresent());
        model.ifPresent(chosen -> show(chosen, licence, drawing(chosen, held)));
    }

    private VBox drawing(Model model, Optional<String> held) {
        Button draw = button("model-draw", "models.draw", () -> acts.draw().accept(model));
        draw.setDisable(held.isPresent());
        Label why = Labels.of(held.orElse(Words.of("models.draw.hint")), "fw-muted", "fw-caption", "fw-field-name");
        why.setId("model-draw-why");
        why.setWrapText(true);
        return Inspector.section(text("models.pictures"), new Region(), draw, why);
    }

    private void show(Model model, Optional<String> licence, VBox drawing) {
        Inspector facts = new Inspector(Inspector.section(text("models.facts"), new Region(), row("models.size", Bytes
                .words(model.bytes())), row("models.files", Integer.toString(model.parts().size())), row("models.fit",
                        Words.of("models.fit." + model.fit(memory))),
                row("models.where", Words.of(model.ours()
                        ? "models.where.ours"
                        : "models.where.outside"))),
                drawing,
                Inspector
                        .section(text("models.place"), new Region(), Inspector.card(
                                new SimpleStringProperty(model.folder().toString()))),
                Inspector.section(
                        text("models.licence"), new Region(), Inspector.card(
                                new SimpleStringProperty(licence.orElse(Words.of(
                                        "models.licence.none"))))));
        facts.setAccessibleText(model.name());
        VBox.setVgrow(facts, Priority.ALWAYS);
        Button check = button("model-verify", "models.verify", () -> acts.verify().accept(model));
        Button other = button("model-move", model.ours() ? "models.move" : "models.move.here",
                () -> acts.move().accept(model));
        Button away = button("model-take-away", "models.remove", () -> acts.remove().accept(model));
        away.getStyleClass().add("danger");
        Label name = Labels.of(model.name(), "fw-bold");
        name.setWrapText(true);
        HBox head = Bars.header(name);
        head.getStyleClass().addAll("fw-panel-header", "fw-model-name");
        getChildren().setAll(head, facts,
                Bars.footer(check, other, Labels.filler(), away));
    }

    private static SimpleStringProperty text(String key) {
        return new SimpleStringProperty(Words.of(key));
    }

    private static Region row(String key, String value) {
        return Inspector.row(key, new SimpleStringProperty(value));
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        Buttons.name(button, Words.of(words + ".tip"), "");
        button.setOnAction(press -> action.run());
        return button;
    }
}
