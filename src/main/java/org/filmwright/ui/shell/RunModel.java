package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.production.Makers;
import org.filmwright.production.Project;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.Offstage;

/** The run that makes the film: one at a time, behind the window, watched and stopped from it. */
final class RunModel implements AutoCloseable {
    private final StudioActions actions;
    private final Offstage offstage = new Offstage("filmwright-run");
    private final ObjectProperty<Optional<Step>> step = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Watch> watch = Optional.empty();

    RunModel(StudioActions actions) {
        this.actions = actions;
    }

    /** How far the run is, 0 to 1, and what it does now. */
    record Step(double fraction, String note) {}

    /** Present while the run goes on. */
    ObjectProperty<Optional<Step>> step() {
        return step;
    }

    boolean running() {
        return watch.isPresent();
    }

    /** @param chosen who draws and who films, where somebody was; @param finished told the film, or why there is none; nothing when the run was stopped */
    void start(Project project, Makers chosen, Consumer<Outcome<Path>> finished) {
        Watch watching = new Watch(FxBridge.latest(this::report));
        watch = Optional.of(watching);
        step.set(Optional.of(new Step(0, "")));
        offstage.ask(() -> make(project, chosen, watching), made -> {
            watch = Optional.empty();
            step.set(Optional.empty());
            made.ifPresent(finished);
        });
    }

    void stop() {
        watch.ifPresent(watching -> offstageCancel(watching));
    }

    /** Stops nothing: what runs is put back when the project is closed, and goes on when it is opened again. */
    @Override
    public void close() {
        offstage.close();
    }

    private void report(Step newest) {
        if (running()) {
            step.set(Optional.of(newest));
        }
    }

    private static void offstageCancel(Watch watching) {
        Offstage.threads("filmwright-stop").newThread(watching::cancel).start();
    }

    private Optional<Outcome<Path>> make(Project project, Makers chosen, Progress progress) {
        try {
            return Optional.of(actions.make(project, chosen, progress));
        } catch (Cancelled stopped) {
            return Optional.empty();
        }
    }

    /** What the running work is handed. */
    private static final class Watch implements Progress {
        private final Consumer<Step> reports;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final CopyOnWriteArrayList<Runnable> onCancel = new CopyOnWriteArrayList<>();

        Watch(Consumer<Step> reports) {
            this.reports = reports;
        }

        void cancel() {
            if (cancelled.compareAndSet(false, true)) {
                onCancel.forEach(Runnable::run);
            }
        }

        @Override
        public void report(double fraction, String note) {
            reports.accept(new Step(Math.clamp(fraction, 0, 1), note));
        }

        @Override
        public void checkCancelled() {
            if (cancelled.get()) {
                throw new Cancelled();
            }
        }

        @Override
        public void onCancel(Runnable action) {
            onCancel.add(action);
            if (cancelled.get()) {
                action.run();
            }
        }
    }
}
