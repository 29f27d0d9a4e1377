package org.filmwright.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.filmwright.base.FrameSize;
import org.filmwright.production.Project;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Keys;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.kit.Workspace;
import org.filmwright.ui.review.ReviewPane;
import org.filmwright.ui.story.StoryPane;
import org.filmwright.ui.timeline.TimelinePane;

/** The studio as a scene: it can stand in a window, or be drawn without one. Made and used on the window's thread. */
public final class StudioWindow implements AutoCloseable {
    /** The size everything was designed at. */
    public static final FrameSize DESIGN = new FrameSize(1600, 1000);

    private final Desk desk = new Desk();
    private final Look look = new Look();
    private final Commands commands = new Commands(Keys.preset("filmwright"));
    private final TakePictures pictures = new TakePictures(desk);
    private final StudioModel model;
    private final Frame frame;
    private final Toasts toasts = new Toasts();
    private final KeySheet sheet = new KeySheet(commands);
    private final List<Workspace> workspaces;
    private final BorderPane body = new BorderPane();
    private final Scene scene;

    /** What the studio asks of the window it stands in. */
    public interface Frame {
        Choosers choosers();

        void fullScreen(boolean on);

        boolean isFullScreen();

        /** Closes the window. */
        void quit();

        String version();
    }

    /**
     * @param nanos the clock that plays the film, as {@code System::nanoTime}
     * @param size of the scene until a window resizes it
     */
    public StudioWindow(StudioActions actions, Frame frame, LongSupplier nanos, FrameSize size) {
        this.frame = frame;
        model = new StudioModel(desk, actions);
        commands.addAll(own());
        workspaces = List.of(new StoryPane(desk, commands, look), new ReviewPane(desk, commands, look, pictures),
                new TimelinePane(desk, commands, look, pictures, nanos));
        body.setTop(new TopBar(model, desk, commands));
        body.setBottom(new StatusBar(model, desk, workspaces));
        StackPane root = new StackPane(body, toasts, sheet);
        root.getStyleClass().add("fw-window");
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        scene = new Scene(root, size.width(), size.height());
        look.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        scene.addEventHandler(DragEvent.DRAG_OVER, this::offer);
        scene.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
        model.workspace().subscribe(this::bringForward);
        model.message().subscribe(message -> message.ifPresent(this::tell));
    }

    public Scene scene() {
        return scene;
    }

    public Look look() {
        return look;
    }

    /** Shows a project; the window closes it. */
    public void open(Project project) {
        desk.open(project);
    }

    /** Brings a workspace to the front. */
    public void show(Scope workspace) {
        model.workspace().set(workspace);
    }

    /** Whether the workspace in front shows all it was asked to show. */
    boolean isSettled() {
        return front().isSettled();
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

    @Override
    public void close() {
        workspaces.forEach(workspace -> workspace.shown(false));
        model.close();
        pictures.close();
    }

    private List<Command> own() {
        ObservableBooleanValue opened = Bindings.createBooleanBinding(() -> desk.project().get().isPresent(), desk
                .project());
        ObservableBooleanValue running = Bindings.createBooleanBinding(() -> model.run().step().get().isPresent(), model
                .run()
                .step());
        ObservableBooleanValue idle = Bindings.createBooleanBinding(() -> opened.get() && !running.get(), opened,
                running);
        return List.of(always("file.new", () -> frame.choosers().screenplay().ifPresent(model::begin)),
                always("file.open", () -> frame.choosers().projectFolder().ifPresent(model::open)),
                Command.when(idle, "file.close", Scope.GLOBAL, desk::clear), always("file.quit", frame::quit),
                always("view.story", () -> show(Scope.STORY)), always("view.images", () -> show(Scope.IMAGES)),
                always("view.timeline", () -> show(Scope.TIMELINE)),
                always("view.left", () -> toggle(front().panes().leftShown())),
                always("view.right", () -> toggle(front().panes().rightShown())),
                always("view.theme", look::switchTheme), always("view.larger", look::larger),
                always("view.smaller", look::smaller), always("view.normal", () -> look.scale().set(1)),
                always("view.full-screen", () -> frame.fullScreen(!frame.isFullScreen())),
                Command.when(idle, "run.make", Scope.GLOBAL, model::make),
                Command.when(running, "run.stop", Scope.GLOBAL, model.run()::stop),
                always("view.next-pane", () -> stepPane(1)), always("view.previous-pane", () -> stepPane(-1)),
                always("help.keys", () -> sheet.showKeys(model.workspace().get())),
                always("help.about", () -> sheet.showAbout(frame.version())));
    }

    private static Command always(String id, Runnable action) {
        return Command.always(id, Scope.GLOBAL, action);
    }

    private static void toggle(BooleanProperty shown) {
        shown.set(!shown.get());
    }

    private Workspace front() {
        return of(model.workspace().get());
    }

    /** Where work starts; in an empty workspace that is the button which says what to do. */
    private static Node startingPoint(Workspace workspace) {
        return isSeen(workspace.start())
                ? workspace.start()
                : workspace.root()
                        .lookupAll(".accent")
                        .stream()
                        .filter(StudioWindow::isSeen)
                        .findFirst()
                        .orElse(workspace.root());
    }

    /** To the next stop in reading order that can be seen. */
    private void stepPane(int by) {
        List<Node> stops = front().stops().stream().filter(StudioWindow::isSeen).toList();
        int at = IntStream.range(0, stops.size()).filter(i -> holdsFocus(stops.get(i))).findFirst().orElse(-by);
        if (!stops.isEmpty()) {
            stops.get(Math.floorMod(at + by, stops.size())).requestFocus();
        }
    }

    private static boolean isSeen(Node node) {
        return node.getScene() != null
                && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private boolean holdsFocus(Node stop) {
        return Stream.iterate(scene.getFocusOwner(), Objects::nonNull, Node::getParent).anyMatch(node -> node == stop);
    }

    private Workspace of(Scope scope) {
        return workspaces.stream().filter(workspace -> workspace.scope() == scope).findFirst().orElseThrow();
    }

    private void bringForward(Scope scope) {
        workspaces.forEach(workspace -> workspace.shown(workspace.scope() == scope));
        body.setCenter(of(scope).root());
        of(scope).root().applyCss();
        startingPoint(of(scope)).requestFocus();
    }

    private void key(KeyEvent event) {
        if (!sheet.isVisible()) {
            commands.dispatch(event, () -> model.workspace().get());
        }
    }

    private void tell(StudioModel.Message message) {
        switch (message) {
            case StudioModel.Message.Trouble(var failure) -> toasts.failed(Failures.words(failure));
            case StudioModel.Message.FilmMade(var film) -> {
                Button play = new Button(Words.of("toast.play"));
                play.setOnAction(press -> show(Scope.TIMELINE));
                toasts.done(Words.of("toast.film", "path", film), Optional.of(play));
            }
        }
    }

    private void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
    }

    private void drop(DragEvent event) {
        event.getDragboard().getFiles().stream().findFirst().map(File::toPath).ifPresent(path -> {
            if (Files.isDirectory(path)) {
                model.open(path);
            } else {
                model.begin(path);
            }
        });
        event.setDropCompleted(true);
    }
}
