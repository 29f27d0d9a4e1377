package org.filmwright.ui.jobs;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.filmwright.base.FrameSize;
import org.filmwright.production.Job;
import org.filmwright.production.JobQueue;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.KeyHint;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** What can be done about a job, at the end of its row. The keys of the drawer do the same to the chosen row. */
final class JobButtons extends HBox {
    /** More than have room in the column of buttons. */
    private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");

    private final Button smaller;
    private final Button retry;
    private final Button details;
    private final Button stop;
    private final Button first;
    private final Button drop;
    private final Button resume;
    private final Button show;
    private final Button answer;
    private Optional<Job> job = Optional.empty();

    JobButtons(JobVerbs verbs) {
        getStyleClass().add("fw-job-buttons");
        smaller = button("", "", () -> job.ifPresent(verbs::retrySmaller));
        retry = worded(verbs, "jobs.retry", "", "job.retry", verbs::retry);
        details = worded(verbs, "jobs.log", "flat", "job.log", verbs::log);
        stop = worded(verbs, "jobs.remove", "", "job.remove", verbs::remove);
        stop.setTooltip(new Tooltip(Words.of("job.remove.tip")));
        first = button("", "fw-icon-button", () -> job.ifPresent(verbs::first));
        first.setGraphic(Glyphs.icon(MaterialDesignA.ARROW_COLLAPSE_UP));
        Buttons.name(first, Words.of("command.jobs.first"), verbs.commands().keys().text("jobs.first"));
        drop = worded(verbs, "jobs.remove", "", "job.drop", verbs::remove);
        drop.setTooltip(new Tooltip(Words.of("job.drop.tip")));
        resume = button(Words.of("job.resume"), "", () -> job.ifPresent(verbs::retry));
        show = worded(verbs, "jobs.show", "flat", "job.show", verbs::show);
        answer = worded(verbs, "jobs.show", "", "job.answer", verbs::show);
    }

    void show(Job shown, JobsModel model) {
        job = Optional.of(shown);
        getChildren().setAll(switch (shown.state()) {
            case FAILED -> model.smaller(shown).map(this::failedSmaller).orElse(new Button[]{retry, details});
            case RUNNING -> new Button[]{stop};
            case LACKING -> new Button[]{details};
            case ASKING -> new Button[]{shown.work().task() == Job.Task.CIRCLE ? show : answer};
            case DONE -> new Button[]{show};
            case HELD, STOPPED -> new Button[]{resume};
            case WAITING -> JobQueue.canDrop(shown) ? new Button[]{first, drop} : new Button[]{first};
            case RETRYING, BLOCKED, PAUSED -> JobQueue.canDrop(shown) ? new Button[]{drop} : new Button[0];
            case DROPPED -> new Button[0];
        });
        pseudoClassStateChanged(MANY, getChildren().size() > 2);
    }

    /** Buttons are never cut off; the words before them are. */
    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    private Button[] failedSmaller(FrameSize size) {
        smaller.setText(Words.of("job.smaller", "size", JobWords.size(size)));
        smaller.setAccessibleText(smaller.getText());
        return new Button[]{smaller, retry, details};
    }

    private Button worded(JobVerbs verbs, String command, String style, String key, Consumer<Job> action) {
        Button button = button("", style, () -> job.ifPresent(action));
        String words = Words.of(key);
        HBox row = new HBox(Labels.fixed(words), new KeyHint(verbs.commands(), command));
        row.getStyleClass().add("fw-button-row");
        button.setGraphic(row);
        button.setAccessibleText(words);
        return button;
    }

    /** Not a stop of the Tab key: the rows are, and their keys do what the buttons do. */
    private static Button button(String words, String style, Runnable action) {
        Button button = new Button(words);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("fw-compact");
        if (!style.isEmpty()) {
            button.getStyleClass().add(style);
        }
        button.setAccessibleText(words);
        button.setFocusTraversable(false);
        button.setOnAction(press -> action.run());
        return button;
    }
}
