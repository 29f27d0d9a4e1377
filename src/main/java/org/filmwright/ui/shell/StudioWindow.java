package org.filmwright.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.production.Project;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.jobs.JobsDrawer;
import org.filmwright.ui.jobs.JobsModel;
import org.filmwright.ui.jobs.Leaving;
import org.filmwright.ui.jobs.LongJobs;
import org.filmwright.ui.jobs.NewsBar;
import org.filmwright.ui.jobs.RecoveryBar;
import org.filmwright.ui.jobs.Stopping;
import org.filmwright.ui.kit.ArtistChoice;
import org.filmwright.ui.kit.FilmerChoice;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Keymap;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Motion;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Sheets;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Till;
import org.filmwright.ui.kit.Toasts;
import org.filmwright.ui.kit.UndoCommands;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.models.DeviceRows;
import org.filmwright.ui.models.DevicesModel;
import org.filmwright.ui.motion.MotionCommands;
import org.filmwright.ui.settings.SettingsPage;

/** The studio as a scene: it can stand in a window, or be drawn without one. Made and used on the window's thread. */
public final class StudioWindow implements AutoCloseable {
    /** The size everything was designed at. */
    public static final FrameSize DESIGN = new FrameSize(1600, 1000);

    private final Desk desk = new Desk();
    private final TakePictures pictures = new TakePictures(desk);
    private final Clockwork clockwork = new Clockwork();
    private final Motion motion;
    private final Toasts toasts;
    private final Sheets sheets = new Sheets();
    private final Look look;
    private final Commands commands;
    private final KeySheet keySheet;
    private final FinishedFilm film;
    private final Fittings fittings;
    private final StudioModel model;
    private final JobsModel jobs;
    private final Frame frame;
    private final DevicesModel devices;
    private final TopBar top;
    private final Rooms rooms;
    private final SecondScreen secondScreen;
    private final DropLayer drop;
    private final ObservableSet<Scope> placed = FXCollections.observableSet();
    private final Scene scene;

    /**
     * @param nanos the clock that plays the film, as {@code System::nanoTime}
     * @param size of the scene until a window resizes it
     */
    public StudioWindow(StudioActions actions, Frame frame, Settings settings, InstantSource clock, LongSupplier nanos,
            FrameSize size) {
        this.frame = frame;
        Keymap keymap = new Keymap(settings);
        look = new Look(settings);
        motion = new Motion(look.reducedMotion());
        toasts = new Toasts(clockwork, motion);
        commands = new Commands(keymap.keys());
        keySheet = new KeySheet(commands, sheets);
        film = new FinishedFilm(desk, frame, toasts, () -> show(Scope.TIMELINE));
        desk.project().subscribe(toasts::dropResults);
        fittings = new Fittings(desk, commands, settings, keymap, look, toasts, sheets, clockwork,
                new ArtistChoice(desk, settings), new FilmerChoice(desk, settings));
        model = new StudioModel(desk, actions, settings, clock, frame.version());
        jobs = new JobsModel(desk, clockwork, clock, toasts);
        frame.notifier()
                .ifPresent(notifier -> jobs.tell(new LongJobs(notifier,
                        () -> !frame.isFocused() && settings.of(Settings.NOTIFY).get())));
        jobs.whenDone(film::heard);
        jobs.tellOfCosts(this::showCosts);
        commands.addAll(own());
        commands.addAll(
                new FilmStarts(fittings, model, frame.choosers(), actions::writers, this::openDrawer).commands());
        commands.add(new ExportSheet(fittings, frame.choosers(), actions::encoders, this::openDrawer)
                .command(commands.of("run.make")));
        new UndoCommands(desk, this::show).into(commands);
        desk.trouble().subscribe(failure -> failure.ifPresent(this::failed));
        SavedText saved = new SavedText(desk, clock, clockwork);
        commands.add(Command.when(commands.of("view.story").possible(), "file.save", Scope.GLOBAL, saved::confirm));
        DrawerPane body = new DrawerPane(look, motion);
        PanelWidths.restore(settings, body);
        BorderPane whole = new BorderPane(body);
        devices = new DevicesModel(desk, toasts, actions::devices);
        commands.add(DeviceRows.command(devices));
        top = new TopBar(model, commands, Stream.concat(JobsDrawer.chips(jobs, this::openDrawer).stream(), Stream.of(
                DeviceRows.chip(devices, () -> show(Scope.MODELS)))).toList());
        whole.setTop(new VBox(top, new NewsBar(desk), new RecoveryBar(desk, jobs, this::openDrawer)));
        drop = new DropLayer(this::pageAt, body, this::openPath);
        StackPane root = new StackPane(whole, toasts, sheets, drop);
        root.getStyleClass().add("fw-window");
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        scene = new Scene(root, size.width(), size.height());
        look.dress(scene);
        Map<Scope, Supplier<Page>> plans = new Pages(fittings, frame, actions, pictures).plans(model, jobs, devices,
                new Pages.Clocks(clock, nanos), this::show);
        placed.addAll(plans.keySet());
        rooms = new Rooms(plans, body, model.workspace(), made -> PanelWidths.restore(settings, made));
        whole.setBottom(new StatusBar(model, desk, saved, rooms));
        commands.addAll(new MotionCommands(fittings, pictures, nanos, model.workspace())
                .all(() -> show(Scope.TIMELINE)));
        commands.addAll(new Finding(rooms, fittings, pictures).commands(commands.of("view.images").possible()));
        commands.completeWith(rooms::furnish);
        secondScreen = new SecondScreen(frame, scene,
                model.workspace().flatMap(front -> rooms.of(front).picture()));
        makeRoom(whole);
        scene.addEventFilter(KeyEvent.KEY_TYPED, commands::watch);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, commands::watch);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
        drop.watch(scene);
        model.message().subscribe(message -> message.ifPresent(this::tell));
    }

    /** Bars go, and the window fills the screen, while the page in front wants to be alone. */
    private void makeRoom(BorderPane whole) {
        ObservableValue<Boolean> alone = model.workspace().flatMap(front -> rooms.of(front).alone());
        Stream.of(whole.getTop(), whole.getBottom()).forEach(bar -> {
            Presence.when(alone.map(on -> !on), bar);
        });
        alone.subscribe((before, now) -> frame.fullScreen(now));
    }

    /** Makes all that nobody has asked for yet, now. */
    public void furnish() {
        rooms.furnish();
        top.fillMenus();
    }

    /** The same whenever the window has nothing else to do, a page at a time. */
    void furnishLater() {
        FxBridge.later(() -> {
            if (rooms.furnishNext()) {
                furnishLater();
            } else {
                top.fillMenus();
            }
        });
    }

    /** What the open project has cost, among the settings. */
    private void showCosts() {
        show(Scope.SETTINGS);
        if (rooms.of(Scope.SETTINGS) instanceof SettingsPage settings) {
            settings.open("providers");
        }
    }

    void openDrawer() {
        rooms.openDrawer();
    }

    public Scene scene() {
        return scene;
    }

    public Look look() {
        return look;
    }

    /** Shows a project; the window closes it. */
    public void open(Project project) {
        model.show(project);
    }

    /** Closes the window, after asking what becomes of the jobs that run. */
    public void quit() {
        new Leaving(jobs, sheets).to(frame::quit);
    }

    /** Opens a project folder or the project of a screenplay. */
    public void openPath(Path path) {
        Path there = path.toAbsolutePath().normalize();
        if (desk.snapshot()
                .get()
                .filter(open -> open.folder().toAbsolutePath().normalize().equals(there))
                .isPresent()) {
            show(Scope.STORY);
        } else if (Files.isDirectory(path)) {
            model.open(path);
        } else {
            model.begin(path);
        }
    }

    /** Brings a workspace to the front. */
    public void show(Scope workspace) {
        rooms.show(workspace);
    }

    /** Whether the workspace in front shows all it was asked to show. */
    boolean isSettled() {
        return rooms.isSettled() && motion.isStill();
    }

    List<Scope> pages() {
        return rooms.scopes();
    }

    DropLayer drop() {
        return drop;
    }

    Page page(Scope scope) {
        return rooms.of(scope);
    }

    Fittings fittings() {
        return fittings;
    }

    Commands commands() {
        return commands;
    }

    Desk desk() {
        return desk;
    }

    StudioModel model() {
        return model;
    }

    TakePictures pictures() {
        return pictures;
    }

    @Override
    public void close() {
        PanelWidths.keep(fittings.settings(), rooms.made(), rooms.body());
        secondScreen.close();
        rooms.close();
        jobs.close();
        model.close();
        pictures.close();
        clockwork.close();
    }

    private List<Command> own() {
        ObservableBooleanValue opened = Bindings.createBooleanBinding(() -> desk.project().get().isPresent(), desk
                .project());
        ObservableBooleanValue running = Bindings.createBooleanBinding(() -> model.run().step().get().isPresent(), model
                .run()
                .step());
        ObservableBooleanValue idle = Bindings.createBooleanBinding(() -> opened.get() && !running.get(), opened,
                running);
        return List.of(always("file.new", this::newProject),
                always("file.import", () -> frame.choosers().screenplay().ifPresent(model::begin)),
                always("file.sample", model::openSample),
                always("file.open", () -> frame.choosers().projectFolder().ifPresent(model::open)),
                Command.when(idle, "file.close", Scope.GLOBAL, model::leave), always("file.quit", this::quit),
                Command.when(opened, "view.story", Scope.GLOBAL, () -> show(Scope.STORY)),
                Command.when(opened, "view.images", Scope.GLOBAL, () -> show(Scope.IMAGES)),
                Command.when(opened, "view.timeline", Scope.GLOBAL, () -> show(Scope.TIMELINE)),
                page("view.models", Scope.MODELS), page("view.settings", Scope.SETTINGS),
                Command.when(isPlaced(Scope.JOBS), "view.jobs", Scope.GLOBAL, () -> rooms.toggleDrawer()),
                always("view.left", () -> rooms.togglePanel(true)),
                always("view.right", () -> rooms.togglePanel(false)),
                always("view.theme", look::switchTheme), always("view.larger", look::larger),
                always("view.smaller", look::smaller), always("view.normal", () -> look.scale().set(1.0)),
                always("view.second-screen", () -> secondScreen.toggle()),
                always("view.full-screen", () -> frame.fullScreen(!frame.isFullScreen())),
                Command.when(idle, "run.make", Scope.GLOBAL, () -> new Till(fittings).film(model::make)),
                film.command(opened),
                new Stopping(jobs).command(running, model.run()::stop),
                always("view.next-pane", () -> rooms.step(1)), always("view.previous-pane", () -> rooms.step(-1)),
                always("view.palette", this::openPalette), always("help.keys", () -> keySheet.showKeys(rooms.scope())),
                always("help.log", this::openLog), always("help.about", () -> keySheet.showAbout(frame.version())));
    }

    private void newProject() {
        frame.choosers()
                .newProject(Path.of(fittings.settings().of(Settings.PROJECTS_FOLDER).get()))
                .ifPresent(model::create);
    }

    private void openPalette() {
        Palette palette = new Palette(commands, rooms.scope(), this::runFromPalette);
        sheets.place(palette, palette.field());
    }

    /** Goes where the command belongs, and does it there. */
    private void runFromPalette(Command command) {
        sheets.close();
        rooms.goTo(command.scope());
        if (!command.run()) {
            toasts.failed(Words.of("palette.impossible", "command", command.words()));
        }
    }

    private Command page(String id, Scope scope) {
        return Command.when(isPlaced(scope), id, Scope.GLOBAL, () -> show(scope));
    }

    private ObservableBooleanValue isPlaced(Scope scope) {
        return Bindings.createBooleanBinding(() -> placed.contains(scope), placed);
    }

    private static Command always(String id, Runnable action) {
        return Command.always(id, Scope.GLOBAL, action);
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            rooms.leave(desk.project().get().isPresent());
        }
    }

    private void key(KeyEvent event) {
        if (!sheets.isOpen()) {
            commands.dispatch(event, rooms::scope);
        }
    }

    /** What nobody foresaw is written down, and one press away. */
    private void failed(Failure failure) {
        Button log = new Button(Words.of("command.help.log"));
        log.setId("open-log");
        log.setOnAction(press -> openLog());
        toasts.failed(Failures.words(failure), failure instanceof Failure.Bug ? List.of(log) : List.of());
    }

    private void openLog() {
        if (!frame.openLog()) {
            toasts.done(Words.of("log.none"));
        }
    }

    private void tell(StudioModel.Message message) {
        switch (message) {
            case StudioModel.Message.Trouble(var failure) -> failed(failure);
            case StudioModel.Message.FilmMade(var made) -> film.tell(made);
        }
    }

    private Optional<Page> pageAt(Node under) {
        Node root = rooms.front().root();
        boolean inside = Stream.iterate(under, Objects::nonNull, Node::getParent).anyMatch(node -> node == root);
        return inside ? Optional.of(rooms.front()) : Optional.empty();
    }
}
