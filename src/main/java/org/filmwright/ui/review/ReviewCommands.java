package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.history.Change;
import org.filmwright.production.Emptying;
import org.filmwright.review.Decision;
import org.filmwright.review.Marks;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.CardGrid;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Till;
import org.filmwright.ui.kit.Words;

/** Everything that can be told to the light table, by key, button, menu or name. */
final class ReviewCommands {
    private final ReviewPane pane;
    private final ReviewModel model;
    private final Desk desk;
    private final Fittings fittings;
    private final Copying copying;
    private final ObservableBooleanValue looking;
    private final ObservableBooleanValue deciding;

    ReviewCommands(ReviewPane pane, ReviewModel model, Fittings fittings, Copying copying) {
        this.pane = pane;
        this.model = model;
        this.desk = fittings.desk();
        this.fittings = fittings;
        this.copying = copying;
        looking = Bindings.createBooleanBinding(() -> model.state().get() == ReviewState.TAKES, model.state());
        deciding = Bindings.createBooleanBinding(() -> looking.get() && !model.inTrash().get(), looking, model
                .inTrash());
    }

    /** The command that gives so many stars. */
    static String stars(int stars) {
        return "images.stars-" + stars;
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>(decisions());
        all.addAll(looks());
        IntStream.rangeClosed(0, Marks.MOST)
                .mapToObj(stars -> deciding(stars(stars), () -> model.decide(new Decision.Rates(stars), false)))
                .forEach(all::add);
        return all;
    }

    private List<Command> decisions() {
        ObservableBooleanValue inTrash = Bindings.createBooleanBinding(() -> looking.get() && model.inTrash().get(),
                looking, model.inTrash());
        ObservableBooleanValue filled = Bindings.createBooleanBinding(() -> model.trashed() > 0, desk.snapshot());
        ObservableBooleanValue planned = Bindings.createBooleanBinding(() -> desk.scene().get().isPresent(), desk
                .scene());
        return List.of(ruling("images.approve", Ruling.APPROVED, false),
                ruling("images.reject", Ruling.REJECTED, false),
                deciding("images.reject-why", () -> pane.verbs().askForFlaw()),
                deciding("images.changes", () -> pane.verbs().askForNote()),
                deciding("images.draw", pane::draw),
                ruling("images.renew", Ruling.NEW, false),
                ruling("images.approve-stay", Ruling.APPROVED, true),
                ruling("images.reject-stay", Ruling.REJECTED, true),
                ruling("images.renew-go", Ruling.NEW, true),
                deciding("images.use", () -> model.decide(new Decision.Uses(), false)),
                deciding("images.trash", this::trash),
                Command.when(inTrash, "images.restore", Scope.IMAGES, this::restore),
                Command.when(filled, "images.empty-trash", Scope.IMAGES, this::askToEmpty),
                Command.when(planned, "images.generate", Scope.IMAGES, this::generate),
                Command.always("images.auto-advance", Scope.IMAGES, model::toggleAutoAdvance));
    }

    private List<Command> looks() {
        Look look = fittings.look();
        return List.of(looking("images.next", () -> move(1, 0)), looking("images.previous", () -> move(-1, 0)),
                looking("images.next-shot", () -> move(0, 1)), looking("images.previous-shot", () -> move(0, -1)),
                looking("images.take-on", () -> take(1)), looking("images.take-back", () -> take(-1)),
                looking("images.compare", pane.comparison()::compare),
                looking("images.compare-way", pane.compare()::nextWay),
                looking("images.survey", () -> pane.comparison().survey(ofShot())),
                looking("images.survey-remove", () -> model.current().get().ifPresent(pane.comparison()::remove)),
                looking("images.full", pane::toggleFull),
                Command.held(looking, "images.hold-full", Scope.IMAGES, () -> pane.held().enlarge()),
                Command.held(looking, "images.hold-previous", Scope.IMAGES,
                        () -> pane.comparison().blink().set(true)),
                looking("images.grid", () -> model.look(ReviewView.GRID)),
                looking("images.loupe", () -> model.look(ReviewView.LOUPE)),
                looking("images.copy", copying::pictures), looking("images.copy-prompt", copying::prompt),
                looking("images.select-all", this::pickAll),
                looking("images.select-none", () -> model.picks().none()),
                looking("images.zoom", () -> pane.front().toggleZoom()),
                Command.always("images.info", Scope.IMAGES,
                        () -> pane.panes().rightShown().set(!pane.panes().rightShown().get())),
                Command.always("images.surround", Scope.IMAGES,
                        () -> look.surround().set(look.surround().get().next())),
                Command.always("images.see-trash", Scope.IMAGES, () -> model.inTrash().set(!model.inTrash().get())),
                Command.always("images.show-all", Scope.IMAGES, this::showAll));
    }

    /** A card or a row in the grid; a take or a shot elsewhere. */
    private void move(int takes, int shots) {
        switch (pane.isFull() ? ReviewView.LOUPE : model.view().get()) {
            case GRID -> pane.grid().cards().move(takes, shots, CardGrid.Reach.ONLY);
            case LOUPE -> go(takes, shots);
            case COMPARE -> pane.comparison().pickSide(takes < 0 || takes == 0 && shots < 0);
            case SURVEY -> pane.comparison().step(takes, shots);
        }
    }

    private void go(int takes, int shots) {
        if (takes != 0) {
            model.step(takes);
        } else {
            model.stepShot(shots);
        }
    }

    /** Another take: in a comparison it takes the place of the current one. */
    private void take(int by) {
        if (model.view().get() == ReviewView.COMPARE) {
            int at = model.place() + by;
            boolean other = at >= 0 && at < model.strip().size() && pane.comparison()
                    .pair()
                    .get()
                    .filter(two -> two.holds(model.strip().get(at).id()))
                    .isPresent();
            model.step(other ? 2 * by : by);
        } else {
            move(by, 0);
        }
    }

    private List<Frame> ofShot() {
        return model.frame()
                .map(frame -> model.strip().stream().filter(other -> other.shot().equals(frame.shot())).toList())
                .orElse(List.of());
    }

    /** All that is shown, where one can see what that is. */
    private void pickAll() {
        model.look(ReviewView.GRID);
        model.pickAll();
    }

    private Command ruling(String id, Ruling ruling, boolean invert) {
        return deciding(id, () -> model.decide(new Decision.Rules(ruling), invert));
    }

    private Command deciding(String id, Runnable action) {
        return Command.when(deciding, id, Scope.IMAGES, action);
    }

    private Command looking(String id, Runnable action) {
        return Command.when(looking, id, Scope.IMAGES, action);
    }

    /** Draws what is typed; else what the scene being looked at lacks, and what is stale in it. */
    private void generate() {
        if (pane.inspector().prompt().isTyping()) {
            pane.inspector().prompt().send();
            return;
        }
        desk.scene().get().ifPresent(new Till(fittings)::scene);
    }

    private void showAll() {
        model.inTrash().set(false);
        model.filter().set(Filter.NONE);
    }

    private void trash() {
        List<Frame> targets = model.targets();
        List<TakeId> takes = targets.stream().map(Frame::id).toList();
        if (!takes.isEmpty()) {
            desk.edit(editor -> editor.trash(takes), change -> {
                Button undo = new Button(Words.of("toast.undo"));
                undo.setId("undo-trash");
                undo.setOnAction(press -> takeBack(change, takes));
                fittings.toasts()
                        .done(Words.count("images.trashed", takes.size(), "shot", targets.getFirst().shot().label(),
                                "number", targets.getFirst().take().number()), undo);
            });
        }
    }

    /** Where something else was changed meanwhile, that stays. */
    private void takeBack(Change change, List<TakeId> takes) {
        if (desk.snapshot().get().flatMap(open -> open.edits().undo()).equals(Optional.of(change))) {
            desk.undo();
        } else {
            desk.edit(editor -> editor.restore(takes));
        }
    }

    private void askToEmpty() {
        desk.longer(table -> Outcome.ok(table.emptying()), seen -> fittings.sheets()
                .ask(new Question(Words.of("images.trash.ask"),
                        Words.count("images.trash.words", model.trashed(), "size",
                                Bytes.words(seen.freed().bytes())),
                        List.of(
                                new Question.Answer("trash-keep", Words.of("images.trash.keep"), Question.Kind.PLAIN,
                                        () -> {}),
                                new Question.Answer("trash-empty", Words.of("command.images.empty-trash"),
                                        Question.Kind.DESTRUCTIVE, () -> empty(seen))))));
    }

    private void empty(Emptying seen) {
        desk.longer(table -> table.empty(seen), freed -> fittings.toasts()
                .done(Words.of("images.trash.emptied", "size", Bytes.words(freed.bytes()))));
    }

    private void restore() {
        List<TakeId> takes = model.targets().stream().map(Frame::id).toList();
        desk.edit(editor -> editor.restore(takes));
    }
}
