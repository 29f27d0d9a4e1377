package org.filmwright.ui.timeline;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.filmwright.production.Editor;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** Lays the cut anew from the script, and tells what could not be kept as it was. */
final class LayCommand {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 320;

    private final Fittings fittings;
    private final TimelineModel model;
    private final Splicing splicing;

    LayCommand(Fittings fittings, TimelineModel model, Splicing splicing) {
        this.fittings = fittings;
        this.model = model;
        this.splicing = splicing;
    }

    /** @param written whether there are shots */
    Command command(ObservableValue<Boolean> written) {
        return Command.when(Bindings.createBooleanBinding(written::getValue, written), "timeline.lay", Scope.TIMELINE,
                this::lay);
    }

    private void lay() {
        model.pause();
        splicing.ask(Editor::lay, this::tell);
    }

    /** What could not be kept stays on the screen until it was read. */
    private void tell(List<String> notes) {
        if (notes.isEmpty()) {
            splicing.say(Words.of("timeline.laid"));
            return;
        }
        VBox lines = new VBox();
        lines.setId("lay-notes");
        lines.getStyleClass().add("fw-lay-notes");
        notes.stream().map(LayCommand::line).forEach(lines.getChildren()::add);
        ScrollPane all = new ScrollPane(lines);
        all.setFitToWidth(true);
        all.setPrefWidth(fittings.look().px(WIDTH));
        all.setMaxHeight(fittings.look().px(HEIGHT));
        all.setAccessibleText(String.join("\n", notes));
        fittings.sheets().show(Words.count("timeline.laid.notes", notes.size()), all);
    }

    private static Label line(String note) {
        Label line = Labels.of(note);
        line.setWrapText(true);
        return line;
    }
}
