package org.filmwright.ui.models;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.Use;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** Everything known about the chosen model, and what can be done with it. */
final class ModelPanel extends VBox {
    /** Of a licence that is long; all of it is one press away. */
    private static final int GLIMPSE = 400;
    private static final int MOST_USES = 8;

    private final long memory;
    private final Supplier<LocalDate> today;
    private final Commands commands;
    private final ModelVerbs.Acts acts;

    /** What is shown. @param licence its text; @param held why it cannot be chosen to draw; nothing where it can */
    record Shown(Entry entry, Optional<String> licence, Optional<String> held) {}

    ModelPanel(long memory, Supplier<LocalDate> today, Commands commands, ModelVerbs.Acts acts) {
        this.memory = memory;
        this.today = today;
        this.commands = commands;
        this.acts = acts;
        getStyleClass().add("fw-model-panel");
    }

    void show(Shown shown) {
        shown.entry().standing().get().ifPresent(standing -> show(shown, standing));
    }

    private void show(Shown shown, Entry.Standing standing) {
        Model model = standing.model();
        Inspector facts = new Inspector(facts(model), drawing(model, shown.held()), uses(standing.uses()),
                Inspector.section(text("models.place"), new Region(), Inspector.card(
                        new SimpleStringProperty(model.folder().toString()))),
                licence(shown));
        facts.setAccessibleText(model.name());
        VBox.setVgrow(facts, Priority.ALWAYS);
        Button check = button("model-verify", "models.verify", "models.verify", () -> acts.verify(model));
        Button other = button("model-move", model.ours() ? "models.move" : "models.move.here", "models.move",
                () -> acts.move(model));
        Button away = button("model-take-away", "models.remove", "models.remove", () -> acts.remove(shown.entry()));
        away.getStyleClass().add("danger");
        Label name = Labels.of(model.name(), "fw-bold");
        name.setWrapText(true);
        HBox head = Bars.header(name);
        head.getStyleClass().addAll("fw-panel-header", "fw-model-name");
        HBox foot = Bars.footer(check, other, Labels.filler(), away);
        foot.disableProperty().bind(shown.entry().load().map(Optional::isPresent));
        getChildren().setAll(head, facts, foot);
    }

    private VBox facts(Model model) {
        return Inspector.section(text("models.facts"), new Region(), row("models.size", Bytes.words(model.bytes())),
                row("models.files", Integer.toString(model.parts().size())),
                row("models.fit", Words.of("models.fit." + model.fit(memory))),
                row("models.where", Words.of(model.ours() ? "models.where.ours" : "models.where.outside")));
    }

    private VBox drawing(Model model, Optional<String> held) {
        Button draw = button("model-draw", "models.draw", "models.draw", () -> acts.draw(model));
        draw.setDisable(held.isPresent());
        Label why = Labels.of(held.orElse(Words.of("models.draw.hint")), "fw-muted", "fw-caption", "fw-field-name");
        why.setId("model-draw-why");
        why.setWrapText(true);
        return Inspector.section(text("models.pictures"), new Region(), draw, why);
    }

    /** The films that it painted for, the last used first. */
    private VBox uses(List<Use> uses) {
        List<Node> rows = new ArrayList<>();
        for (Use use : uses.subList(0, Math.min(MOST_USES, uses.size()))) {
            Label film = Labels.of(use.title());
            film.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(film, Priority.ALWAYS);
            HBox row = new HBox(film, Labels.fixed(LoadWords.use(use, today.get()), "fw-muted"));
            row.getStyleClass().addAll("fw-row", "fw-model-use");
            rows.add(row);
        }
        if (uses.isEmpty()) {
            Label none = Labels.of(Words.of("models.uses.none"), "fw-muted", "fw-caption");
            none.setWrapText(true);
            rows.add(none);
        }
        VBox section = Inspector.section(text("models.uses"), new Region(), rows.toArray(Node[]::new));
        section.setId("model-uses");
        return section;
    }

    private VBox licence(Shown shown) {
        Button read = button("model-licence", "models.licence.read", "models.licence",
                () -> acts.licence(shown.entry()));
        read.getStyleClass().add("flat");
        read.setVisible(shown.licence().isPresent());
        String text = shown.licence().orElse(Words.of("models.licence.none")).strip();
        return Inspector.section(text("models.licence"), read, Inspector.card(new SimpleStringProperty(
                text.length() > GLIMPSE ? text.substring(0, GLIMPSE) + "…" : text)));
    }

    private static SimpleStringProperty text(String key) {
        return new SimpleStringProperty(Words.of(key));
    }

    private static Region row(String key, String value) {
        return Inspector.row(key, new SimpleStringProperty(value));
    }

    /** @param command whose key does the same */
    private Button button(String id, String words, String command, Runnable action) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        Buttons.name(button, Words.of(words + ".tip"), commands.keys().text(command));
        button.setOnAction(press -> action.run());
        return button;
    }
}
