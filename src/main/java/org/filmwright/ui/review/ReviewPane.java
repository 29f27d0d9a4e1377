package org.filmwright.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.base.TakeId;
import org.filmwright.history.Change;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.SceneTree;
import org.filmwright.ui.kit.SceneTreeModel;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.ShotNames;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.ThreePanes;
import org.filmwright.ui.kit.Toasts;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.kit.Workspace;
import org.filmwright.ui.review.ReviewModel.Frame;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The images workspace: the takes of the film one after another, each decided with one key. */
public final class ReviewPane implements Workspace {
    private final Desk desk;
    private final Look look;
    private final Commands commands;
    private final Toasts toasts;
    private final ReviewModel model;
    private final TakePictures pictures;
    private final SceneTree tree;
    private final Loupe loupe;
    private final Filmstrip strip;
    private final TakeInspector inspector;
    private final VerbBar verbs;
    private final ThreePanes panes;
    private final ObjectProperty<Picture> looked = new SimpleObjectProperty<>(Picture.none());

    public ReviewPane(Desk desk, Commands commands, Look look, TakePictures pictures, Toasts toasts) {
        this.toasts = toasts;
        this.pictures = pictures;
        this.desk = desk;
        this.look = look;
        this.commands = commands;
        model = new ReviewModel(desk);
        tree = new SceneTree(desk, new SceneTreeModel(desk), ReviewPane::figure);
        loupe = new Loupe(look);
        strip = new Filmstrip(model, pictures);
        inspector = new TakeInspector(desk, model);
        commands.addAll(own());
        verbs = new VerbBar(model, commands, loupe::requestFocus);
        panes = new ThreePanes(look, left(), centre(), right());
        model.current().subscribe(this::show);
        model.strip().subscribe(this::show);
    }

    @Override
    public Scope scope() {
        return Scope.IMAGES;
    }

    @Override
    public Region root() {
        return panes;
    }

    @Override
    public ThreePanes panes() {
        return panes;
    }

    private List<Command> own() {
        ObservableBooleanValue looking = Bindings.createBooleanBinding(() -> model.state()
                .get() == ReviewState.LOUPE, model.state());
        ObservableBooleanValue deciding = Bindings.createBooleanBinding(() -> looking.get() && !model.inTrash().get(),
                looking, model.inTrash());
        ObservableBooleanValue inTrash = Bindings.createBooleanBinding(() -> looking.get() && model.inTrash().get(),
                looking, model.inTrash());
        ObservableBooleanValue planned = Bindings.createBooleanBinding(() -> desk.scene().get().isPresent(), desk
                .scene());
        return List.of(decision("images.approve", deciding, Ruling.APPROVED, false),
                decision("images.reject", deciding, Ruling.REJECTED, false),
                Command.when(deciding, "images.trash", Scope.IMAGES, this::trash),
                Command.when(inTrash, "images.restore", Scope.IMAGES, this::restore),
                Command.always("images.see-trash", Scope.IMAGES, () -> model.inTrash().set(!model.inTrash().get())),
                Command.when(deciding, "images.changes", Scope.IMAGES, () -> verbs().askForNote()),
                Command.when(planned, "images.generate", Scope.IMAGES, this::generate),
                decision("images.renew", deciding, Ruling.NEW, false),
                decision("images.approve-stay", deciding, Ruling.APPROVED, true),
                decision("images.reject-stay", deciding, Ruling.REJECTED, true),
                Command.when(looking, "images.next", Scope.IMAGES, () -> model.step(1)),
                Command.when(looking, "images.previous", Scope.IMAGES, () -> model.step(-1)),
                Command.when(looking, "images.next-shot", Scope.IMAGES, () -> model.stepShot(1)),
                Command.when(looking, "images.previous-shot", Scope.IMAGES, () -> model.stepShot(-1)),
                Command.when(looking, "images.zoom", Scope.IMAGES, loupe::toggleZoom),
                Command.always("images.surround", Scope.IMAGES,
                        () -> look.surround().set(look.surround().get().next())),
                Command.always("images.auto-advance", Scope.IMAGES, () -> model.autoAdvance()
                        .set(!model.autoAdvance()
                                .get())),
                Command.always("images.show-all", Scope.IMAGES, this::showAll));
    }

    @Override
    public List<ObservableValue<String>> status() {
        return List.of(model.autoAdvance().map(on -> Words.of(on ? "status.advance.on" : "status.advance.off")), look
                .surround()
                .map(around -> Words.of("surround", around)),
                model.hidden().map(hidden -> hidden.isEmpty() ? "" : Words.of("status.hiding")),
                model.inTrash().map(trash -> trash ? Words.of("status.trash") : ""));
    }

    @Override
    public void shown(boolean front) {}

    @Override
    public boolean isSettled() {
        return pictures.isSettled();
    }

    @Override
    public List<Node> stops() {
        return List.of(tree, loupe, strip, inspector.node());
    }

    @Override
    public ObservableValue<Picture> picture() {
        return looked;
    }

    @Override
    public Node start() {
        return loupe;
    }

    /** Draws what the scene being looked at lacks, and what is stale in it. */
    private void generate() {
        desk.scene().get().ifPresent(scene -> desk.edit(editor -> editor.refresh(scene)));
    }

    private void showAll() {
        model.inTrash().set(false);
        model.hidden().set(Set.of());
    }

    private void trash() {
        model.frame().ifPresent(frame -> desk.edit(editor -> editor.trash(frame.take().id()), change -> {
            Button undo = new Button(Words.of("toast.undo"));
            undo.setId("undo-trash");
            undo.setOnAction(press -> takeBack(change, frame.take().id()));
            toasts.done(Words.of("images.trashed", "shot", frame.shot().label(), "number", frame.take().number()),
                    Optional.of(undo));
        }));
    }

    /** Where something else was changed meanwhile, that stays. */
    private void takeBack(Change change, TakeId take) {
        if (desk.snapshot().get().flatMap(open -> open.edits().undo()).equals(Optional.of(change))) {
            desk.undo();
        } else {
            desk.edit(editor -> editor.restore(take));
        }
    }

    private void restore() {
        model.frame().ifPresent(frame -> desk.edit(editor -> editor.restore(frame.take().id())));
    }

    private VerbBar verbs() {
        return verbs;
    }

    private Command decision(String id, ObservableBooleanValue possible, Ruling ruling, boolean invert) {
        return Command.when(possible, id, Scope.IMAGES, () -> model.decide(ruling, "", invert));
    }

    private Region left() {
        Label figure = Labels.fixed(Bindings.createStringBinding(this::approvedShots, model.strip(), desk.snapshot()),
                "fw-mono", "fw-muted", "fw-caption");
        return Bars.column(tree, Bars.panelHeader(Words.of("scenes.title"), desk.snapshot().map(open -> ""), figure),
                tree, new FilterBar(model));
    }

    private static String figure(SceneTreeModel.Row.OfScene row) {
        return Words.of("images.of", "approved", row.approved(), "shots", row.shots());
    }

    private String approvedShots() {
        int[] counts = model.approvedShots();
        return counts[1] == 0 ? "" : Words.of("images.approved", "approved", counts[0], "shots", counts[1]);
    }

    private Region centre() {
        EmptyState nothing = new EmptyState(MaterialDesignI.IMAGE_MULTIPLE_OUTLINE, Words.of("images.no-project"), Words
                .of("images.no-project.hint"), Buttons.of(commands, "file.open", "accent"),
                Buttons.of(commands, "file.new"));
        EmptyState none = new EmptyState(MaterialDesignI.IMAGE_OUTLINE, Words.of("images.empty"), Words.of(
                "images.empty.hint"), Buttons.of(commands, "images.generate", "accent"),
                Buttons.of(commands, "run.make"));
        EmptyState hidden = new EmptyState(MaterialDesignE.EYE_OFF_OUTLINE, Words.of("images.hidden"), "", Buttons.of(
                commands, "images.show-all", "accent"));
        EmptyState emptyTrash = new EmptyState(MaterialDesignT.TRASH_CAN_OUTLINE, Words.of("images.trash.empty"),
                Words.of("images.trash.empty.hint"), Buttons.of(commands, "images.show-all", "accent"));
        HBox header = header();
        StackPane stack = new StackPane(loupe, nothing, none, hidden, emptyTrash);
        VBox centre = Bars.column(stack, header, stack, verbs, strip);
        showing(ReviewState.NO_PROJECT, nothing);
        showing(ReviewState.NO_TAKES, none);
        showing(ReviewState.ALL_HIDDEN, hidden);
        showing(ReviewState.EMPTY_TRASH, emptyTrash);
        showing(ReviewState.LOUPE, header, loupe, verbs, strip);
        return centre;
    }

    private HBox header() {
        Label label = Labels.fixed(frame(frame -> frame.shot().label()), "fw-mono", "fw-muted");
        Label name = Labels.of(frame(frame -> desk.plan().map(plan -> ShotNames.of(plan, frame.shot())).orElse("")),
                "fw-bold");
        Label take = Labels.fixed(frame(frame -> Words.of("images.take", "number", frame.take().number(), "of", frame
                .takes())), "fw-muted");
        StackPane glyph = new StackPane();
        Runnable draw = () -> glyph.getChildren()
                .setAll(model.frame()
                        .map(frame -> Glyphs.of(ShotState.of(frame
                                .ruling())))
                        .stream()
                        .toList());
        model.current().subscribe(draw);
        model.strip().subscribe(draw);
        return Bars.header(label, name, take, glyph, Labels.filler(),
                new Segments<>("zoom", List.of(Loupe.Zoom.FIT, Loupe.Zoom.FULL), loupe.zoom(), loupe.zoom()::set));
    }

    private ObservableValue<String> frame(Function<Frame, String> words) {
        return Bindings.createStringBinding(() -> model.frame().map(words).orElse(""), model.current(), model.strip());
    }

    private Region right() {
        Region facts = inspector.node();
        VBox.setVgrow(facts, Priority.ALWAYS);
        return new VBox(facts);
    }

    private void showing(ReviewState when, Node... nodes) {
        for (Node node : nodes) {
            node.visibleProperty()
                    .bind(Bindings.createBooleanBinding(() -> model.state().get() == when, model.state()));
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    private void show() {
        Optional<Frame> frame = model.frame();
        frame.ifPresent(shown -> fetchAhead(model.strip().indexOf(shown)));
        Picture picture = frame.map(shown -> pictures.whole(shown.take())).orElse(Picture.none());
        looked.set(picture);
        loupe.show(picture, frame.map(ThumbCell::spoken).orElse(""));
        inspector.measure(picture);
    }

    /** Four ahead and two behind: the way one usually goes. */
    private void fetchAhead(int at) {
        pictures.fetchAhead(model.strip()
                .subList(Math.max(0, at - 2), Math.min(model.strip().size(), at + 5))
                .stream()
                .map(Frame::take)
                .toList());
    }
}
