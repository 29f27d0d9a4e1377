package org.filmwright.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.filmwright.base.Progress;

/** Tells the listeners, in order, on the crew's thread for news. */
final class Bulletin {
    private final List<EngineListener> listeners = new CopyOnWriteArrayList<>();
    private final Crew crew;

    Bulletin(Crew crew) {
        this.crew = crew;
    }

    EngineApi.Subscription add(EngineListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed(List<Step> steps, List<Run> runs) {
        tell(listener -> {
            steps.forEach(listener::stepChanged);
            runs.forEach(listener::runChanged);
        });
    }

    void decided(OpenQuestion asked, Choice choice) {
        tell(listener -> listener.decided(asked, choice));
    }

    void progress(StepId step, double fraction, String note) {
        tell(listener -> listener.progress(step, fraction, note));
    }

    void glimpse(StepId step, Progress.Glimpse picture) {
        tell(listener -> listener.glimpse(step, picture));
    }

    /** False where nobody listens: then there is nothing to be told later. */
    boolean later(Duration wait, Runnable news) {
        boolean heard = !listeners.isEmpty();
        if (heard) {
            crew.later(wait, news);
        }
        return heard;
    }

    void post(Runnable action) {
        crew.tell(action);
    }

    private void tell(Consumer<EngineListener> news) {
        if (!listeners.isEmpty()) {
            crew.tell(() -> listeners.forEach(news));
        }
    }
}
