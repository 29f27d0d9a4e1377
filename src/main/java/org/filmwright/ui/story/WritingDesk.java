package org.filmwright.ui.story;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.base.Outcome;
import org.filmwright.production.Project;
import org.filmwright.production.Workflows;
import org.filmwright.production.Workflows.Verb;
import org.filmwright.production.Workflows.Writing;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** Where no screenplay is yet: the one that a workflow is writing, as its words come. Looked at only while something runs. */
final class WritingDesk {
    private static final Duration BEAT = Duration.ofMillis(120);
    private static final Duration PAUSE = Duration.ofMillis(600);
    private static final int ROWS = 20;
    /** Of {@code write/2/text}. */
    private static final Pattern SCENE = Pattern.compile("/(\\d+)/");

    private final Desk desk;
    private final Clockwork clockwork;
    private final ReadOnlyObjectWrapper<Optional<Writing>> writing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty looked = new SimpleBooleanProperty();
    private final ManuscriptArea area = new ManuscriptArea("manuscript", ROWS);
    private final Label title = Labels.of("", "fw-bold");
    private final VBox column;
    private boolean reading;

    WritingDesk(Desk desk, Clockwork clockwork) {
        this.desk = desk;
        this.clockwork = clockwork;
        Button stop = Buttons.plain("manuscript-stop", "crew.stop", this::stop);
        HBox head = Bars.header(title, Labels.filler(), stop);
        title.setId("manuscript-title");
        VBox.setVgrow(area.node(), Priority.ALWAYS);
        column = new VBox(head, area.node());
        column.getStyleClass().add("fw-writing-desk");
        writing.subscribe(now -> now.ifPresent(this::show));
        desk.snapshot().subscribe(this::look);
        looked.subscribe(this::look);
    }

    VBox node() {
        return column;
    }

    /** Whether somebody looks at a pane without a screenplay. */
    BooleanProperty looked() {
        return looked;
    }

    /** What is written now. */
    ReadOnlyObjectProperty<Optional<Writing>> writing() {
        return writing.getReadOnlyProperty();
    }

    private void show(Writing now) {
        Matcher scene = SCENE.matcher(now.step());
        title.setText(scene.find()
                ? Words.of("manuscript.scene", "n", scene.group(1))
                : Words.of(now.text().script() ? "manuscript.script" : "manuscript.other"));
        area.show(now.text());
    }

    private void look() {
        boolean works = desk.snapshot().get().filter(open -> open.jobs().running() > 0).isPresent();
        if (!looked.get() || !works) {
            writing.set(looked.get() ? writing.get() : Optional.empty());
        }
        if (looked.get() && works && !reading) {
            workflows().ifPresent(workflows -> {
                reading = true;
                desk.offstage().ask(workflows::writing, this::seen, _ -> reading = false);
            });
        }
    }

    private void seen(Optional<Writing> now) {
        reading = false;
        writing.set(looked.get() ? now : Optional.empty());
        clockwork.after(now.isPresent() ? BEAT : PAUSE, this::look);
    }

    private Optional<Workflows> workflows() {
        return desk.project().get().flatMap(Project::workflows);
    }

    private void stop() {
        writing.get()
                .ifPresent(now -> workflows().ifPresent(workflows -> desk.recorder()
                        .ask(() -> workflows.steer(now.run(), Verb.CANCEL), answer -> {
                            writing.set(Optional.empty());
                            if (answer instanceof Outcome.Failed<String>(var failure)) {
                                desk.tell(failure);
                            }
                        })));
    }
}
