package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.StallWatch;
import org.filmwright.ui.kit.Loudspeaker;
import org.filmwright.ui.kit.Notifier;
import org.filmwright.ui.kit.Words;

/** The studio in a window of the desktop. */
public final class Studio implements Frame {
    private final Stage stage;
    private final Start start;

    private Studio(Stage stage, Start start) {
        this.stage = stage;
        this.start = start;
    }

    /**
     * @param path a project folder or a screenplay, opened once the window is there
     * @param folder the project folder that this opens or makes
     * @param log where troubles are written down
     */
    public record Start(Optional<Path> path, Optional<Path> folder, Path config, Path log, String version) {}

    /** Starts JavaFX, opens the window and returns when it is closed. The window comes first, what it shows after. */
    public static void launch(Start start, StudioActions actions) {
        launch(start, actions, window -> {});
    }

    /** @param laidOut told once, on the window's thread, when it has been laid out for the first time */
    public static void launch(Start start, StudioActions actions, Consumer<StudioWindow> laidOut) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> {
            boolean shown = false;
            try {
                new Studio(new Stage(), start).show(actions, laidOut, closed::countDown);
                shown = true;
            } finally {
                if (!shown) { // nobody could ever close it
                    closed.countDown();
                }
            }
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(StudioActions actions, Consumer<StudioWindow> laidOut, Runnable closed) {
        SettingsFile settings = SettingsFile.in(start.config());
        StudioWindow window = new StudioWindow(actions, this, settings.settings(), InstantSource.system(),
                System::nanoTime, StudioWindow.DESIGN);
        Doorbell bell = new Doorbell(start.config(), this::toFront);
        window.desk()
                .project()
                .subscribe(open -> open.ifPresentOrElse(project -> bell.moveIn(project.snapshot()
                        .folder()), bell::moveOut));
        start.folder().ifPresent(bell::moveIn);
        window.model()
                .message()
                .subscribe(told -> told.filter(message -> window.desk().project().get().isEmpty())
                        .ifPresent(trouble -> bell.moveOut()));
        StallWatch stalls = new StallWatch();
        stage.setTitle("Filmwright");
        stage.setMinWidth(1280);
        stage.setMinHeight(720);
        stage.setScene(window.scene());
        WindowPlace.remember(stage, settings.settings());
        stage.setOnCloseRequest(request -> {
            request.consume();
            window.quit();
        });
        stage.setOnHidden(hidden -> {
            stalls.close();
            window.close();
            bell.close();
            settings.close();
            closed.run();
        });
        FrameProbe.once(window.scene(), () -> FxBridge.later(() -> {
            laidOut.accept(window);
            start.path().ifPresent(window::openPath);
            window.furnishLater();
        }));
        stage.show();
    }

    private void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    @Override
    public Choosers choosers() {
        return new DesktopChoosers(stage);
    }

    @Override
    public void fullScreen(boolean on) {
        stage.setFullScreenExitHint(Words.of("full-screen.hint"));
        stage.setFullScreen(on);
    }

    @Override
    public boolean isFullScreen() {
        return stage.isFullScreen();
    }

    @Override
    public boolean isFocused() {
        return stage.isFocused();
    }

    @Override
    public Optional<Notifier> notifier() {
        return NotifySend.on(System.getenv().getOrDefault("PATH", ""));
    }

    @Override
    public Loudspeaker loudspeaker() {
        return new DesktopSpeaker();
    }

    @Override
    public void quit() {
        stage.close();
    }

    /** As large as the other screen, without an edge; where there is none, an ordinary window. */
    @Override
    public Runnable secondWindow(Scene scene, Runnable closed) {
        Optional<Screen> other = Screen.getScreens().stream().filter(screen -> !isOn(screen)).findFirst();
        Stage second = new Stage(other.isPresent() ? StageStyle.UNDECORATED : StageStyle.DECORATED);
        second.setTitle(Words.of("second-screen.title"));
        second.setScene(scene);
        other.map(Screen::getBounds).ifPresent(whole -> {
            second.setX(whole.getMinX());
            second.setY(whole.getMinY());
            second.setWidth(whole.getWidth());
            second.setHeight(whole.getHeight());
        });
        second.setOnHidden(hidden -> closed.run());
        second.show();
        return second::close;
    }

    private boolean isOn(Screen screen) {
        return screen.getBounds().contains(stage.getX() + stage.getWidth() / 2, stage.getY() + stage.getHeight() / 2);
    }

    @Override
    public boolean openLog() {
        return DesktopOpener.here().open(start.log());
    }

    @Override
    public boolean openFolder(Path folder) {
        return DesktopOpener.here().open(folder);
    }

    @Override
    public String version() {
        return start.version();
    }
}
