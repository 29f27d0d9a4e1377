package org.filmwright.ui.jobs;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.production.Job;
import org.filmwright.production.JobQueue;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.ScrollColumn;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What happened to the chosen job, beside the list: the reason of a failure in full, and every event with its time. */
final class JobLog extends VBox {
    private final SimpleStringProperty title = new SimpleStringProperty("");
    private final VBox events = new VBox();
    private String text = "";

    JobLog(Runnable close) {
        setId("job-log");
        getStyleClass().add("fw-job-log");
        Button copy = new Button(Words.of("error.copy"));
        copy.getStyleClass().addAll("flat", "fw-compact");
        copy.setAccessibleText(Words.of("job.log.copy"));
        copy.setOnAction(press -> copy());
        Button shut = new Button();
        shut.setGraphic(Glyphs.icon(MaterialDesignC.CLOSE));
        shut.getStyleClass().addAll("flat", "fw-icon-button");
        Buttons.name(shut, Words.of("job.log.close"), "");
        shut.setOnAction(press -> close.run());
        HBox head = new HBox(Labels.of(title, "fw-bold"), Labels.filler(), copy, shut);
        head.getStyleClass().addAll("fw-header", "fw-panel-header");
        events.getStyleClass().add("fw-job-events");
        ScrollColumn scroll = ScrollColumn.of(events);
        scroll.setAccessibleText(Words.of("job.log.events"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
    }

    void show(Job job, List<JobQueue.Entry> log) {
        title.set(JobWords.name(job));
        events.getChildren().clear();
        if (job.failure().isPresent()) {
            Label reason = Labels.of(JobWords.reason(job), "fw-job-reason");
            reason.setWrapText(true);
            events.getChildren().add(reason);
        }
        log.forEach(entry -> events.getChildren().add(row(entry)));
        text = JobWords.name(job) + "\n" + JobWords.reason(job) + "\n" + log.stream()
                .map(entry -> entry.at() + " " + entry.type() + " " + entry.detail())
                .collect(Collectors.joining("\n"));
    }

    private static Node row(JobQueue.Entry entry) {
        String attempt = entry.detail().getOrDefault("attempt", "");
        String key = "job.event." + entry.type();
        String what = Words.has(key) ? Words.of(key, "attempt", attempt) : entry.type();
        HBox row = new HBox(Labels.fixed(JobWords.at(entry.at()), "fw-mono", "fw-muted", "fw-job-at"), Labels.of(what));
        row.getStyleClass().add("fw-row");
        return row;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
