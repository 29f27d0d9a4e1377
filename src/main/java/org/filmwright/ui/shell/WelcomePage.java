package org.filmwright.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.Pictures;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.ScrollColumn;
import org.filmwright.ui.kit.Setting;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.shell.RecentProjects.Recent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What shows while no project is open: ways to begin, the projects of before, and three steps of the first day. */
final class WelcomePage implements Page {
    static final Setting<Boolean> SETUP_SKIPPED = Setting.flag("welcome.setupSkipped", false);
    private static final int CARD = 264;
    private static final int POSTERS = 48;

    private final Fittings fittings;
    private final StudioModel model;
    private final RecentProjects recents;
    private final InstantSource clock;
    private final Choosers choosers;
    private final Pictures posters = new Pictures((long) POSTERS * CARD * 2 * CARD * 2 * 4, POSTERS);
    private final FlowPane cards = new FlowPane();
    private final TextField find = new TextField();
    private final SetupCards setup;
    private final HBox root;
    private final Button begin;
    private Set<Path> missing = Set.of();
    private Optional<Shown> shown = Optional.empty();

    WelcomePage(Fittings fittings, StudioModel model, Choosers choosers, Machine machine, InstantSource clock) {
        this.fittings = fittings;
        this.model = model;
        this.recents = model.recents();
        this.clock = clock;
        this.choosers = choosers;
        setup = new SetupCards(fittings.commands(), fittings.settings(), fittings.look(), machine, this::changeFolder);
        begin = big("file.new", MaterialDesignP.PLUS, "accent");
        root = new HBox(left(), right());
        root.getStyleClass().add("fw-welcome");
        recents.list().addListener((Observable changed) -> look());
        find.textProperty().subscribe(this::fill);
        fill();
    }

    @Override
    public Scope scope() {
        return Scope.WELCOME;
    }

    @Override
    public Region root() {
        return root;
    }

    /** Looks again which projects are where they were. */
    @Override
    public void shown(boolean front) {
        if (front) {
            look();
        }
    }

    @Override
    public boolean isSettled() {
        return posters.isSettled();
    }

    @Override
    public List<Node> stops() {
        return Stream.concat(Stream.of(begin, find), cards.getChildren()
                .stream()
                .map(card -> ((StackPane) card)
                        .getChildren()
                        .getFirst())
                .limit(1)).toList();
    }

    @Override
    public Node start() {
        return begin;
    }

    @Override
    public void close() {
        posters.close();
    }

    private Region left() {
        Region room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        HBox foot = new HBox(Buttons.of(fittings.commands(), "help.keys"), Buttons.of(fittings.commands(),
                "view.settings"));
        foot.getStyleClass().add("fw-welcome-foot");
        Label line = Labels.of(Words.of("about.words"), "fw-muted", "fw-welcome-line");
        line.setWrapText(true);
        VBox left = new VBox(Labels.of(Words.of("welcome.title"), "fw-welcome-title"), line, begin, big("file.open",
                MaterialDesignF.FOLDER_OPEN_OUTLINE),
                big("file.import", MaterialDesignF.FILE_IMPORT_OUTLINE),
                big("file.story", MaterialDesignT.TEXT_BOX_OUTLINE), big("file.sample", MaterialDesignF.FILMSTRIP),
                room, foot, Labels.of(Words.of("welcome.version",
                        "version", model.version()), "fw-caption", "fw-muted"));
        left.getStyleClass().add("fw-welcome-left");
        ScrollColumn scroll = scrolling(left);
        scroll.setFitToHeight(true);
        scroll.setMinWidth(Region.USE_PREF_SIZE);
        return scroll;
    }

    private Button big(String id, Ikon ikon, String... styleClasses) {
        Button button = Buttons.wide(fittings.commands(), id, Glyphs.icon(ikon), styleClasses);
        button.getStyleClass().add("fw-welcome-button");
        return button;
    }

    private Region right() {
        find.setId("find-project");
        find.setPromptText(Words.of("welcome.find"));
        find.setAccessibleText(find.getPromptText());
        find.setOnAction(enter -> recents.list().stream().filter(this::matches).findFirst().ifPresent(this::enter));
        StackPane box = new StackPane(find, Glyphs.icon(MaterialDesignM.MAGNIFY, "fw-field-icon"));
        box.getStyleClass().addAll("fw-filter", "fw-welcome-find");
        HBox head = new HBox(Labels.fixed(Words.of("welcome.recent"), "fw-title"), Labels.filler(), box);
        head.getStyleClass().add("fw-welcome-head");
        cards.getStyleClass().add("fw-projects");
        VBox column = new VBox(head, cards, setup);
        column.getStyleClass().add("fw-welcome-right");
        ScrollColumn scroll = scrolling(column);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static ScrollColumn scrolling(Region column) {
        ScrollColumn scroll = ScrollColumn.of(column);
        scroll.setHbarPolicy(ScrollColumn.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("fw-welcome-scroll");
        return scroll;
    }

    /** Disks may be slow, so what is where is asked behind the window. */
    private void look() {
        List<Path> folders = recents.list().stream().map(Recent::folder).toList();
        Path kept = Path.of(fittings.settings().of(Settings.PROJECTS_FOLDER).get());
        fittings.desk()
                .offstage()
                .ask(() -> new Disk(folders.stream()
                        .filter(folder -> !Files.isDirectory(folder))
                        .collect(Collectors.toSet()), free(kept)), found -> {
                            missing = found.missing();
                            setup.showFree(found.free());
                            fill();
                        });
    }

    private record Disk(Set<Path> missing, long free) {}

    private static long free(Path wanted) {
        Path there = wanted.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null ? -1 : Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            return -1;
        }
    }

    /** What stands on the page; the same once more leaves the cards, and the focus on them, where they are. */
    private record Shown(List<Recent> found, Set<Path> missing, String typed) {}

    private void fill() {
        Shown now = new Shown(recents.list().stream().filter(this::matches).toList(), missing, find.getText().strip());
        if (!shown.equals(Optional.of(now))) {
            Optional<Place> focus = focus();
            shown = Optional.of(now);
            List<Node> found = now.found.stream().<Node>map(this::card).toList();
            cards.getChildren().setAll(found.isEmpty() ? List.of(nothing(now.typed)) : found);
            focus.ifPresent(this::giveBack);
        }
    }

    /** Where the keyboard was: on the card of a folder, or a button on it. */
    private record Place(Path folder, String button, boolean visible) {}

    private Optional<Place> focus() {
        return Optional.ofNullable(cards.getScene()).map(Scene::getFocusOwner).flatMap(owner -> {
            Node card = owner;
            while (card != null && card.getParent() != cards) {
                card = card.getParent();
            }
            int at = cards.getChildren().indexOf(card);
            return shown.map(Shown::found)
                    .filter(found -> at >= 0 && at < found.size())
                    .map(found -> new Place(found.get(at).folder(), owner.getId(), owner.isFocusVisible()));
        });
    }

    /** To the same button of the same project; to its card where the button is gone; to the first card where that is. */
    private void giveBack(Place place) {
        List<Path> folders = recents.list().stream().filter(this::matches).map(Recent::folder).toList();
        Node card = cards.getChildren().get(Math.max(0, folders.indexOf(place.folder)));
        Node stop = Optional.ofNullable(card.lookup("#" + place.button))
                .or(() -> Optional.ofNullable(card.lookup(".fw-project-card")))
                .orElse(begin);
        stop.requestFocus();
        if (place.visible) { // a focus that is only given has no ring: one step on and back has
            stop.requestFocusTraversal(TraversalDirection.NEXT);
            stop.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
    }

    private boolean matches(Recent recent) {
        String typed = find.getText().strip().toLowerCase(Locale.getDefault());
        return recent.folder().toString().toLowerCase(Locale.getDefault()).contains(typed);
    }

    /** The first that was found, if something was looked for and it is where it was. */
    private void enter(Recent first) {
        if (!find.getText().isBlank() && !missing.contains(first.folder())) {
            model.open(first.folder());
        }
    }

    private Node nothing(String typed) {
        String words = typed.isEmpty() ? Words.of("welcome.none") : Words.of("welcome.no-match", "typed", typed);
        return new StackPane(Labels.of(words, "fw-muted", "fw-welcome-none"));
    }

    private ProjectCard card(Recent recent) {
        Picture poster = recent.poster()
                .filter(file -> !missing.contains(recent.folder()))
                .map(file -> posters.of(recent.folder().resolve(file), CARD * 2))
                .orElse(Picture.none());
        return missing.contains(recent.folder())
                ? ProjectCard.moved(recent, poster, () -> locate(recent), () -> recents.forget(recent.folder()))
                : new ProjectCard(recent, poster, LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()),
                        () -> model.open(recent.folder()));
    }

    private void locate(Recent recent) {
        choosers.projectFolder().ifPresent(found -> {
            recents.moved(recent.folder(), found);
            model.open(found);
        });
    }

    private void changeFolder() {
        choosers.folder(Words.of("welcome.folder")).ifPresent(folder -> {
            fittings.settings().of(Settings.PROJECTS_FOLDER).set(folder.toString());
            look();
        });
    }
}
