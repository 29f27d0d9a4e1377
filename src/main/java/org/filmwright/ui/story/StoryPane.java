package org.filmwright.ui.story;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.story.Scene;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.SceneTree;
import org.filmwright.ui.kit.SceneTreeModel;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.ThreePanes;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.kit.Workspace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The story workspace: scenes on the left, the script, the shots of the scene and their reasons on the right. */
public final class StoryPane implements Workspace {
    private final Desk desk;
    private final StoryModel model;
    private final Commands commands;
    private final SceneTreeModel scenes;
    private final SceneTree tree;
    private final ScriptView script;
    private final FindBar find;
    private final Inspector shots = new Inspector();
    private final ThreePanes panes;

    /** Adds its commands to {@code commands}; those named in its buttons must be there already. */
    public StoryPane(Desk desk, Commands commands, Look look) {
        this.desk = desk;
        this.commands = commands;
        model = new StoryModel(desk);
        scenes = new SceneTreeModel(desk);
        tree = new SceneTree(desk, scenes, row -> Words.minutes(row.scene().length().seconds()));
        script = new ScriptView(model, look);
        find = new FindBar(model, script::requestFocus);
        find.setVisible(false);
        find.setManaged(false);
        commands.addAll(own());
        panes = new ThreePanes(look, left(), centre(), right());
        desk.scene().subscribe(this::showScene);
        desk.snapshot().subscribe(this::showShots);
        model.matches().subscribe(this::revealMatch);
    }

    @Override
    public Scope scope() {
        return Scope.STORY;
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
        ObservableBooleanValue written = Bindings.createBooleanBinding(() -> model.state()
                .getValue() == StoryState.SCRIPT, model.state());
        ObservableBooleanValue marked = Bindings.createBooleanBinding(() -> !model.selection().get().isEmpty(),
                model.selection());
        return List.of(Command.when(written, "story.find", Scope.STORY, find::open),
                Command.when(marked, "story.copy", Scope.STORY, script::copy),
                Command.when(written, "story.select-all", Scope.STORY, model::selectAll),
                Command.when(written, "story.next-scene", Scope.STORY, () -> model.stepScene(1)),
                Command.when(written, "story.previous-scene", Scope.STORY, () -> model.stepScene(-1)));
    }

    @Override
    public List<ObservableValue<String>> status() {
        return List.of(desk.snapshot().map(open -> model.length()));
    }

    @Override
    public void shown(boolean front) {}

    @Override
    public boolean isSettled() {
        return true;
    }

    @Override
    public List<Node> stops() {
        return List.of(tree, script, shots);
    }

    @Override
    public Node start() {
        return script;
    }

    private Region left() {
        ObservableValue<String> count = desk.snapshot()
                .map(open -> desk.plan()
                        .map(plan -> Integer.toString(plan.scenes().size()))
                        .orElse(""));
        return Bars.column(tree, Bars.panelHeader(Words.of("scenes.title"), count),
                Bars.filter("filter-scenes", Words.of("scenes.filter"), scenes), tree);
    }

    private Region centre() {
        ObservableValue<String> file = desk.snapshot()
                .map(open -> desk.script().map(kept -> kept.fileName()).orElse(""));
        HBox header = Bars.header(Labels.of(file, "fw-bold"), Labels.filler(), find,
                Buttons.of(commands, "story.find", "flat"), Buttons.of(commands, "run.make", "accent"));
        StackPane body = new StackPane(script);
        body.getStyleClass().add("fw-script-well");
        EmptyState nothing = new EmptyState(MaterialDesignS.SCRIPT_TEXT_OUTLINE, Words.of("story.empty"),
                Words.of("story.empty.hint"), Buttons.of(commands, "file.new", "accent"),
                Buttons.of(commands, "file.open"));
        EmptyState unread = new EmptyState(MaterialDesignF.FILE_DOCUMENT_OUTLINE, Words.of("story.no-script"),
                Words.of("story.no-script.hint"), Buttons.of(commands, "file.new", "accent"));
        showing(nothing, StoryState.NO_PROJECT);
        showing(unread, StoryState.NO_SCRIPT);
        showing(header, StoryState.SCRIPT);
        showing(script, StoryState.SCRIPT);
        body.getChildren().addAll(nothing, unread);
        return Bars.column(body, header, body);
    }

    private Region right() {
        ObservableValue<String> scene = desk.scene()
                .map(number -> model.scene()
                        .map(found -> Words.of("story.scene", "number", found.label()))
                        .orElse(""));
        VBox panel = Bars.column(shots, Bars.panelHeader(Words.of("story.shots"), scene), shots);
        shots.getStyleClass().add("fw-cards");
        return panel;
    }

    private void showing(Node node, StoryState when) {
        node.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> model.state().getValue() == when, model.state()));
        node.managedProperty().bind(node.visibleProperty());
    }

    private void showScene() {
        showShots();
        model.scene()
                .map(Scene::number)
                .ifPresent(number -> model.page().get().lineOfScene(number).ifPresent(script::reveal));
    }

    private void showShots() {
        shots.show(desk.plan()
                .map(plan -> model.shotsOfScene().stream().map(shot -> new ShotCard(plan, shot)).toArray(Node[]::new))
                .orElse(new Node[0]));
    }

    private void revealMatch() {
        model.matches()
                .get()
                .current()
                .ifPresent(range -> script.reveal(Math.max(0, model.page().get().lineAt(range.start()) - 8)));
    }
}
