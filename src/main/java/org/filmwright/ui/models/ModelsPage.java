package org.filmwright.ui.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.filmwright.production.models.Load;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Supply;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.ErrorPanel;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Offer;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** The models of this machine: what is here and what it was used for, what is on its way, and what can be done about both. */
public final class ModelsPage implements Page {
    private final Own own;
    private final Fittings fittings;
    private final ModelsModel models;
    private final ModelDeeds deeds;
    private final FilteredList<Entry> shown;
    private final ListView<Entry> list;
    private final ModelPanel panel;
    private final LoadPanel coming;
    private final StackPane aside = new StackPane();
    private final HBox root;
    private final SimpleStringProperty busy = new SimpleStringProperty("");
    /** In the place of the list while that cannot be read. */
    private final StackPane trouble = new StackPane();
    private Subscription watching = Subscription.EMPTY;
    private boolean front;

    /** What the page works with. @param memory of this machine in bytes */
    public record Own(ModelShelf shelf, Supply supply, Desktop desktop, long memory, InstantSource clock) {}

    /** What the operating system's own windows ask. @param open shows a folder; answers whether it can */
    public record Desktop(Supplier<Optional<Path>> folder, Supplier<Optional<Path>> pack, Predicate<Path> open) {}

    /** @param devices what is loaded now */
    public ModelsPage(Fittings fittings, Own own, Node devices) {
        this.fittings = fittings;
        this.own = own;
        models = new ModelsModel(own.shelf(), own.supply(), own.clock(), new News());
        shown = new FilteredList<>(models.entries());
        list = new ListView<>(shown);
        deeds = new ModelDeeds(fittings, models, own.desktop(), this::today, () -> list.requestFocus());
        fittings.commands().addAll(new ModelVerbs(list.getSelectionModel().selectedItemProperty()).commands(deeds));
        panel = new ModelPanel(own.memory(), this::today, fittings.commands(), deeds);
        coming = new LoadPanel(deeds);
        furnishList();
        aside.getChildren().addAll(panel, coming);
        aside.managedProperty().bind(aside.visibleProperty());
        trouble.visibleProperty().bind(models.trouble().map(Optional::isPresent));
        trouble.getStyleClass().add("fw-models-trouble");
        models.trouble().subscribe(why -> why.ifPresent(this::unreadable));
        ModelsFrame frame = new ModelsFrame(models, shown, fittings.commands(), this::filter, own.desktop().open());
        ObservableValue<Boolean> wide = ModelCell.wide(list, fittings.look());
        StackPane middle = new StackPane(frame.none(), frame.noneFound(), list, trouble);
        list.visibleProperty().bind(Bindings.isNotEmpty(shown).and(trouble.visibleProperty().not()));
        middle.getStyleClass().add("fw-models-body");
        VBox left = Bars.column(middle, frame.header(), devices, frame.columns(list, wide),
                frame.builtIn(), middle, frame.foot(wide));
        HBox.setHgrow(left, Priority.ALWAYS);
        root = new HBox(left, aside);
        fittings.desk().project().subscribe(open -> show());
        fittings.artist().now().subscribe(id -> show());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(own.clock().instant(), ZoneId.systemDefault());
    }

    private void furnishList() {
        list.setId("models-list");
        list.setAccessibleText(Words.of("workspace.MODELS"));
        list.getStyleClass().add("fw-list");
        ObservableValue<Boolean> wide = ModelCell.wide(list, fittings.look());
        list.setCellFactory(view -> new ModelCell(own.memory(), this::today, wide, new ModelCell.Acts() {
            @Override
            public void pauseOrGoOn(Entry entry) {
                deeds.pauseOrGoOn(entry);
            }

            @Override
            public void drop(Entry entry) {
                deeds.remove(entry);
            }
        }));
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(entry -> entry.name().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void choose(Entry entry) {
        watching.unsubscribe();
        watching = entry == null
                ? Subscription.EMPTY
                : Subscription.combine(entry.standing().subscribe(now -> show()), entry.load().subscribe(now -> {
                    showLoad(entry);
                    tell();
                }));
        show();
    }

    private Optional<Entry> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void show() {
        Optional<Entry> entry = chosen();
        aside.setVisible(entry.isPresent() && models.trouble().get().isEmpty());
        panel.setVisible(entry.flatMap(Entry::model).isPresent());
        coming.setVisible(entry.isPresent() && !panel.isVisible());
        entry.ifPresent(this::showLoad);
        entry.flatMap(Entry::model)
                .ifPresent(model -> panel.show(new ModelPanel.Shown(entry.get(), own.shelf().licence(model), deeds.held(
                        model))));
    }

    private void showLoad(Entry entry) {
        entry.load().get().ifPresent(load -> coming.show(entry, load));
    }

    /** What goes on, in the status bar: the chosen one, else the first. */
    private void tell() {
        Optional<Load> going = chosen().flatMap(entry -> entry.load().get())
                .or(() -> models.loads().stream().filter(load -> load.state() instanceof Load.Going).findFirst());
        busy.set(going.filter(load -> load.state() instanceof Load.Going)
                .map(load -> Words.of("models.status", "what", Words.of("models.status." + load.kind()), "name", load
                        .name(), "figures", LoadWords.figures(load)))
                .orElse(""));
    }

    private void unreadable(RuntimeException why) {
        aside.setVisible(false);
        trouble.getChildren().setAll(ErrorPanel.unreadable("models.unreadable", why, models::refresh));
    }

    private final class News implements ModelsModel.News {
        @Override
        public void changed() {
            tell();
        }

        /** It is chosen, so that keys mean it; where the way to it was all there was to press, they go to the list. */
        @Override
        public void comes(Entry entry) {
            list.getSelectionModel().select(entry);
            if (front && models.entries().size() == 1 && !fittings.sheets().isOpen()) {
                list.requestFocus();
            }
        }

        @Override
        public void asks(Load load) {
            offerLicence();
        }

        @Override
        public void ended(Load.Ended ended) {
            deeds.ended(ended, front);
            ended.outcome().then(model -> {
                select(model);
                return ended.outcome();
            });
        }
    }

    private void select(Model model) {
        models.find(model).ifPresent(entry -> list.getSelectionModel().select(entry));
    }

    /** A card over another page would be none of its business. */
    private void offerLicence() {
        if (front && !fittings.sheets().isOpen()) {
            models.loads()
                    .stream()
                    .filter(load -> load.state() instanceof Load.Asks)
                    .findFirst()
                    .ifPresent(load -> deeds.ask(load, ((Load.Asks) load.state()).licence()));
        }
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
    public void shown(boolean now) {
        front = now;
        if (now) {
            models.refresh(() -> {
                if (list.getSelectionModel().isEmpty()) {
                    list.getSelectionModel().selectFirst();
                }
                show();
            });
            offerLicence();
        }
    }

    @Override
    public boolean isSettled() {
        return !models.isReading();
    }

    @Override
    public List<Node> stops() {
        return List.of(list, aside);
    }

    @Override
    public Optional<Offer> offer(List<Path> files, Node under) {
        Path file = files.getFirst();
        boolean zip = Files.isRegularFile(file)
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        return files.size() == 1 && (zip || Files.isDirectory(file))
                ? Optional.of(new Offer(Words.of(zip ? "drop.pack" : "drop.model", "name", file.getFileName()),
                        () -> deeds.take(file)))
                : Optional.empty();
    }

    @Override
    public void close() {
        models.close();
    }

    @Override
    public Node start() {
        return models.entries().isEmpty() ? root.lookup("#models-import") : list;
    }
}
