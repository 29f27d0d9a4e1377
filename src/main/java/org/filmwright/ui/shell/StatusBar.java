package org.filmwright.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.filmwright.production.Snapshot;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** The 24 pixel row at the bottom: what is open and saved, what runs, and what the workspace has to say. */
final class StatusBar extends HBox {
    private final Map<Scope, List<ObservableValue<String>>> facts = new EnumMap<>(Scope.class);

    StatusBar(StudioModel model, Desk desk, SavedText savedText, Rooms rooms) {
        getStyleClass().add("fw-status");
        setId("status");
        Label saved = Labels.fixed(Bindings.createStringBinding(() -> model.opening().get()
                ? Words.of("status.opening")
                : desk.snapshot().get().map(open -> savedText.text().get()).orElse(Words.of("status.none")), desk
                        .snapshot(),
                model.opening(), savedText.text()), "fw-status-text");
        saved.setId("saved");
        Label name = Labels.of(desk.snapshot().map(open -> open.map(Snapshot::name).orElse("")), "fw-status-text");
        Label running = Labels.of(model.run().step().map(step -> step.map(RunModel.Step::note).orElse("")),
                "fw-status-text");
        running.setId("run-note");
        StatusFacts right = new StatusFacts();
        model.workspace()
                .subscribe(shown -> right.show(facts.computeIfAbsent(shown, scope -> rooms.of(scope)
                        .status())));
        getChildren().addAll(saved, name, running, Labels.filler(), right);
    }
}
