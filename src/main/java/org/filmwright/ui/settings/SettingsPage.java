package org.filmwright.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.production.Network;
import org.filmwright.production.Preferences;
import org.filmwright.production.ProviderKeys;
import org.filmwright.production.Writers;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.ScrollColumn;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Everything that can be set, in seven pages with a search; a change holds at once. */
public final class SettingsPage implements Page {
    private final FilteredList<Section> sections;
    private final ListView<Section> nav;
    private final VBox column = new VBox();
    private final ScrollColumn body = ScrollColumn.of(column);
    private final StackPane right = new StackPane();
    private final HBox root;
    private final List<Live> live;

    /** A page of the settings that shows what can change meanwhile. */
    interface Live {
        /** Reads it anew. */
        void refresh();

        boolean isSettled();

        /** Called once, when the window goes. */
        default void close() {}
    }

    /**
     * What a person has beside the settings.
     *
     * @param writers takes its time the first time
     * @param card the graphics card of this machine; @param painting whether models paint on it
     */
    public record Own(Supplier<Writers> writers, Supplier<Preferences> preferences, Supplier<ProviderKeys> keys,
            Supplier<Network> network, Optional<String> card, boolean painting) {}

    /** @param notifies whether this desktop can tell a person something outside the window */
    public SettingsPage(Fittings fittings, Own own, boolean notifies) {
        StorageSection storage = new StorageSection(fittings);
        CostsCard costs = new CostsCard(fittings);
        WritersCard writing = new WritersCard(fittings, own.writers);
        PreferencesCard memory = new PreferencesCard(fittings, own.preferences);
        KeysCard keys = new KeysCard(fittings, own.keys);
        NetworkCard network = new NetworkCard(fittings, own.network);
        live = List.of(storage, costs, writing, memory, keys, network);
        sections = new FilteredList<>(FXCollections.observableArrayList(
                Sections.all(fittings, new Sections.Cards(storage, costs, writing, memory, keys, network), own,
                        notifies)));
        nav = new ListView<>(sections);
        nav.setId("settings-nav");
        nav.setAccessibleText(Words.of("workspace.SETTINGS"));
        nav.getStyleClass().add("fw-list");
        nav.setCellFactory(list -> new SectionCell());
        nav.getSelectionModel().selectedItemProperty().subscribe(this::open);
        nav.addEventFilter(KeyEvent.KEY_PRESSED, this::handEscOn);
        TextField search = search();
        Label differs = Labels.of(Words.of("settings.differs"), "fw-caption", "fw-muted");
        differs.setGraphic(Rows.dot());
        HBox foot = new HBox(differs);
        foot.getStyleClass().add("fw-settings-foot");
        VBox left = new VBox(Labels.of(Words.of("settings.title"), "fw-section-title", "fw-settings-title"),
                field(search), nav, foot);
        VBox.setVgrow(nav, Priority.ALWAYS);
        left.getStyleClass().add("fw-settings-nav");
        column.getStyleClass().add("fw-settings-column");
        body.getStyleClass().add("fw-settings-body");
        body.setAccessibleText(Words.of("workspace.SETTINGS"));
        right.getChildren().setAll(body);
        HBox.setHgrow(right, Priority.ALWAYS);
        root = new HBox(left, right);
        nav.getSelectionModel().selectFirst();
    }

    private TextField search() {
        TextField search = new TextField();
        search.setId("settings-search");
        search.setPromptText(Words.of("settings.search"));
        search.setAccessibleText(search.getPromptText());
        search.textProperty().subscribe(typed -> {
            sections.setPredicate(section -> section.matches(typed));
            if (sections.isEmpty()) {
                nothing(search, typed);
            } else {
                nav.getSelectionModel().selectFirst();
            }
        });
        return search;
    }

    private void nothing(TextField search, String typed) {
        Button clear = new Button(Words.of("settings.clear"));
        clear.setOnAction(press -> search.clear());
        right.getChildren()
                .setAll(new EmptyState(MaterialDesignM.MAGNIFY, Words.of("settings.none", "typed", typed), "", clear));
    }

    private static StackPane field(TextField field) {
        StackPane box = new StackPane(field, Glyphs.icon(MaterialDesignM.MAGNIFY, "fw-field-icon"));
        box.getStyleClass().add("fw-filter");
        return box;
    }

    private void open(Section section) {
        if (section == null) {
            return;
        }
        Label lead = Labels.of(Words.of("settings." + section.id() + ".lead"), "fw-muted");
        lead.setWrapText(true);
        column.getChildren()
                .setAll(Stream.concat(Stream.of(Labels.of(section.title(), "fw-page-title"), lead), section.cards()
                        .stream()).toList());
        if (!right.getChildren().contains(body)) {
            right.getChildren().setAll(body);
        }
        body.setVvalue(0);
        live.forEach(Live::refresh);
    }

    /** A list uses Esc up though it has nothing to leave. */
    private void handEscOn(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            Event.fireEvent(root, key.copyFor(root, root));
        }
    }

    /** Opens a page: {@code providers}. */
    public void open(String id) {
        sections.setPredicate(section -> true);
        sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .ifPresent(nav.getSelectionModel()::select);
    }

    @Override
    public Scope scope() {
        return Scope.SETTINGS;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<ObservableValue<String>> status() {
        return List.of(new SimpleStringProperty(Words.of("settings.status")));
    }

    @Override
    public void shown(boolean front) {
        if (front) {
            live.forEach(Live::refresh);
        }
    }

    @Override
    public boolean isSettled() {
        return live.stream().allMatch(Live::isSettled);
    }

    @Override
    public void close() {
        live.forEach(Live::close);
    }

    @Override
    public List<Node> stops() {
        return List.of(nav, body);
    }

    @Override
    public Node start() {
        return nav;
    }
}
