package org.filmwright.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.filmwright.production.Snapshot;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The chips of the top bar: the run, and the jobs behind it. */
final class Chips {
    private Chips() {}

    static List<Node> of(StudioModel model, Desk desk, Commands commands) {
        return List.of(runChip(model, commands), jobsChip(desk), failedChip(desk));
    }

    /** What is being made and how far it is, with a way to stop it. */
    private static HBox runChip(StudioModel model, Commands commands) {
        ProgressBar bar = new ProgressBar();
        bar.setId("run-progress");
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(() -> model.run()
                        .step()
                        .get()
                        .map(RunModel.Step::fraction)
                        .orElse(0.0), model.run().step()));
        Label percent = Labels.fixed(model.run()
                .step()
                .map(step -> step.map(at -> Words.of("unit.percent", "value",
                        Math.round(at.fraction() * 100))).orElse("")),
                "fw-mono");
        bar.setAccessibleText(Words.of("run.progress"));
        Button stop = Buttons.icon(commands, "run.stop", MaterialDesignS.STOP, "flat");
        HBox chip = new HBox(bar, percent, stop);
        chip.getStyleClass().addAll("fw-chip", "fw-run-chip");
        chip.visibleProperty().bind(model.run().step().map(Optional::isPresent));
        chip.managedProperty().bind(chip.visibleProperty());
        return chip;
    }

    /** Counts durable jobs that wait or run; hidden while there are none. */
    private static Label jobsChip(Desk desk) {
        return chip(desk, "chip.jobs", jobs -> jobs.waiting() + jobs.running(), Glyphs.icon(MaterialDesignP.PLAY));
    }

    private static Label failedChip(Desk desk) {
        return chip(desk, "chip.failed", Snapshot.Jobs::failed, Glyphs.failed());
    }

    private static Label chip(Desk desk, String words, ToIntFunction<Snapshot.Jobs> count, Node glyph) {
        ObservableValue<Integer> jobs = desk.snapshot()
                .map(open -> open.map(Snapshot::jobs)
                        .map(count::applyAsInt)
                        .orElse(0));
        Label chip = Labels.fixed(jobs.map(n -> Words.count(words, n)), "fw-chip", "fw-mono");
        chip.setId(words.replace('.', '-'));
        chip.setGraphic(glyph);
        chip.visibleProperty().bind(jobs.map(n -> n > 0));
        chip.managedProperty().bind(chip.visibleProperty());
        return chip;
    }
}
