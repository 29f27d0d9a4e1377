package org.filmwright.ui.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.base.Outcome;
import org.filmwright.production.Artists;
import org.filmwright.production.models.Licence;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Terms;
import org.filmwright.ui.fx.Offstage;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.ErrorPanel;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Offer;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The models of this machine: what came from disk, how it fits here, and how to take it away again. */
public final class ModelsPage implements Page {
    private final Fittings fittings;
    private final ModelShelf shelf;
    private final Supplier<Optional<Path>> chooser;
    private final ObservableList<Model> all = FXCollections.observableArrayList();
    private final FilteredList<Model> shown = new FilteredList<>(all);
    private final ListView<Model> list = new ListView<>(shown);
    private final ModelPanel panel;
    private final HBox root;
    /** Of its own: a model of many gigabytes is read here, and nothing else may wait for that. */
    private final Offstage offstage = new Offstage("filmwright-models");
    private final SimpleStringProperty busy = new SimpleStringProperty("");
    private final ProgressBar diskBar = new ProgressBar(0);
    private final Label diskWords = Labels.fixed("", "fw-mono", "fw-muted");
    /** In the place of the list while that cannot be read. */
    private final StackPane trouble = new StackPane();
    private final BooleanProperty readable = new SimpleBooleanProperty(true);
    private boolean reading;

    /** @param chooser asks for the folder of a model; @param memory of this machine in bytes; @param devices what is loaded now */
    public ModelsPage(Fittings fittings, ModelShelf shelf, Supplier<Optional<Path>> chooser, long memory,
            Node devices) {
        this.fittings = fittings;
        this.shelf = shelf;
        this.chooser = chooser;
        panel = new ModelPanel(memory, new ModelPanel.Acts(this::draw, this::verify, this::move, this::askToRemove));
        list.setId("models-list");
        list.setAccessibleText(Words.of("workspace.MODELS"));
        list.getStyleClass().add("fw-list");
        list.setCellFactory(view -> new ModelCell(memory));
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        trouble.visibleProperty().bind(readable.not());
        trouble.getStyleClass().add("fw-models-trouble");
        StackPane middle = new StackPane(none(), noneFound(), list, trouble);
        list.visibleProperty().bind(Bindings.isNotEmpty(shown).and(readable));
        middle.getStyleClass().add("fw-models-body");
        Button more = importButton("models-import-foot");
        more.visibleProperty().bind(Bindings.isNotEmpty(all));
        HBox foot = Bars.actions(more, Labels.filler(),
                Labels.of(Words.of("models.folder", "folder", shelf.folder()), "fw-caption", "fw-muted"));
        foot.getStyleClass().add("fw-models-foot");
        VBox left = Bars.column(middle, header(), devices, builtIn(), middle, foot);
        HBox.setHgrow(left, Priority.ALWAYS);
        root = new HBox(left, panel);
        fittings.desk().project().subscribe(open -> choose(list.getSelectionModel().getSelectedItem()));
        fittings.artist().now().subscribe(id -> choose(list.getSelectionModel().getSelectedItem()));
    }

    private HBox header() {
        TextField search = new TextField();
        search.setId("models-search");
        search.setPromptText(Words.of("models.search"));
        search.setAccessibleText(search.getPromptText());
        search.textProperty()
                .subscribe(typed -> shown.setPredicate(model -> model.name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(typed.strip().toLowerCase(java.util.Locale.ROOT))));
        StackPane field = new StackPane(search, Glyphs.icon(MaterialDesignM.MAGNIFY, "fw-field-icon"));
        field.getStyleClass().addAll("fw-filter", "fw-models-search");
        HBox head = Bars.header(Labels.fixed(Words.of("workspace.MODELS"), "fw-title"), Labels.filler(), field,
                diskWords,
                diskBar);
        head.getStyleClass().add("fw-models-header");
        diskBar.setAccessibleText(Words.of("models.disk.spoken"));
        diskBar.getStyleClass().add("fw-disk-bar");
        diskBar.visibleProperty().bind(diskWords.textProperty().isNotEmpty());
        return head;
    }

    /** What needs no model stands here too, so that nobody thinks nothing can be made. */
    private static HBox builtIn() {
        HBox row = new HBox(Labels.fixed(Words.of("maker.draft"), "fw-bold"), Labels.of(Words.of("models.draft"),
                "fw-muted"));
        row.getStyleClass().add("fw-model-row");
        return row;
    }

    private Node none() {
        Button first = importButton("models-import");
        first.getStyleClass().add("accent");
        EmptyState none = new EmptyState(MaterialDesignC.CUBE_OUTLINE, Words.of("models.none"), Words.of(
                "models.none.hint"), first);
        none.visibleProperty().bind(Bindings.isEmpty(all).and(readable));
        return none;
    }

    private Node noneFound() {
        EmptyState none = new EmptyState(MaterialDesignM.MAGNIFY, Words.of("models.none-found"), "");
        none.visibleProperty().bind(Bindings.isEmpty(shown).and(Bindings.isNotEmpty(all)).and(readable));
        return none;
    }

    private Button importButton(String id) {
        return Buttons.plain(id, "models.import", () -> chooser.get().ifPresent(this::importFrom));
    }

    private void importFrom(Path folder) {
        ask(Words.of("models.busy.import", "name", folder.getFileName()), () -> shelf.importFrom(folder),
                model -> Words.of("models.imported", "name", model.name()));
    }

    /** What nobody accepted yet is asked about first. */
    private void draw(Model model) {
        offstage.ask(() -> shelf.terms(model), terms -> {
            switch (terms) {
                case Terms.Open(Licence licence, boolean changed) -> askToAccept(model, licence, changed);
                case Terms.Unwritten _,Terms.Accepted _,Terms.Unreadable _ -> drawNow(model);
            }
        });
    }

    private void askToAccept(Model model, Licence licence, boolean changed) {
        fittings.sheets()
                .ask(new Question(Words.of("models.accept.title", "name", model.name()), Words.of(changed
                        ? "models.accept.changed"
                        : "models.accept.words"), List.of(
                                new Question.Answer("model-not-now", Words.of("models.accept.not-now"),
                                        Question.Kind.PLAIN, () -> {}),
                                new Question.Answer("model-accept", Words.of("models.accept"), Question.Kind.PRIMARY,
                                        () -> offstage.ask(() -> shelf.accept(model, licence), this::accepted)))));
    }

    private void accepted(Outcome<Model> answer) {
        switch (answer) {
            case Outcome.Ok<Model>(Model model) -> drawNow(model);
            case Outcome.Failed<Model>(var failure) -> fittings.toasts().failed(Failures.words(failure));
        }
    }

    /** Of the open film; where there is none, of new ones. */
    private void drawNow(Model model) {
        boolean open = fittings.desk().project().get().isPresent();
        fittings.artist().choose(Artists.local(model.name()));
        fittings.toasts().done(Words.of(open ? "models.draws" : "models.draws.new", "name", model.name()));
        list.requestFocus();
    }

    /** Why it cannot be chosen now; nothing where it can. */
    private Optional<String> held(Model model) {
        String id = Artists.local(model.name());
        if (fittings.artist().now().get().equals(id)) {
            return Optional.of(Words.of("models.draws.already"));
        }
        return fittings.desk().project().get().isPresent() && !fittings.artist().here().get().contains(id)
                ? Optional.of(Words.of("models.draws.later"))
                : Optional.empty();
    }

    private void verify(Model model) {
        ask(Words.of("models.busy.verify", "name", model.name()), () -> shelf.verify(model),
                same -> Words.of("models.verified", "name", same.name()));
    }

    /** Into the models folder where it lies elsewhere; else to where a person says. */
    private void move(Model model) {
        Optional<Path> into = model.ours() ? chooser.get() : Optional.of(shelf.folder());
        into.ifPresent(
                folder -> ask(Words.of("models.busy.move", "name", model.name()), () -> shelf.move(model, folder),
                        moved -> Words.of(model.ours() ? "models.moved" : "models.copied", "name", moved.name(),
                                "folder",
                                moved.folder())));
    }

    private void askToRemove(Model model) {
        String words = Words.of(model.ours() ? "models.remove.ours" : "models.remove.outside", "size", Bytes.words(model
                .bytes()));
        fittings.sheets()
                .ask(new Question(Words.of("models.remove.title", "name", model.name()), words, List.of(
                        new Question.Answer("model-keep", Words.of("models.keep"), Question.Kind.PLAIN, () -> {}),
                        new Question.Answer("model-remove", Words.of("models.remove"), Question.Kind.DESTRUCTIVE,
                                () -> ask(Words.of("models.busy.remove", "name", model.name()),
                                        () -> shelf.remove(model), freed -> Words.of("models.removed", "name", model
                                                .name(), "size", Bytes.words(freed)))))));
    }

    private <T> void ask(String what, Supplier<Outcome<T>> work, java.util.function.Function<T, String> done) {
        busy.set(what);
        offstage.ask(work, answer -> {
            busy.set("");
            switch (answer) {
                case Outcome.Ok<T>(T value) -> fittings.toasts().done(done.apply(value));
                case Outcome.Failed<T>(var failure) -> fittings.toasts().failed(Failures.words(failure));
            }
            refresh();
        });
    }

    private void refresh() {
        reading = true;
        offstage.ask(() -> new Found(shelf.all(), shelf.disk()), found -> {
            List<Model> models = found.models();
            reading = false;
            readable.set(true);
            found.disk().ifPresent(this::show);
            if (!models.equals(all)) {
                all.setAll(models);
            }
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            choose(list.getSelectionModel().getSelectedItem());
        }, this::unreadable);
    }

    private void unreadable(RuntimeException why) {
        reading = false;
        readable.set(false);
        choose(null);
        trouble.getChildren().setAll(ErrorPanel.unreadable("models.unreadable", why, this::refresh));
    }

    private record Found(List<Model> models, Optional<ModelShelf.Disk> disk) {}

    private void show(ModelShelf.Disk disk) {
        diskBar.setProgress((double) disk.used() / disk.whole());
        diskWords
                .setText(Words.of("models.disk", "used", Bytes.words(disk.used()), "whole", Bytes.words(disk.whole())));
    }

    private void choose(Model model) {
        panel.show(Optional.ofNullable(model), Optional.ofNullable(model).flatMap(shelf::licence),
                Optional.ofNullable(model).flatMap(this::held));
    }

    @Override
    public Scope scope() {
        return Scope.MODELS;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<ObservableValue<String>> status() {
        return List.of(busy, new SimpleStringProperty(Words.of("models.gpu")));
    }

    @Override
    public void shown(boolean front) {
        if (front) {
            refresh();
        }
    }

    @Override
    public boolean isSettled() {
        return !reading;
    }

    @Override
    public List<Node> stops() {
        return List.of(list, panel);
    }

    @Override
    public Optional<Offer> offer(List<Path> files, Node under) {
        Path file = files.getFirst();
        return files.size() == 1 && Files.isDirectory(file)
                ? Optional.of(new Offer(Words.of("drop.model", "name", file.getFileName()), () -> importFrom(file)))
                : Optional.empty();
    }

    @Override
    public Node start() {
        return all.isEmpty() ? root.lookup("#models-import") : list;
    }
}
