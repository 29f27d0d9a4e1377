package org.filmwright.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.filmwright.ui.kit.Notifier;
import org.filmwright.ui.shell.Choosers;
import org.filmwright.ui.shell.Frame;

/** The desktop around a studio under test: it does as its script says, and remembers what it was told. */
final class SampleDesktop implements Frame, Choosers {
    private final TestStudio.Script script;
    private final boolean notifies;
    private final Consumer<String> told;
    private final Runnable quits;
    private boolean full;

    /** @param notifies whether it has a place for messages @param told hears of all that it is asked to show */
    SampleDesktop(TestStudio.Script script, boolean notifies, Consumer<String> told, Runnable quits) {
        this.script = script;
        this.notifies = notifies;
        this.told = told;
        this.quits = quits;
    }

    @Override
    public Choosers choosers() {
        return this;
    }

    @Override
    public Optional<Path> projectFolder() {
        return script.chosen;
    }

    @Override
    public Optional<Path> screenplay() {
        return script.chosen;
    }

    @Override
    public Optional<Path> newProject(Path startIn) {
        return script.chosen;
    }

    @Override
    public Optional<Path> pack(String title) {
        return script.chosen;
    }

    @Override
    public Optional<Path> sound(String title) {
        return script.chosen;
    }

    @Override
    public Optional<Path> media(String title) {
        return script.chosen;
    }

    @Override
    public Optional<Path> picture(String title) {
        return script.chosen;
    }

    @Override
    public Optional<Path> folder(String title) {
        return script.chosen;
    }

    @Override
    public void fullScreen(boolean on) {
        full = on;
    }

    @Override
    public boolean isFullScreen() {
        return full;
    }

    @Override
    public boolean isFocused() {
        return script.focused;
    }

    @Override
    public Optional<Notifier> notifier() {
        return notifies
                ? Optional.of((title, words) -> told.accept((title + " " + words).strip()))
                : Optional.empty();
    }

    @Override
    public void quit() {
        quits.run();
    }

    @Override
    public boolean openLog() {
        told.accept("log");
        return true;
    }

    @Override
    public boolean openFolder(Path folder) {
        told.accept("folder " + folder);
        return script.folders;
    }

    @Override
    public Runnable secondWindow(Scene scene, Runnable closed) {
        script.second = Optional.of(scene);
        return () -> {
            script.second = Optional.empty();
            closed.run();
        };
    }

    @Override
    public String version() {
        return "0.1.0";
    }
}
