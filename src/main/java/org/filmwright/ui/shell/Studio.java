package org.filmwright.ui.shell;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.filmwright.production.Project;

/** The studio in a window of the desktop. */
public final class Studio implements StudioWindow.Frame {
    private final Stage stage;
    private final String version;

    private Studio(Stage stage, String version) {
        this.stage = stage;
        this.version = version;
    }

    /**
     * Starts JavaFX, opens the window and returns when it is closed.
     *
     * @param project shown at once, if there is one; the studio closes it
     */
    public static void launch(Optional<Project> project, StudioActions actions, String version) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> new Studio(new Stage(), version).show(project, actions, closed::countDown));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Optional<Project> project, StudioActions actions, Runnable closed) {
        SettingsFile settings = SettingsFile.in(ConfigFolder.here());
        StudioWindow window = new StudioWindow(actions, this, settings.settings(), InstantSource.system(),
                System::nanoTime,
                StudioWindow.DESIGN);
        stage.setTitle("Filmwright");
        stage.setMinWidth(1280);
        stage.setMinHeight(720);
        stage.setScene(window.scene());
        stage.setOnHidden(hidden -> {
            window.close();
            settings.close();
            closed.run();
        });
        project.ifPresent(window::open);
        stage.show();
    }

    @Override
    public Choosers choosers() {
        return new DesktopChoosers(stage);
    }

    @Override
    public void fullScreen(boolean on) {
        stage.setFullScreen(on);
    }

    @Override
    public boolean isFullScreen() {
        return stage.isFullScreen();
    }

    @Override
    public void quit() {
        stage.close();
    }

    @Override
    public String version() {
        return version;
    }
}
