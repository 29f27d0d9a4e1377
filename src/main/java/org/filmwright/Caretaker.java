package org.filmwright;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.Run;
import org.filmwright.store.SealKey;
import org.filmwright.store.Upkeep;

/** Looks after an open project beside the work: seals what ends, backs up once a day and at the end. */
final class Caretaker implements EngineListener, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Caretaker.class.getName());
    private final Upkeep upkeep;
    private final Optional<SealKey> key = keyOfUser();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("caretaker").factory());

    /** To be made before the engine starts: what a crash left is swept first. */
    Caretaker(Upkeep upkeep) {
        this.upkeep = upkeep;
        upkeep.sweep();
        thread.scheduleWithFixedDelay(() -> key.ifPresent(upkeep::daily), 1, 60, TimeUnit.MINUTES);
    }

    @Override
    public void runChanged(Run run) {
        if (run.state().ended()) {
            thread.execute(this::seal);
        }
    }

    /** To be called when nobody writes any more and the project is still open. */
    @Override
    public void close() {
        thread.shutdown();
        // An interrupt would close the files of the seal and of the backup while they are written.
        boolean interrupted = Thread.interrupted();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "The last seal or backup takes long.");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        seal();
        upkeep.backUpChanges();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void seal() {
        key.ifPresent(upkeep::seal);
    }

    private static Optional<SealKey> keyOfUser() {
        try {
            return Optional.of(SealKey.in(ConfigFolder.here()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "There is no key to seal with; work goes on without seals.", e);
            return Optional.empty();
        }
    }
}
