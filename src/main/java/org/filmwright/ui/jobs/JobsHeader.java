package org.filmwright.ui.jobs;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.KeyHint;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The 40 pixel row of the drawer: which jobs to show, what was spent today, pause, clear, close. */
final class JobsHeader extends HBox {
    private final JobsModel model;

    /** Narrower than this there is no room to choose which jobs to show; in design pixels. */
    private static final double ROOMY = 900;

    JobsHeader(JobsModel model, Commands commands, Look look) {
        this.model = model;
        getStyleClass().addAll("fw-header", "fw-jobs-header");
        HBox segments = new HBox();
        segments.getStyleClass().add("fw-segments");
        segments.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        segments.setMinWidth(USE_PREF_SIZE);
        for (Show show : Show.values()) {
            segments.getChildren().add(segment(show));
        }
        Presence.when(Bindings.createBooleanBinding(() -> getWidth() == 0 || getWidth() >= look.px(ROOMY),
                widthProperty(), look.scale()), segments);
        Button close = Buttons.icon(commands, "view.jobs", MaterialDesignC.CHEVRON_DOWN, "flat");
        getChildren().addAll(Labels.fixed(Words.of("jobs.title"), "fw-section-title"), segments, Labels.filler(),
                Buttons.icon(commands, "jobs.picture", MaterialDesignS.SITEMAP, "flat"), pause(commands),
                Buttons.of(commands, "jobs.clear", "flat"), today(), close);
    }

    private Label today() {
        Label today = Labels.fixed(model.bill().map(JobWords::today), "fw-mono", "fw-muted");
        today.setId("jobs-today");
        return today;
    }

    private ToggleButton segment(Show show) {
        ToggleButton segment = new ToggleButton();
        segment.setId("jobs-" + show.name().toLowerCase(Locale.ROOT));
        segment.getStyleClass().addAll("fw-segment", "fw-job-segment");
        segment.textProperty()
                .bind(model.counts().map(counts -> Words.of("jobs.show." + show, "n", counts.of(show))));
        segment.accessibleTextProperty().bind(segment.textProperty());
        segment.setOnAction(press -> {
            model.show().set(show);
            segment.setSelected(true);
        });
        model.show().subscribe(now -> segment.setSelected(now == show));
        return segment;
    }

    /** Says what the press would do: pause, or let it go on. */
    private Button pause(Commands commands) {
        Button button = Buttons.of(commands, "jobs.pause", "flat");
        FontIcon icon = Glyphs.icon(MaterialDesignP.PAUSE);
        Label words = Labels.fixed(Bindings.createStringBinding(() -> Words.of(model.paused().get()
                ? "jobs.resume"
                : "command.jobs.pause"), model.paused()));
        model.paused().subscribe(resting -> icon.setIconCode(resting ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
        HBox row = new HBox(icon, words, new KeyHint(commands, "jobs.pause"));
        row.getStyleClass().add("fw-button-row");
        button.setGraphic(row);
        button.accessibleTextProperty().unbind();
        button.accessibleTextProperty().bind(words.textProperty());
        return button;
    }
}
