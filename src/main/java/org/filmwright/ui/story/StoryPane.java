package org.filmwright.ui.story;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
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
import org.filmwright.production.find.Found;
import org.filmwright.story.ElementType;
import org.filmwright.story.Pages;
import org.filmwright.story.ScriptEdit;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.CardGrid;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.CostText;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.EffortText;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.SceneTree;
import org.filmwright.ui.kit.SceneTreeModel;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Segments;
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
    /** Narrower than this, nothing would be left of the name of the file. */
    private static final double NAMED = 480;

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
    private final Besides besides;
    private final CardGrid<org.filmwright.story.Scene> cards;
    private final BooleanProperty cardsShown = new SimpleBooleanProperty();
    private final BooleanProperty focused = new SimpleBooleanProperty();
    private final WritingDesk writingDesk;
    private final BooleanProperty front = new SimpleBooleanProperty();
    private final ThreePanes panes;

    /** Adds its commands to {@code commands}; those named in its buttons must be there already. */
    public StoryPane(Fittings fittings, LongSupplier nanos) {
        desk = fittings.desk();
        look = fittings.look();
        commands = fittings.commands();
        till = new Till(fittings);
        writingDesk = new WritingDesk(desk, fittings.clockwork());
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
        cards = new CardBoard(desk, model, script, look, () -> showCards(false)).node();
        writing.onTrouble(desk::tell);
        field.input().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.input().focusedProperty().subscribe(this::leave);
        desk.undone().subscribe(change -> change.ifPresent(this::showChange));
        commands.addAll(own());
        besides = new Besides(desk, model, script, commands, fittings.clockwork());
        panes = new ThreePanes(look, left(), centre(), besides.node());
        desk.sought().subscribe(place -> place.ifPresent(this::seek));
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
                when(written, "story.cards", () -> showCards(!cardsShown.get())),
                when(written, "story.crew", () -> beside(Besides.Beside.CREW)),
                when(written, "story.bible", () -> beside(Besides.Beside.BIBLE)),
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

    private void beside(Besides.Beside what) {
        besides.turn(what, panes.rightShown());
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

    /** Shows what somebody looked for. */
    private void seek(Found.Place place) {
        switch (place) {
            case Found.InScript at -> {
                showCards(false);
                script.look(at.line());
            }
            case Found.InBible(var kind, var name) -> besides.look(kind, name, panes.rightShown());
            case Found.OfTake _ -> {
            }
        }
    }

    @Override
    public List<ObservableValue<String>> status() {
        ObservableValue<String> estimate = Bindings.createStringBinding(this::estimate, desk.snapshot(), desk
                .scene(), desk.drawing());
        return List.of(estimate, model.pages().map(pages -> model.words()),
                model.pages().flatMap(pages -> desk.scene().map(scene -> model.page())));
    }

    private String estimate() {
        return model.estimate()
                .filter(what -> what.shots() > 0)
                .map(what -> Words.count("story.estimate", what.shots(), "price", price(what), "time",
                        EffortText.time(what.effort())))
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
        this.front.set(front);
        if (front) {
            besides.look();
        } else {
            writing.record();
        }
    }

    @Override
    public boolean isSettled() {
        return model.isCounted();
    }

    @Override
    public List<Node> stops() {
        return Stream.concat(Stream.of(tree, field.input(), cards), besides.stops().stream()).toList();
    }

    @Override
    public Node start() {
        return cardsShown.get() ? cards : field.input();
    }

    private void showCards(boolean on) {
        cardsShown.set(on);
        start().requestFocus();
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
        Presence.when(Bindings.createBooleanBinding(() -> scenes.rows().isEmpty() && !scenes.filter().get().isBlank(),
                scenes.rows(), scenes.filter()), hidden);
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
        HBox header = Bars.header(roomy(NAMED, Labels.of(file, "fw-bold")), kinds(), Labels.filler(),
                roomy(ROOMY,
                        Buttons.of(commands, "story.note", Glyphs.icon(MaterialDesignN.NOTE_PLUS_OUTLINE), "flat")),
                roomy(ROOMY, Buttons.of(commands, "story.focus", Glyphs.icon(MaterialDesignI.IMAGE_FILTER_CENTER_FOCUS),
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
                Buttons.of(commands, "file.import"), Buttons.of(commands, "file.story"));
        showing(nothing, StoryState.NO_PROJECT);
        ObservableBooleanValue unscripted = Bindings.createBooleanBinding(() -> model.state()
                .getValue() == StoryState.NO_SCRIPT, model.state());
        writingDesk.looked().bind(front.and(unscripted));
        ObservableBooleanValue isTold = Bindings.createBooleanBinding(() -> writingDesk.writing().get().isPresent(),
                writingDesk.writing());
        Presence.when(Bindings.and(unscripted, Bindings.not(isTold)), unwritten);
        Presence.when(Bindings.and(unscripted, isTold), writingDesk.node());
        showing(header, StoryState.SCRIPT);
        page.visibleProperty()
                .bind(cards.visibleProperty()
                        .not()
                        .and(Bindings.createBooleanBinding(() -> model.state()
                                .getValue() == StoryState.SCRIPT, model.state())));
        body.getChildren().addAll(nothing, unwritten, writingDesk.node());
        return Bars.column(body, header, find, goTo, body);
    }

    /** Left out where there is no room for it; what is a command has its menu and key still. */
    private <N extends Node> N roomy(double least, N node) {
        Presence.when(Bindings.createBooleanBinding(() -> page.getWidth() == 0 || page.getWidth() >= look.px(least),
                page.widthProperty(), look.scale()), node);
        return node;
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

    private void showing(Node node, StoryState when) {
        Presence.when(Bindings.createBooleanBinding(() -> model.state().getValue() == when, model.state()), node);
    }
}
