package org.filmwright;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.LedgerFailed;
import org.filmwright.engine.RunState;

/**
 * Tells whoever ordered a film from a farm how far the others are, and which jobs wait for a worker that is not there:
 * they would wait for ever.
 */
final class FarmWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FarmWatch.class.getName());
    private static final long SECONDS = 3;
    private final EngineApi engine;
    private final ProgressLine progress;
    private final Set<String> told = new HashSet<>();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("farm-watch").factory());

    FarmWatch(EngineApi engine, ProgressLine progress) {
        this.engine = engine;
        this.progress = progress;
        thread.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** What is left alone is said once each time. */
    private void look() {
        try {
            tellWhatWaits();
        } catch (LedgerFailed e) {
            LOG.log(System.Logger.Level.DEBUG, "The farm cannot be looked at now", e);
        }
    }

    private void tellWhatWaits() {
        engine.runs()
                .stream()
                .filter(run -> run.state() == RunState.RUNNING && run.steps() > 0)
                .forEach(progress::elsewhere);
        List<String> unserved = engine.dispatch().unserved();
        told.retainAll(unserved);
        unserved.stream().filter(told::add).forEach(this::tell);
    }

    private void tell(String lane) {
        progress.note("Jobs wait in the lane '" + lane + "', and no worker takes it. They begin as soon as one comes: "
                + "filmwright worker --lanes " + lane + "=1 with this --database, and this project as --media.");
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
