package org.filmwright;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.filmwright.engine.Dispatch;

/** Tells whoever ordered a film from a farm which jobs wait for a worker that is not there: they would wait for ever. */
final class FarmWatch implements AutoCloseable {
    private static final long SECONDS = 3;
    private final Dispatch dispatch;
    private final Consumer<String> tell;
    private final Set<String> told = new HashSet<>();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("farm-watch").factory());

    FarmWatch(Dispatch dispatch, Consumer<String> tell) {
        this.dispatch = dispatch;
        this.tell = tell;
        thread.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Says it once for each time that a lane is left alone. */
    private void look() {
        List<String> unserved = dispatch.unserved();
        told.retainAll(unserved);
        unserved.stream().filter(told::add).forEach(this::tell);
    }

    private void tell(String lane) {
        tell.accept("Jobs wait in the lane '" + lane + "', and no worker takes it. They begin as soon as one comes: "
                + "filmwright worker --lanes " + lane + "=1 with this --database, and this project as --media.");
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
