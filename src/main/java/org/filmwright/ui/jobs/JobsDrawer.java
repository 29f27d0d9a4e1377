package org.filmwright.ui.jobs;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.production.Job;
import org.filmwright.production.JobQueue;
import org.filmwright.ui.kit.Chip;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The queue under the page in front: what failed, runs, waits and is done, and what can be done about it. */
public final class JobsDrawer implements Page, JobVerbs {
    private final Fittings fittings;
    private final JobsModel model;
    private final Consumer<Job> toResult;
    private final ListView<JobLine> list;
    private final HBox body = new HBox();
    private final VBox root;
    private final JobLog log;
    private boolean logOpen;
    private String chosen = "";

    /** @param toResult brings what a job made to the front */
    public JobsDrawer(Fittings fittings, JobsModel model, Consumer<Job> toResult) {
        this.fittings = fittings;
        this.model = model;
        this.toResult = toResult;
        list = new ListView<>(model.lines());
        fittings.commands().addAll(own());
        log = new JobLog(() -> showLog(false));
        furnishList();
        EmptyState nothing = new EmptyState(MaterialDesignT.TRAY, Words.of("jobs.empty"), "");
        Presence.when(Bindings.isEmpty(model.lines()), nothing);
        list.visibleProperty().bind(Bindings.isNotEmpty(model.lines()));
        StackPane middle = new StackPane(nothing, list);
        HBox.setHgrow(middle, Priority.ALWAYS);
        body.getChildren().add(middle);
        VBox.setVgrow(body, Priority.ALWAYS);
        root = new VBox(new JobsHeader(model, fittings.commands(), fittings.look()), body);
        root.getStyleClass().add("fw-jobs");
        root.setId("jobs-drawer");
        root.setMinHeight(0);
    }

    /** {@code 3 jobs · 4:10 left}, and how many failed; both open the drawer. */
    public static List<Node> chips(JobsModel model, Runnable open) {
        ObservableValue<String> words = Bindings.createStringBinding(() -> JobWords.chip(model.counts().get(), model
                .paused()
                .get(), model.left().get()), model.counts(), model.paused(), model.left());
        ObservableValue<String> failed = model.counts()
                .map(n -> n.failed() == 0 ? "" : Words.count("chip.failed", n.failed()));
        return List.of(new Chip("chip-jobs", Glyphs.icon(MaterialDesignP.PLAY), words, open), new Chip("chip-failed",
                new StatusGlyph(Status.FAILED), failed, open));
    }

    private void furnishList() {
        list.setId("jobs-list");
        list.setAccessibleText(Words.of("jobs.list"));
        list.getStyleClass().addAll("fw-list", "fw-job-list");
        list.setFixedCellSize(-1);
        list.setCellFactory(all -> new JobCell(model, this));
        list.getSelectionModel().selectedItemProperty().subscribe(this::chose);
        model.lines().addListener((ListChangeListener<JobLine>) change -> chooseAgain());
    }

    private void chose(JobLine line) {
        if (line != null) {
            chosen = key(line);
        }
        row(line).ifPresent(row -> {
            row.seen().set(true);
            if (logOpen) {
                readLog(row.job().get());
            }
        });
    }

    /** The chosen line stays chosen when the others change around it. */
    private void chooseAgain() {
        JobLine now = list.getSelectionModel().getSelectedItem();
        if (!chosen.isEmpty() && (now == null || !key(now).equals(chosen))) {
            String wanted = chosen;
            model.lines()
                    .stream()
                    .filter(line -> key(line).equals(wanted))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private static String key(JobLine line) {
        return row(line).map(JobRow::id).orElse("done");
    }

    private static Optional<JobRow> row(JobLine line) {
        return line instanceof JobLine.Entry(JobRow row) ? Optional.of(row) : Optional.empty();
    }

    private List<Command> own() {
        ObservableBooleanValue any = Bindings.createBooleanBinding(() -> model.counts().get().open() > 0, model
                .counts());
        ObservableBooleanValue done = Bindings.createBooleanBinding(() -> model.counts().get().done() > 0, model
                .counts());
        ObservableBooleanValue seen = Bindings.isNotEmpty(model.lines());
        ObservableBooleanValue one = list.getSelectionModel().selectedItemProperty().isNotNull();
        return List.of(Command.when(any, "jobs.pause", Scope.JOBS, model::pauseOrResume),
                Command.when(done, "jobs.clear", Scope.JOBS, model::clearDone), onChosen(one, "jobs.remove",
                        this::remove),
                onChosen(one, "jobs.first", this::first),
                onChosen(one, "jobs.sooner", job -> model.move(job, JobQueue.Way.SOONER)),
                onChosen(one, "jobs.later", job -> model.move(job, JobQueue.Way.LATER)),
                onChosen(one, "jobs.retry", this::retry),
                Command.when(seen, "jobs.picture", Scope.JOBS, this::showWorkflow),
                Command.when(one, "jobs.show", Scope.JOBS, this::enter), onChosen(one, "jobs.log", this::log));
    }

    private Command onChosen(ObservableBooleanValue one, String id, Consumer<Job> verb) {
        return Command.when(one, id, Scope.JOBS, () -> row(list.getSelectionModel().getSelectedItem()).ifPresent(
                row -> verb.accept(row.job().get())));
    }

    private void enter() {
        JobLine line = list.getSelectionModel().getSelectedItem();
        if (line instanceof JobLine.DoneGroup) {
            toggleDone();
        }
        row(line).ifPresent(row -> show(row.job().get()));
    }

    @Override
    public Commands commands() {
        return fittings.commands();
    }

    @Override
    public void retry(Job job) {
        if (job.state().ended() || job.state() == Job.State.HELD) {
            model.ask(queue -> queue.retry(job));
        }
    }

    @Override
    public void retrySmaller(Job job) {
        model.ask(queue -> queue.retrySmaller(job));
    }

    @Override
    public void remove(Job job) {
        if (job.state() == Job.State.RUNNING) {
            model.ask(queue -> queue.stop(job));
        } else if (!job.state().ended() || JobQueue.canDrop(job)) {
            model.ask(queue -> queue.drop(job));
        }
    }

    @Override
    public void first(Job job) {
        model.move(job, JobQueue.Way.FIRST);
    }

    @Override
    public void show(Job job) {
        if (job.state() == Job.State.FAILED) {
            log(job);
        } else if (job.state() == Job.State.ASKING) {
            ask(job, () -> {});
        } else {
            toResult.accept(job);
        }
    }

    private void ask(Job job, Runnable then) {
        model.read(queue -> queue.asked(job), asked -> asked.ifPresentOrElse(
                question -> new GateSheet(fittings.sheets(), model, job, question, then).open(),
                () -> toResult.accept(job)));
    }

    /** The workflow that the chosen job belongs to, else that of the first. */
    private void showWorkflow() {
        Stream.concat(Stream.ofNullable(list.getSelectionModel().getSelectedItem()), model.lines().stream())
                .flatMap(line -> row(line).stream())
                .map(row -> row.job().get().run())
                .findFirst()
                .ifPresent(run -> new RunSheet(fittings, model, this::ask).open(run));
    }

    @Override
    public void log(Job job) {
        boolean same = logOpen && chosen.equals(job.id());
        model.row(job.id()).ifPresent(row -> list.getSelectionModel().select(new JobLine.Entry(row)));
        showLog(!same);
        if (logOpen) {
            readLog(job);
        }
    }

    private void readLog(Job job) {
        model.read(queue -> queue.log(job), entries -> log.show(job, entries));
    }

    private void showLog(boolean open) {
        logOpen = open;
        if (open && !body.getChildren().contains(log)) {
            body.getChildren().add(log);
        } else if (!open) {
            body.getChildren().remove(log);
        }
    }

    @Override
    public void toggleDone() {
        model.doneOpen().set(!model.doneOpen().get());
    }

    @Override
    public Scope scope() {
        return Scope.JOBS;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(boolean front) {
        if (front && list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    @Override
    public boolean isSettled() {
        return !model.isLoading();
    }

    @Override
    public List<Node> stops() {
        return List.of(list);
    }

    @Override
    public Node start() {
        return list;
    }
}
