package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.filmwright.ui.kit.Notifier;
import org.filmwright.ui.kit.Settings;

/** A window that is not there: for studios that are only measured. */
record BenchFrame() implements Frame, Choosers {
    /** A studio over the whole screen, empty and with the focus. */
    static StudioWindow shown(StudioActions actions) {
        StudioWindow window = new StudioWindow(actions, new BenchFrame(), Settings.forgetful(), InstantSource.system(),
                System::nanoTime, StudioWindow.DESIGN);
        Stage stage = new Stage();
        stage.setScene(window.scene());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(screen.getWidth());
        stage.setHeight(screen.getHeight());
        stage.show();
        stage.requestFocus();
        window.furnish();
        return window;
    }

    @Override
    public Choosers choosers() {
        return this;
    }

    @Override
    public Optional<Path> projectFolder() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> screenplay() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> newProject(Path startIn) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> pack(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> sound(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> media(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> picture(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.empty();
    }

    @Override
    public void fullScreen(boolean on) {}

    @Override
    public boolean isFullScreen() {
        return false;
    }

    @Override
    public boolean isFocused() {
        return true;
    }

    @Override
    public Optional<Notifier> notifier() {
        return Optional.empty();
    }

    @Override
    public void quit() {}

    @Override
    public boolean openLog() {
        return false;
    }

    @Override
    public boolean openFolder(Path folder) {
        return false;
    }

    @Override
    public Runnable secondWindow(Scene scene, Runnable closed) {
        return closed;
    }

    @Override
    public String version() {
        return "bench";
    }
}
