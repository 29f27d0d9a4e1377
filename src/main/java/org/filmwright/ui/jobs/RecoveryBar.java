package org.filmwright.ui.jobs;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.filmwright.production.JobQueue;
import org.filmwright.production.Project;
import org.filmwright.production.Recovery;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Says, under the top bar, what was found after an unclean end; there only then, until somebody has answered. */
public final class RecoveryBar extends HBox {
    private final JobsModel model;
    private final Runnable showJobs;

    /** @param showJobs opens the drawer, where every job has its log */
    public RecoveryBar(Desk desk, JobsModel model, Runnable showJobs) {
        this.model = model;
        this.showJobs = showJobs;
        setId("recovery");
        getStyleClass().add("fw-recovery");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        desk.project().subscribe(project -> {
            Optional<Recovery> found = project.flatMap(Project::recovery);
            setVisible(found.isPresent());
            found.ifPresent(this::show);
        });
    }

    private void show(Recovery recovery) {
        String time = LocalDateTime.ofInstant(recovery.upTo(), ZoneId.systemDefault())
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
        String words = recovery.stopped() == 0
                ? Words.of("recovery.none", "time", time)
                : Words.count("recovery", recovery.stopped(), "time", time);
        getChildren().setAll(new StatusGlyph(Status.WARNING), Labels.of(words), Labels.filler());
        if (recovery.stopped() > 0) {
            getChildren().add(Buttons.plain("recovery-resume", "recovery.resume", () -> {
                model.ask(JobQueue::resume);
                setVisible(false);
            }));
        }
        getChildren().add(Buttons.plain("recovery-log", "recovery.log", showJobs));
        Button close = Buttons.plain("recovery-close", "toast.dismiss", () -> setVisible(false));
        close.setText("");
        close.setGraphic(Glyphs.icon(MaterialDesignC.CLOSE));
        close.getStyleClass().addAll("flat", "fw-icon-button");
        Buttons.name(close, Words.of("toast.dismiss"), "");
        getChildren().add(close);
    }
}
