package org.filmwright.ui.story;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.filmwright.history.Change;
import org.filmwright.production.Edits;
import org.filmwright.story.ElementType;
import org.filmwright.story.Pages;
import org.filmwright.story.ScriptEdit;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.CardGrid;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.CostText;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.EtaText;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.SceneTree;
import org.filmwright.ui.kit.SceneTreeModel;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.ThreePanes;
import org.filmwright.ui.kit.Till;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.kit.Workspace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The story workspace: scenes on the left, the script to write on, the shots of the scene and their reasons. */
public final class StoryPane implements Workspace {
    private static final List<ElementType> KINDS = List.of(ElementType.SCENE_HEADING, ElementType.ACTION,
            ElementType.CHARACTER, ElementType.PARENTHETICAL, ElementType.DIALOGUE, ElementType.TRANSITION,
            ElementType.CENTERED, ElementType.LYRICS);

    /** Narrower than this, the header has no room for all its buttons; in design pixels. */
    private static final double ROOMY = 800;

    private final Desk desk;
    private final Till till;
    private final Look look;
    private final StackPane page = new StackPane();
    private final Commands commands;
    private final Writing writing;
    private final StoryModel model;
    private final ScriptField field;
    private final ScriptDesk script;
    private final SceneTreeModel scenes;
    private final SceneTree tree;
    private final FindBar find;
    private final GoToBar goTo;
    private final Completions completions;
    private final ShotPanel shots;
    private final CardGrid<org.filmwright.story.Scene> cards;
    private final BooleanProperty cardsShown = new SimpleBooleanProperty();
    private final BooleanProperty focused = new SimpleBooleanProperty();
    private final ThreePanes panes;

    /** Adds its commands to {@code commands}; those named in its buttons must be there already. */
    public StoryPane(Fittings fittings, LongSupplier nanos) {
        desk = fittings.desk();
        look = fittings.look();
        commands = fittings.commands();
        till = new Till(fittings);
        writing = new Writing(desk, fittings.clockwork(), nanos);
        model = new StoryModel(desk, writing);
        field = new RichScript(look);
        script = new ScriptDesk(desk, writing, field);
        scenes = new SceneTreeModel(desk);
        tree = new SceneTree(desk, scenes, row -> model.eighths(row.scene().number()));
        model.pages().map(Pages::sceneLines).subscribe(lengths -> tree.refresh());
        find = new FindBar(new FindModel(field, script), field.input()::requestFocus);
        goTo = new GoToBar(script, field.input()::requestFocus);
        completions = new Completions(script, field, look);
        shots = new ShotPanel(desk, model);
        cards = new CardBoard(desk, model, script, look, () -> cardsShown.set(false)).node();
        writing.onTrouble(desk::tell);
        field.input().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.input().focusedProperty().subscribe(this::leave);
        desk.undone().subscribe(change -> change.ifPresent(this::showChange));
        commands.addAll(own());
        panes = new ThreePanes(look, left(), centre(), right());
        focused.subscribe(on -> {
            panes.leftShown().set(!on);
            panes.rightShown().set(!on);
        });
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
        ObservableBooleanValue opened = Bindings.createBooleanBinding(() -> model.state()
                .getValue() != StoryState.NO_PROJECT, model.state());
        ObservableBooleanValue written = Bindings.createBooleanBinding(() -> model.state()
                .getValue() == StoryState.SCRIPT, model.state());
        ObservableValue<Node> owner = field.input().sceneProperty().flatMap(Scene::focusOwnerProperty);
        ObservableBooleanValue typing = Bindings.createBooleanBinding(() -> owner.getValue() == field.input(), owner);
        return List.of(when(written, "story.find", find::open), when(typing, "story.cut", field::cut),
                when(typing, "story.copy", field::copy), when(typing, "story.paste", field::paste),
                when(typing, "story.select-all", () -> field.select(0, field.length())),
                when(written, "story.next-scene", () -> script.stepScene(1)),
                when(written, "story.previous-scene", () -> script.stepScene(-1)),
                when(written, "story.scene-up", () -> script.moveScene(-1)),
                when(written, "story.scene-down", () -> script.moveScene(1)),
                when(written, "story.go-to", goTo::open),
                when(typing, "story.note", () -> script.surround("[[", "]]")),
                when(typing, "story.bold", () -> script.surround("**", "**")),
                when(typing, "story.italic", () -> script.surround("*", "*")),
                when(typing, "story.underline", () -> script.surround("_", "_")),
                when(written, "story.cards", () -> cardsShown.set(!cardsShown.get())),
                when(written, "story.focus", () -> focused.set(!focused.get())),
                when(opened, "story.write", this::startWriting), when(written, "story.refresh", this::refresh));
    }

    private static Command when(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, id, Scope.STORY, action);
    }

    /** The first words of a project that has none: a heading to begin with. */
    private void startWriting() {
        if (model.state().getValue() == StoryState.NO_SCRIPT) {
            desk.edit(editor -> editor.write(new Change.Wrote(List.of(new ScriptEdit(0, "", "INT. "))), false));
        }
        field.input().requestFocus();
        field.select(field.length(), field.length());
    }

    private void refresh() {
        writing.record();
        desk.scene().get().ifPresent(till::scene);
    }

    private void key(KeyEvent key) {
        if (completions.key(key)) {
            key.consume();
        } else if (key.getCode() == KeyCode.TAB && !key.isShortcutDown() && !key.isAltDown()) {
            boolean emptyLine = field.line(field.lineAt(field.caret().getValue())).isBlank();
            if (key.isShiftDown() || !emptyLine || !completions.offer(true)) {
                script.cycle(key.isShiftDown() ? -1 : 1);
            }
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && focused.get()) {
            focused.set(false);
            key.consume();
        }
    }

    private void leave(boolean nowFocused) {
        if (!nowFocused) {
            writing.record();
        }
    }

    /** Undo brings back to where something was changed. */
    private void showChange(Change change) {
        if (change instanceof Change.Wrote wrote && !wrote.edits().isEmpty()) {
            cardsShown.set(false);
            script.showChange(wrote.edits().getLast().at() + wrote.edits().getLast().inserted().length());
        }
    }

    @Override
    public List<ObservableValue<String>> status() {
        ObservableValue<String> estimate = desk.snapshot().flatMap(now -> desk.scene().map(scene -> estimate()));
        return List.of(estimate, model.pages().map(pages -> model.words()),
                desk.snapshot().flatMap(now -> desk.scene().map(scene -> now.isEmpty() ? "" : model.page())));
    }

    private String estimate() {
        return model.estimate()
                .filter(what -> what.shots() > 0)
                .map(what -> Words.count("story.estimate", what.shots(), "price", price(what), "time", EtaText.about(
                        Duration.ofMillis(Math.round(what.effort().seconds() * 1000)))))
                .orElse("");
    }

    private static String price(Edits.Estimate what) {
        return what.effort()
                .price()
                .map(money -> CostText.estimated(money.amount(), money.currency()))
                .orElse(Words.of("story.free"));
    }

    @Override
    public void shown(boolean front) {
        if (!front) {
            writing.record();
        }
    }

    @Override
    public boolean isSettled() {
        return model.isCounted();
    }

    @Override
    public List<Node> stops() {
        return List.of(tree, field.input(), cards, shots.node());
    }

    @Override
    public Node start() {
        return cardsShown.get() ? cards : field.input();
    }

    private Region left() {
        ObservableValue<String> count = desk.snapshot()
                .map(open -> desk.plan().map(plan -> Integer.toString(plan.scenes().size())).orElse(""));
        ObservableValue<View> view = cardsShown.map(on -> on ? View.CARDS : View.LIST);
        Label length = Labels.of(model.pages()
                .map(pages -> model.state().getValue() == StoryState.SCRIPT
                        ? model.length()
                        : ""),
                "fw-muted", "fw-caption");
        length.setWrapText(true);
        HBox foot = Bars.footer(new Segments<>("story.view", List.of(View.CARDS, View.LIST), view,
                chosen -> cardsShown.set(chosen == View.CARDS)), Labels.filler(), length);
        EmptyState hidden = new EmptyState(MaterialDesignF.FILTER_OUTLINE, Words.of("story.filtered"), "",
                Bars.link("filter-clear", Words.of("story.filtered.clear"), () -> scenes.filter().set("")));
        hidden.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> scenes.rows().isEmpty() && !scenes.filter().get().isBlank(),
                        scenes.rows(), scenes.filter()));
        hidden.managedProperty().bind(hidden.visibleProperty());
        StackPane list = new StackPane(tree, hidden);
        return Bars.column(list, Bars.panelHeader(Words.of("scenes.title"), count),
                Bars.filter("filter-scenes", Words.of("scenes.filter"), scenes), list, foot);
    }

    /** How the scenes are shown. */
    private enum View {
        CARDS, LIST
    }

    private Region centre() {
        ObservableValue<String> file = desk.snapshot()
                .map(open -> desk.script().map(kept -> kept.fileName()).orElse(""));
        HBox header = Bars.header(Labels.of(file, "fw-bold"), kinds(), Labels.filler(),
                roomy(Buttons.of(commands, "story.note", Glyphs.icon(MaterialDesignN.NOTE_PLUS_OUTLINE), "flat")),
                roomy(Buttons.of(commands, "story.focus", Glyphs.icon(MaterialDesignI.IMAGE_FILTER_CENTER_FOCUS),
                        "flat")),
                Buttons.of(commands, "story.refresh", "accent"));
        page.getChildren().setAll(field.node(), completions);
        StackPane body = new StackPane(page, cards);
        body.getStyleClass().add("fw-script-well");
        cards.visibleProperty()
                .bind(cardsShown.and(Bindings.createBooleanBinding(() -> model.state()
                        .getValue() == StoryState.SCRIPT, model.state())));
        EmptyState nothing = new EmptyState(MaterialDesignS.SCRIPT_TEXT_OUTLINE, Words.of("story.empty"),
                Words.of("story.empty.hint"), Buttons.of(commands, "file.new", "accent"),
                Buttons.of(commands, "file.open"));
        EmptyState unwritten = new EmptyState(MaterialDesignS.SCRIPT_TEXT_OUTLINE, Words.of("story.empty"),
                Words.of("story.no-script.hint"), Buttons.of(commands, "story.write", "accent"),
                Buttons.of(commands, "file.import"));
        showing(nothing, StoryState.NO_PROJECT);
        showing(unwritten, StoryState.NO_SCRIPT);
        showing(header, StoryState.SCRIPT);
        page.visibleProperty()
                .bind(cards.visibleProperty()
                        .not()
                        .and(Bindings.createBooleanBinding(() -> model.state()
                                .getValue() == StoryState.SCRIPT, model.state())));
        body.getChildren().addAll(nothing, unwritten);
        return Bars.column(body, header, find, goTo, body);
    }

    /** Left out where there is no room for it; menu and key are still there. */
    private Button roomy(Button button) {
        button.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> page.getWidth() == 0 || page.getWidth() >= look.px(ROOMY),
                        page
                                .widthProperty(),
                        look.scale()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private ComboBox<ElementType> kinds() {
        ComboBox<ElementType> kinds = Choices.dropDown();
        kinds.setId("element-type");
        kinds.setMinWidth(Region.USE_PREF_SIZE);
        kinds.getItems().setAll(KINDS);
        kinds.setAccessibleText(Words.of("story.kind"));
        kinds.setConverter(new StringConverter<>() {
            @Override
            public String toString(ElementType type) {
                return type == null ? "" : Words.of("element", type);
            }

            @Override
            public ElementType fromString(String text) {
                return kinds.getValue();
            }
        });
        script.here().subscribe(type -> kinds.setValue(type.filter(KINDS::contains).orElse(null)));
        kinds.setOnAction(chosen -> {
            Optional<ElementType> wanted = Optional.ofNullable(kinds.getValue());
            if (wanted.isPresent() && !wanted.equals(script.here().get())) {
                script.make(wanted.get());
                field.input().requestFocus();
            }
        });
        return kinds;
    }

    private Region right() {
        ObservableValue<String> scene = desk.scene()
                .map(number -> model.scene()
                        .map(found -> Words.of("story.scene", "number", found.label()))
                        .orElse(""));
        return Bars.column(shots.node(), Bars.panelHeader(Words.of("story.shots"), scene), shots.node(), whole());
    }

    /** There is nothing left to do here: the next room is one press away. */
    private Region whole() {
        Label words = Labels.of(Words.of("story.whole"));
        words.setWrapText(true);
        HBox done = Bars.footer(new StatusGlyph(Status.DONE), words, Labels.filler(),
                Buttons.of(commands, "view.images", "fw-compact"));
        done.setId("story-whole");
        done.visibleProperty().bind(desk.snapshot().map(now -> model.isWhole()));
        done.managedProperty().bind(done.visibleProperty());
        return done;
    }

    private void showing(Node node, StoryState when) {
        node.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> model.state().getValue() == when, model.state()));
        node.managedProperty().bind(node.visibleProperty());
    }
}
