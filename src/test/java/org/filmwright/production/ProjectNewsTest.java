package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.store.ProjectFolder;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Cuts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever listens to a project hears of the last change, however changes and readings meet. */
class ProjectNewsTest {
    private static final InstantSource CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;
    private final Deque<Runnable> behind = new ArrayDeque<>();
    private final AtomicReference<Runnable> whileReading = new AtomicReference<>(() -> {});

    @Test
    void aChangeWhileTheProjectIsReadIsToldToo() {
        try (ProjectFolder kept = ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("a.filmwright"), CLOCK));
                EngineApi engine = Engine.open(kept.ledger(), Map.of(),
                        new EngineSettings(Map.of(), kept.staging(), CLOCK, new SplittableRandom(1)),
                        new ThreadCrew())) {
            Records records = new Records(kept.scripts(), kept.takes(), kept.verdicts(), kept.clips(),
                    cuts(kept.cuts()),
                    kept.history(), noVault());
            OpenProject project = new OpenProject(kept.root(), records, engine,
                    new OpenProject.Queue(new EngineJobs(records, engine, Map.of(), folder, CLOCK), Optional.empty(),
                            List.of()),
                    CLOCK, behind::add, () -> {});
            AtomicInteger told = new AtomicInteger();
            project.listen(snapshot -> told.incrementAndGet());
            project.stepChanged(null);
            whileReading.set(() -> project.stepChanged(null));
            work();
            assertEquals(2, told.get(), "the change during the reading is news of its own");
            project.stepChanged(null);
            project.stepChanged(null);
            work();
            assertEquals(3, told.get(), "what comes before it is told is told once");
            project.close();
        }
    }

    private void work() {
        while (!behind.isEmpty()) {
            behind.poll().run();
        }
    }

    /** Something happens once in the middle of a reading. */
    private Cuts cuts(Cuts real) {
        return new Cuts() {
            @Override
            public Optional<Cut> current() {
                whileReading.getAndSet(() -> {}).run();
                return real.current();
            }

            @Override
            public Optional<Cut> assembled() {
                return real.assembled();
            }

            @Override
            public void save(Cut cut, Cut assembled) {
                real.save(cut, assembled);
            }
        };
    }

    private static Vault noVault() {
        return new Vault() {
            @Override
            public Outcome<MediaRef> publish(Path staged, String extension) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Outcome<MediaRef> adopt(Path picture) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Path unfinished() {
                return Path.of("unfinished");
            }

            @Override
            public Path file(MediaRef ref) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
