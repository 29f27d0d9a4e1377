package org.filmwright.ui.jobs;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A row of the drawer, 32 pixels, a failed one 40: its nodes are made once and say another job when they are reused. */
final class JobCell extends ListCell<JobLine> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final DataFormat JOB = new DataFormat("application/x-filmwright-job");
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");

    /** A row narrower than so many letters' heights has no room for who makes it where, and then for its price. */
    private static final double WIDE = 85;
    private static final double NARROW = 56;

    private final JobsModel model;
    private final JobButtons buttons;
    private final StatusGlyph glyph = new StatusGlyph(Status.WAITING);
    private final Label name = column("fw-bold", "fw-job-name");
    private final Label kind = column("fw-muted", "fw-job-kind");
    private final Label maker = column("fw-muted", "fw-job-maker");
    private final Label where = column("fw-muted", "fw-job-where");
    private final Label now = Labels.of("");
    private final ProgressBar bar = new ProgressBar();
    private final HBox middle = new HBox(now, bar);
    private final Label time = column("fw-mono", "fw-job-time");
    private final Label cost = column("fw-mono", "fw-job-cost");
    private final HBox line;
    private final Label done = Labels.of("", "fw-muted");
    private final HBox group;
    private Subscription watching = Subscription.EMPTY;
    private Room room = Room.WIDE;

    private enum Room {
        WIDE, NARROW, TIGHT
    }

    JobCell(JobsModel model, JobVerbs verbs) {
        this.model = model;
        buttons = new JobButtons(verbs);
        bar.setAccessibleText(Words.of("run.progress"));
        bar.getStyleClass().add("fw-job-bar");
        middle.getStyleClass().add("fw-job-middle");
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox.setHgrow(bar, Priority.ALWAYS);
        line = new HBox(glyph, name, kind, maker, where, middle, time, cost, buttons);
        line.getStyleClass().add("fw-job-row");
        group = new HBox(done);
        group.getStyleClass().addAll("fw-job-row", "fw-job-group");
        group.setOnMouseClicked(press -> verbs.toggleDone());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        getStyleClass().add("fw-job-cell");
        listViewProperty().flatMap(ListView::widthProperty).subscribe(width -> fit());
        fontProperty().subscribe(this::fit);
        setOnDragDetected(this::take);
        setOnDragOver(this::offer);
        setOnDragExited(drag -> pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(this::place);
    }

    /** What waits in a queue can be dragged to another place in it; Alt+Up and Alt+Down do the same. */
    private void take(MouseEvent drag) {
        waiting().ifPresent(job -> {
            ClipboardContent content = new ClipboardContent();
            content.put(JOB, job.id());
            startDragAndDrop(TransferMode.MOVE).setContent(content);
            drag.consume();
        });
    }

    private void offer(DragEvent drag) {
        boolean fits = drag.getDragboard().hasContent(JOB) && waiting().isPresent();
        pseudoClassStateChanged(TARGET, fits);
        if (fits) {
            drag.acceptTransferModes(TransferMode.MOVE);
            drag.consume();
        }
    }

    private void place(DragEvent drag) {
        if (drag.getDragboard().hasContent(JOB)) {
            waiting().ifPresent(there -> model.move((String) drag.getDragboard().getContent(JOB), there.id()));
            drag.setDropCompleted(true);
            drag.consume();
        }
    }

    private Optional<Job> waiting() {
        return getItem() instanceof JobLine.Entry(JobRow row) && row.state() == Job.State.WAITING
                ? Optional.of(row.job().get())
                : Optional.empty();
    }

    @Override
    protected void updateItem(JobLine item, boolean empty) {
        super.updateItem(item, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        pseudoClassStateChanged(FAILED, false);
        pseudoClassStateChanged(TALL, false);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case JobLine.DoneGroup folded -> show(folded);
            case JobLine.Entry(JobRow row) -> show(row);
        }
    }

    private void show(JobLine.DoneGroup folded) {
        done.setText(Words.count("jobs.more", folded.jobs()));
        done.setGraphic(Glyphs.icon(folded.open() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT,
                "fw-fold"));
        setAccessibleText(done.getText());
        setGraphic(group);
    }

    private void show(JobRow row) {
        watching = Subscription.combine(
                model.bill().subscribe(bill -> showCost(row.job().get(), bill)),
                row.job().subscribe(job -> showJob(row)), row.live()
                        .subscribe(
                                live -> showLive(row)),
                row.seen()
                        .subscribe(seen -> pseudoClassStateChanged(FAILED,
                                row.state() == Job.State.FAILED && !seen)));
        setGraphic(line);
    }

    private void showCost(Job job, Bill bill) {
        cost.setText(JobWords.cost(job, bill));
        Optional<String> alarm = JobWords.alarm(job, bill);
        cost.pseudoClassStateChanged(ALARM, alarm.isPresent());
        cost.setTooltip(alarm.map(Tooltip::new).orElse(null));
        cost.setAccessibleText(alarm.orElse(null));
    }

    /** Asked when the list gets its width, before it lays out its rows. */
    private void fit() {
        double ems = getListView() == null ? WIDE : getListView().getWidth() / getFont().getSize();
        Room fitting = ems >= WIDE ? Room.WIDE : ems >= NARROW ? Room.NARROW : Room.TIGHT;
        if (fitting != room) {
            room = fitting;
            if (getItem() instanceof JobLine.Entry(JobRow row)) {
                showJob(row);
            }
        }
    }

    /** Whether it says a whole sentence, which may take two lines. */
    private static boolean hasReason(Job.State state) {
        return state == Job.State.FAILED || state == Job.State.LACKING || state == Job.State.RETRYING;
    }

    private void showJob(JobRow row) {
        Job job = row.job().get();
        boolean failed = job.state() == Job.State.FAILED;
        if (job.state() != Job.State.RUNNING) {
            glyph.show(JobWords.status(job.state()));
        }
        name.setText(JobWords.name(job));
        kind.setText(JobWords.kind(job));
        maker.setText(JobWords.maker(job));
        where.setText(JobWords.where(job));
        Stream.of(kind, maker, where).forEach(column -> seen(column, room == Room.WIDE));
        seen(cost, !failed && room != Room.TIGHT);
        buttons.show(job, model);
        now.setWrapText(hasReason(job.state()));
        now.setVisible(!failed || room != Room.TIGHT);
        pseudoClassStateChanged(TALL, hasReason(job.state()));
        pseudoClassStateChanged(FAILED, failed && !row.seen().get());
        showLive(row);
    }

    private void showLive(JobRow row) {
        Job job = row.job().get();
        JobRow.Live live = row.live().get();
        boolean running = job.state() == Job.State.RUNNING;
        if (running) {
            glyph.show(live.fraction());
            bar.setProgress(Double.isNaN(live.fraction()) ? 0 : live.fraction());
        }
        boolean counted = running && !Double.isNaN(live.fraction());
        seen(bar, counted && room != Room.TIGHT);
        now.setText(JobWords.now(job, live));
        now.getStyleClass().setAll("label", counted ? "fw-mono" : "fw-job-now");
        now.pseudoClassStateChanged(FAILED, job.state() == Job.State.FAILED);
        time.setText(JobWords.time(job, live));
        seen(time, job.state() != Job.State.FAILED && (room != Room.TIGHT || !time.getText().isEmpty()));
        setAccessibleText(JobWords.spoken(job, live) + JobWords.alarm(job, model.bill().get())
                .map(words -> " " + words)
                .orElse(""));
    }

    private static void seen(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }

    private static Label column(String... styleClasses) {
        return Labels.of("", styleClasses);
    }
}
