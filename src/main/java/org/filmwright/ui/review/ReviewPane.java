package org.filmwright.ui.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Drafts;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Underway;
import org.filmwright.ui.kit.Offer;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Motion;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.SceneTree;
import org.filmwright.ui.kit.SceneTreeModel;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.SpareRow;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.ThreePanes;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.kit.Workspace;

/** The images workspace: the light table, on which every take of the film is decided with one key. */
public final class ReviewPane implements Workspace {
    /** Narrower, and there is room for one panel beside the picture. */
    private static final double BOTH = 1480;

    private final Desk desk;
    private final Look look;
    private final Commands commands;
    private final ReviewModel model;
    private final NotesModel notes;
    private final TakePictures pictures;
    private final SceneTree tree;
    private final Loupe loupe;
    private final TakeGrid grid;
    private final Deck deck;
    private final Comparison comparison;
    private final Compare compare;
    private final Survey survey;
    private final FullView full;
    private final StackPane stack = new StackPane();
    private final StackPane root;
    private final Motion motion;
    private final BooleanProperty alone = new SimpleBooleanProperty();
    private final Filmstrip strip;
    private final TakeInspector inspector;
    private final VerbBar verbs;
    private final Retakes retakes;
    private final ThreePanes panes;
    private final ObjectProperty<Picture> looked = new SimpleObjectProperty<>(Picture.none());
    private final Held held;
    private final Imports imports;
    private int place = -1;

    /** @param draws the pictures that are on their way; @param chooser asks for a picture, under a title */
    public ReviewPane(Fittings fittings, TakePictures pictures, ObservableValue<List<Underway>> draws,
            Function<String, Optional<Path>> chooser) {
        this.pictures = pictures;
        desk = fittings.desk();
        look = fittings.look();
        commands = fittings.commands();
        model = new ReviewModel(desk);
        notes = new NotesModel(desk, model, new Drafts(fittings));
        tree = new SceneTree(desk, new SceneTreeModel(desk), ReviewPane::figure);
        comparison = new Comparison(model);
        motion = new Motion(look.reducedMotion());
        loupe = new Loupe(look, pictures);
        loupe.setId("loupe");
        deck = new Deck(desk, model, draws);
        retakes = new Retakes(fittings, model);
        grid = new TakeGrid(fittings, model, deck, () -> new TakeCard(pictures, model::isStale, look, retakes::again));
        compare = new Compare(look, model, comparison, pictures, loupe.zoom());
        survey = new Survey(look, model, comparison, pictures);
        strip = new Filmstrip(model, deck, pictures, retakes::again);
        held = new Held(commands, this::front, comparison.blink());
        imports = new Imports(fittings, model, chooser);
        commands.add(imports.command());
        commands.addAll(new ReviewCommands(this, model, fittings, new Copying(fittings, model, pictures)).all());
        NotesPart part = new NotesPart(notes, commands, () -> start().requestFocus());
        commands.addAll(NoteCommands.of(notes, () -> answer(part)));
        commands.addAll(retakes.commands(() -> verbs().askForCount(), this::editPrompt,
                () -> chooser.apply(Words.of("choose.recipe")).ifPresent(inspector()::reuse)));
        commands.add(new Enlarging(fittings, model, retakes).command());
        AlikePart alike = new AlikePart(fittings, model);
        commands.add(Command.when(Bindings.createBooleanBinding(() -> !alike.group().get().isEmpty(), alike.group()),
                "images.survey-alike", Scope.IMAGES, () -> comparison.lay(alike.group().get())));
        inspector = new TakeInspector(fittings, model, retakes, new VBox(alike.node(commands), part.node()),
                () -> start().requestFocus(), this::editPrompt);
        verbs = new VerbBar(model, commands, retakes, new Drafts(fittings), () -> start().requestFocus());
        panes = new ThreePanes(look, left(), centre(fittings), right());
        full = new FullView(fittings, motion, pictures);
        full.carry(notes);
        loupe.carry(notes, "", panes.rightShown().not());
        ReviewMenu.on(full, commands);
        root = new StackPane(panes, full);
        panes.visibleProperty().bind(alone.map(on -> !on));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
        held.watch(root, model.current());
        comparison.blink().subscribe(this::show);
        model.current().subscribe(this::show);
        model.strip().subscribe(this::show);
        model.view().subscribe(this::turn);
    }

    @Override
    public Scope scope() {
        return Scope.IMAGES;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public ThreePanes panes() {
        return panes;
    }

    @Override
    public List<ObservableValue<String>> status() {
        return List.of(model.autoAdvance().map(on -> Words.of(on ? "status.advance.on" : "status.advance.off")), look
                .surround()
                .map(around -> Words.of("surround", around)),
                model.filter().map(filter -> filter.isOff() ? "" : Words.of("status.hiding")),
                model.inTrash().map(trash -> trash ? Words.of("status.trash") : ""));
    }

    @Override
    public void shown(boolean front) {
        held.end();
    }

    @Override
    public boolean isSettled() {
        return pictures.isSettled() && motion.isStill();
    }

    @Override
    public List<Node> stops() {
        return List.of(tree, loupe, grid.cards(), compare, survey, full.loupe(), strip, inspector.node());
    }

    @Override
    public ObservableValue<Picture> picture() {
        return looked;
    }

    @Override
    public Node start() {
        if (isFull()) {
            return full.loupe();
        }
        return switch (model.view().get()) {
            case GRID -> grid.cards();
            case LOUPE -> loupe;
            case COMPARE -> compare;
            case SURVEY -> survey;
        };
    }

    @Override
    public ObservableValue<Boolean> alone() {
        return alone;
    }

    boolean isFull() {
        return alone.get();
    }

    Comparison comparison() {
        return comparison;
    }

    Compare compare() {
        return compare;
    }

    /** The picture that keys mean. */
    Loupe front() {
        return isFull() ? full.loupe() : loupe;
    }

    Held held() {
        return held;
    }

    void toggleFull() {
        alone.set(!alone.get());
        full.show(alone.get());
        show();
        start().requestFocus();
    }

    /** Where one can see it. */
    private void answer(NotesPart part) {
        if (isFull()) {
            toggleFull();
        }
        panes.rightShown().set(true);
        part.answer();
    }

    /** Begins a note on the picture; where none is seen whole, it is shown first. */
    void draw() {
        if (!isFull()) {
            model.look(ReviewView.LOUPE);
        }
        notes.begin();
        front().draw();
    }

    /** The words in place, where one can see them. */
    private void editPrompt() {
        if (isFull()) {
            toggleFull();
        }
        if (!panes.rightShown().get() && panes.getWidth() < look.px(BOTH)) {
            panes.leftShown().set(false);
        }
        panes.rightShown().set(true);
        inspector.prompt().edit();
    }

    @Override
    public Optional<Offer> offer(List<Path> files, Node under) {
        return inspector.offer(files, under).or(() -> imports.offer(files, under, tree, stack));
    }

    TakeInspector inspector() {
        return inspector;
    }

    /** The verbs, where their questions can be seen. */
    VerbBar verbs() {
        if (isFull()) {
            toggleFull();
        }
        return verbs;
    }

    TakeGrid grid() {
        return grid;
    }

    private Region left() {
        Label figure = Labels.fixed(model.laid().map(ReviewPane::approvedShots), "fw-mono", "fw-muted", "fw-caption");
        return Bars.column(tree, Bars.panelHeader(Words.of("scenes.title"), desk.snapshot().map(open -> ""), figure),
                tree, new FilterBar(model));
    }

    private static String figure(SceneTreeModel.Row.OfScene row) {
        return Words.of("images.of", "approved", row.approved(), "shots", row.shots());
    }

    private static String approvedShots(Table.Laid laid) {
        return laid.shots() == 0
                ? ""
                : Words.of("images.approved", "approved", laid.circled(), "shots", laid.shots());
    }

    private Region centre(Fittings fittings) {
        Blanks blanks = new Blanks(commands, model, retakes);
        ReviewHeader header = new ReviewHeader(fittings, model, loupe);
        stack.getChildren()
                .addAll(loupe, grid, compare, survey, blanks.closed(), blanks.undrawn(),
                        blanks.hidden(), blanks.emptyTrash());
        VBox centre = Bars.column(stack, header, stack, new DoneBar(model, commands), verbs, new SpareRow(
                strip, look, Filmstrip.ROOM));
        ReviewMenu.on(stack, commands);
        showing(ReviewState.NO_PROJECT, blanks.closed());
        when(() -> model.state().get() == ReviewState.NO_TAKES && deck.tiles().isEmpty(), blanks.undrawn());
        showing(ReviewState.ALL_HIDDEN, blanks.hidden());
        showing(ReviewState.EMPTY_TRASH, blanks.emptyTrash());
        showing(ReviewState.TAKES, header, verbs);
        when(() -> model.state().get() == ReviewState.TAKES && model.view().get() == ReviewView.GRID
                || model.state().get() == ReviewState.NO_TAKES && !deck.tiles().isEmpty(), grid);
        looking(ReviewView.LOUPE, loupe);
        looking(ReviewView.COMPARE, compare);
        looking(ReviewView.SURVEY, survey);
        when(() -> model.state().get() == ReviewState.TAKES && model.view().get() != ReviewView.GRID, strip);
        return centre;
    }

    private void looking(ReviewView view, Node node) {
        when(() -> model.state().get() == ReviewState.TAKES && model.view().get() == view, node);
    }

    private Region right() {
        return Bars.column(inspector.node(), inspector.node());
    }

    private void showing(ReviewState state, Node... nodes) {
        when(() -> model.state().get() == state, nodes);
    }

    private void when(BooleanSupplier shown, Node... nodes) {
        Observable[] causes = {model.state(), model.view(), deck.tiles()};
        for (Node node : nodes) {
            Presence.when(Bindings.createBooleanBinding(shown::getAsBoolean, causes), node);
        }
    }

    /** Another view: the keys go on where the eyes are. */
    private void turn() {
        if (model.view().get() != ReviewView.LOUPE && !isFull()) {
            notes.leave();
        }
        show();
        if (holdsFocus()) {
            start().requestFocus();
        }
    }

    private boolean holdsFocus() {
        return root.getScene() != null
                && Stream.iterate(root.getScene().getFocusOwner(), Objects::nonNull, Node::getParent)
                        .anyMatch(node -> node == root);
    }

    /** Esc leaves the innermost of what was entered. */
    private void leave(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && notes.drawing().get()) {
            notes.leave();
            start().requestFocus();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && (isFull() || model.view().get().isPassing())) {
            if (isFull()) {
                toggleFull();
            } else {
                comparison.leave();
            }
            key.consume();
        }
    }

    /** In the grid the cards have their own small pictures, so that only the second screen needs the large one. */
    private void show() {
        Optional<Frame> frame = model.frame();
        if (model.view().get() == ReviewView.GRID && !isFull()) {
            looked.set(frame.map(shown -> pictures.whole(shown.take())).orElseGet(Picture::none));
            frame.ifPresent(loupe::say);
        } else {
            showLarge(frame);
        }
        inspector.measure(looked.get());
    }

    private void showLarge(Optional<Frame> frame) {
        frame.ifPresent(shown -> fetchAhead(model.place()));
        Optional<Frame> seen = comparison.blink().get()
                ? comparison.previous().flatMap(model::frame).or(() -> frame)
                : frame;
        seen.ifPresentOrElse(shown -> {
            looked.set(loupe.show(shown));
            if (isFull()) {
                full.loupe().show(shown);
            }
        }, () -> {
            looked.set(Picture.none());
            loupe.clear();
        });
    }

    /** The one that is looked at, four on and two back, the way one goes. */
    private void fetchAhead(int at) {
        int way = at < place ? -1 : 1;
        place = at;
        pictures.fetchAhead(IntStream.of(0, 1, 2, 3, 4, -1, -2)
                .map(ahead -> at + way * ahead)
                .filter(i -> i >= 0 && i < model.strip().size())
                .mapToObj(i -> model.strip().get(i).take())
                .toList());
    }
}
