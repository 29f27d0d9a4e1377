package org.filmwright.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.store.CrashChild;

/** Kills a worker again and again at random moments, half of them around a paid call, and then compares all ledgers. */
public final class CrashDrill implements AutoCloseable {
    private static final int LONGEST = 100;
    private static final int PATIENCE_S = 60;
    private static final List<String> LEAN = List.of("-Xmx256m", "-XX:+UseSerialGC", "-Xshare:auto");
    private static final int PROVIDER_DIES_EVERY = 12;
    private final Path folder;
    private final long seed;
    private final SplittableRandom random;
    private final List<String> acknowledged = new ArrayList<>();
    private CrashChild provider;
    private int providerKills;
    private int callsKilled;

    /** @param folder empty; holds the drill's project and the provider's ledger */
    public CrashDrill(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.provider = startProvider();
    }

    /** @param killed is told the number of every kill */
    public Outcome<CrashProof> run(int kills, IntConsumer killed) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int kill = 1; kill <= kills; kill++) {
            Optional<Failure> failed = kill();
            if (failed.isPresent()) {
                return Outcome.failed(failed.get());
            }
            killed.accept(kill);
        }
        Optional<Failure> unfinished = finish();
        if (unfinished.isPresent()) {
            return Outcome.failed(unfinished.get());
        }
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
        return DrillBatch.open(folder, false, _ -> {}).then(batch -> {
            try (batch) {
                return Outcome.ok(new CrashAudit(batch, acknowledged, ScriptedProvider.ledger(DrillBatch.provider(
                        folder))).proof(new CrashAudit.Told(seed, kills, providerKills, callsKilled, seconds)));
            } catch (IOException e) {
                return Outcome.failed(new Failure.Exhausted("disk", "The provider's ledger cannot be read: " + e
                        .getMessage()));
            }
        });
    }

    private Optional<Failure> kill() throws IOException, InterruptedException {
        if (random.nextInt(PROVIDER_DIES_EVERY) == 0) {
            provider.kill();
            provider = startProvider();
            providerKills++;
        }
        try (CrashChild worker = CrashChild.start(LEAN, DrillWorker.class, folder, random.nextInt(), 0)) {
            boolean aimed = random.nextBoolean();
            int lines = random.nextInt(1, LONGEST);
            Optional<String> last = Optional.of("");
            for (int line = 0; last.isPresent() && (line < lines || aimed && !last.get().startsWith("call ")); line++) {
                last = heard(worker);
            }
            if (last.isEmpty()) {
                return Optional.of(new Failure.Bug("drill.worker", "The worker ended by itself; the seed is " + seed
                        + "."));
            }
            LockSupport.parkNanos(random.nextLong(Duration.ofMillis(8).toNanos()));
            callsKilled += last.get().startsWith("call ") ? 1 : 0;
            worker.kill();
            while (heard(worker).isPresent()) {
                // What it said before it died was acknowledged all the same.
                last = Optional.of("");
            }
            return Optional.empty();
        }
    }

    /** Everything that was begun has to come to its end by itself. */
    private Optional<Failure> finish() throws IOException, InterruptedException {
        try (CrashChild worker = CrashChild.start(LEAN, DrillWorker.class, folder, random.nextInt(), -1)) {
            Optional<String> line = heard(worker);
            while (line.isPresent()) {
                line = heard(worker);
            }
            return worker.exitCode(PATIENCE_S) == 0
                    ? Optional.empty()
                    : Optional.of(new Failure.Bug("drill.end", "The last worker did not finish; the seed is " + seed
                            + "."));
        }
    }

    private Optional<String> heard(CrashChild worker) throws IOException {
        Optional<String> line = worker.line();
        line.filter(text -> text.startsWith("fact ")).ifPresent(acknowledged::add);
        return line;
    }

    private CrashChild startProvider() throws IOException {
        CrashChild child = CrashChild.start(List.of("-Xmx64m", "-XX:+UseSerialGC"), ScriptedProvider.class,
                DrillBatch.provider(folder),
                random.nextInt());
        child.line();
        return child;
    }

    @Override
    public void close() {
        provider.close();
    }
}
