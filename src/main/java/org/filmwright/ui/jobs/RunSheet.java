package org.filmwright.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.base.Outcome;
import org.filmwright.production.Job;
import org.filmwright.production.Project;
import org.filmwright.production.RunPicture;
import org.filmwright.production.Workflows;
import org.filmwright.production.Workflows.Verb;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.ScrollColumn;
import org.filmwright.ui.kit.Words;

/** A run over the window: its picture, live while it is looked at, what can be done about it, and how it went. */
final class RunSheet {
    private static final Duration WATCH = Duration.ofMillis(500);

    private final Fittings fittings;
    private final JobsModel model;
    private final BiConsumer<Job, Runnable> answer;
    private final RunView view = new RunView();
    private final Label title = Labels.of("", "fw-title");
    private final Label state = Labels.of("", "fw-muted");
    private final Label about = Labels.of("");
    private final Button pause = button("run-pause", "run.pause", this::pauseOrResume);
    private final Button cancel = button("run-cancel", "run.cancel", () -> steer(Verb.CANCEL));
    private final Button ask = button("run-answer", "run.answer", this::answer);
    private final Button retry = button("run-retry", "run.retry", this::repair);
    private final Button repair = button("run-repair", "run.repair", this::askRepair);
    private final Button replay = button("run-replay", "run.replay", this::toggleReplay);
    private final Slider when = new Slider();
    private final Label event = Labels.fixed("", "fw-mono", "fw-muted");
    private final HBox past = new HBox(when, event);
    private final ScrollColumn scroll = ScrollColumn.of(view);
    private final VBox card = new VBox();
    private String run = "";
    private Optional<RunPicture> picture = Optional.empty();
    private boolean reading;
    private boolean lookingBack;

    /** @param answer asks what a job asks, and then does the other */
    RunSheet(Fittings fittings, JobsModel model, BiConsumer<Job, Runnable> answer) {
        this.fittings = fittings;
        this.model = model;
        this.answer = answer;
        card.setId("run-sheet");
        card.getStyleClass().addAll("fw-sheet", "fw-run-sheet");
        card.getChildren().addAll(head(), middle(), past, foot());
        view.chosen().subscribe(this::tellOfChosen);
        view.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                Stream.of(ask, retry).filter(Button::isVisible).findFirst().ifPresent(Button::fire);
                key.consume();
            }
        });
    }

    void open(String wanted) {
        run = wanted;
        look();
    }

    private HBox head() {
        HBox head = new HBox(new VBox(title, state), Labels.filler(), replay, pause, cancel);
        HBox.setHgrow(head.getChildren().getFirst(), Priority.SOMETIMES);
        title.setWrapText(true);
        title.setMinHeight(Label.USE_PREF_SIZE);
        state.setId("run-state");
        cancel.setTooltip(new Tooltip(Words.of("run.cancel.tip")));
        head.getStyleClass().add("fw-run-head");
        return head;
    }

    /** Scrolls to what is looked at first; where one goes from there, the pane follows by itself. */
    private void reveal(RunNode node) {
        if (node.getScene() != null) {
            scroll.scrollTo(node);
        }
    }

    private ScrollColumn middle() {
        scroll.setHbarPolicy(ScrollColumn.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setAccessibleText(Words.of("run.picture"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        when.setId("run-when");
        when.setMin(1);
        when.setBlockIncrement(1);
        when.setAccessibleText(Words.of("run.events"));
        when.valueProperty().subscribe(this::lookBack);
        HBox.setHgrow(when, Priority.ALWAYS);
        past.getStyleClass().add("fw-run-replay");
        past.setVisible(false);
        past.managedProperty().bind(past.visibleProperty());
        return scroll;
    }

    private HBox foot() {
        about.setId("run-about");
        about.setWrapText(true);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        ask.getStyleClass().add("accent");
        ask.setTooltip(new Tooltip(Words.of("run.answer.tip")));
        retry.setTooltip(new Tooltip(Words.of("run.answer.tip")));
        repair.setTooltip(new Tooltip(Words.of("run.repair.tip")));
        HBox foot = new HBox(about, ask, retry, repair,
                button("sheet-close", "sheet.close", () -> fittings.sheets().close()));
        foot.getStyleClass().add("fw-run-head");
        return foot;
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = Buttons.plain(id, words, action);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /** Reads behind the window; again as long as something may change and somebody looks. */
    private void look() {
        if (!reading) {
            reading = fittings.desk().project().get().isPresent();
            ask(workflows -> workflows.picture(run), this::shown, _ -> reading = false);
        }
    }

    private <T> void ask(Function<Workflows, Optional<T>> question, Consumer<Optional<T>> then,
            Consumer<RuntimeException> failed) {
        fittings.desk()
                .project()
                .get()
                .flatMap(Project::workflows)
                .ifPresent(workflows -> fittings.desk()
                        .offstage()
                        .ask(() -> question.apply(workflows), then, failed));
    }

    private void shown(Optional<RunPicture> read) {
        reading = false;
        boolean first = picture.isEmpty();
        picture = read;
        if (read.isEmpty()) {
            fittings.toasts().done(Words.of("run.gone"));
        } else if (first) {
            show(read.get());
            fittings.sheets().spread(card, card);
            card.applyCss();
            view.first().ifPresent(node -> {
                node.setSelected(true);
                node.requestFocus();
                FxBridge.later(() -> reveal(node));
            });
            watch();
        } else if (!past.isVisible()) {
            show(read.get());
            watch();
        }
    }

    private void watch() {
        if (picture.filter(now -> !now.state().ended()).isPresent()) {
            fittings.clockwork().after(WATCH, () -> {
                if (card.getScene() != null && !past.isVisible()) {
                    look();
                }
            });
        }
    }

    private void show(RunPicture shown) {
        Instant now = shown.at().orElseGet(model::now);
        view.show(shown, now);
        title.setText(shown.title());
        state.setText(Words.of("run.head", "state", Words.of("run.state", shown.state()), "time",
                RunNode.took(shown.span(), now).orElse("")));
        boolean resumes = shown.state() == RunPicture.State.PAUSED || shown.state() == RunPicture.State.FAILED
                || shown.state() == RunPicture.State.STOPPED;
        pause.setText(Words.of(resumes ? "run.resume" : "run.pause"));
        pause.setAccessibleText(pause.getText());
        boolean live = shown.at().isEmpty();
        pause.setVisible(live && shown.state() != RunPicture.State.DONE);
        cancel.setVisible(live && !shown.state().ended());
        tellOfChosen();
    }

    private void tellOfChosen() {
        Optional<RunNode> chosen = view.chosen().get();
        Job.State at = chosen.map(node -> node.node().reach().state()).orElse(Job.State.BLOCKED);
        boolean live = !past.isVisible();
        boolean broken = at == Job.State.FAILED || at == Job.State.STOPPED;
        about.setText(chosen.map(node -> node.node().trouble().orElse(node.getAccessibleText())).orElse(""));
        ask.setVisible(live && at == Job.State.ASKING && chosen.flatMap(this::job).isPresent());
        retry.setVisible(live && broken);
        repair.setVisible(live && !broken && chosen.filter(node -> node.node().reach().done() > 0).isPresent());
    }

    private Optional<Job> job(RunNode node) {
        return node.node().job().flatMap(model::row).map(row -> row.job().get());
    }

    private void answer() {
        view.chosen().get().flatMap(this::job).ifPresent(job -> answer.accept(job, this::again));
    }

    /** The same once more, after something else lay in its place. */
    private RunSheet again() {
        RunSheet again = new RunSheet(fittings, model, answer);
        again.open(run);
        return again;
    }

    /** What is done is not opened by a key too many: it is done again, and whoever charges is paid again. */
    private void askRepair() {
        view.chosen().get().ifPresent(node -> {
            String of = node.run();
            String name = node.node().name();
            fittings.sheets()
                    .ask(new Question(Words.of("run.repair.title", "name", name), Words.of("run.repair.words"), List.of(
                            new Question.Answer("repair-back", Words.of("gate.back"), Question.Kind.PLAIN,
                                    this::again),
                            new Question.Answer("repair-go", Words.of("run.repair"), Question.Kind.PLAIN,
                                    () -> again().act(workflows -> workflows.repair(of, name))))));
        });
    }

    private void pauseOrResume() {
        boolean resumes = pause.getText().equals(Words.of("run.resume"));
        steer(resumes ? Verb.RESUME : Verb.PAUSE);
    }

    private void steer(Verb verb) {
        picture.ifPresent(shown -> act(workflows -> workflows.steer(shown.run(), verb)));
    }

    private void repair() {
        view.chosen().get().ifPresent(node -> act(workflows -> workflows.repair(node.run(), node.node().name())));
    }

    private void act(Function<Workflows, Outcome<String>> what) {
        fittings.desk()
                .project()
                .get()
                .flatMap(Project::workflows)
                .ifPresent(workflows -> fittings.desk()
                        .recorder()
                        .ask(() -> what.apply(workflows), answer -> {
                            if (answer instanceof Outcome.Failed<String>(var failure)) {
                                fittings.desk().tell(failure);
                            }
                            look();
                        }));
    }

    private void toggleReplay() {
        if (past.isVisible()) {
            past.setVisible(false);
            replay.setText(Words.of("run.replay"));
            look();
        } else {
            picture.ifPresent(shown -> ask(workflows -> Optional.of(workflows.events(shown.run())), events -> {
                past.setVisible(true);
                replay.setText(Words.of("run.now"));
                when.setMax(events.orElse(1));
                when.setValue(events.orElse(1));
                lookBack();
                when.requestFocus();
            }, _ -> {}));
        }
    }

    /** One event at a time; where the slider has moved on meanwhile, that one is next. */
    private void lookBack() {
        int wanted = (int) Math.round(when.getValue());
        if (past.isVisible() && !lookingBack) {
            lookingBack = true;
            picture.ifPresent(shown -> ask(workflows -> workflows.picture(shown.run(), wanted), then -> {
                lookingBack = false;
                if (past.isVisible()) {
                    then.ifPresent(stood -> {
                        event.setText(Words.of("run.event", "n", wanted, "all", Math.round(when.getMax()), "at",
                                JobWords.at(stood.at().orElseThrow())));
                        show(stood);
                    });
                    if (wanted != Math.round(when.getValue())) {
                        lookBack();
                    }
                }
            }, _ -> lookingBack = false));
        }
    }
}
