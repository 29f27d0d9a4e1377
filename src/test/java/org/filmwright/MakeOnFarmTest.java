package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.filmwright.store.CrashChild;
import org.filmwright.store.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself on a farm: {@code make} orders, two {@code worker} processes draw. */
@Tag("recovery")
class MakeOnFarmTest {
    private static final String SCRIPT = """
            INT. CELLAR - NIGHT

            ADA (60s, red shawl) lifts a LANTERN.

            ADA
            Is somebody there?

            EXT. FIELD - DAY

            Ada runs through the grass.

            EXT. HARBOUR - DAWN

            A BOAT leaves. Ada waves.
            """;

    @TempDir
    private Path folder;

    @Test
    void twoWorkersDrawAFilmThatAThirdOrders() throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("lamp.fountain"), SCRIPT);
        String url = Postgres.freshDatabase().url();
        Path project = folder.resolve("farm.filmwright");
        JsonNode alone = CommandLineRun.of("make", script, "--out", folder.resolve("alone.mp4"), "--size", "320x180",
                "--json").json();
        StringWriter said = new StringWriter();
        CompletableFuture<CommandLineRun> order = CompletableFuture.supplyAsync(() -> CommandLineRun.into(said, "make",
                script, "--out", folder.resolve("farm.mp4"), "--project", project, "--database", url, "--lanes",
                "film=1", "--size", "320x180", "--json"));
        waitFor(order, () -> said.toString().contains("in the lane 'cpu', and no worker takes it"));
        CommandLineRun lanes = CommandLineRun.of("jobs", "lanes", "--project", project, "--database", url);
        assertTrue(lanes.out().matches("(?s)cpu .* waiting, no worker takes it\\R.*"), lanes.out() + lanes.err());
        try (CrashChild a = worker(url, project, "a"); CrashChild b = worker(url, project, "b")) {
            CommandLineRun made = order.join();
            assertEquals(ExitCode.DONE, made.exitCode(), made.err());
            assertTrue(said.toString().contains(" steps  on the farm"), made.err());
            assertEquals(alone.at("/film/sha256"), made.json().at("/film/sha256"),
                    "the same film as one machine makes");
            long byA = drawn("a");
            long byB = drawn("b");
            assertTrue(byA > 0 && byB > 0, byA + " and " + byB);
            System.out.println("Farm: worker a drew " + byA + ", worker b drew " + byB + " takes; the film is "
                    + made.json().at("/film/sha256").asText().substring(0, 12) + ", the same as alone");
            assertTrue(a.isAlive() && b.isAlive());
            JsonNode jobs = CommandLineRun.of("jobs", "list", "--project", project, "--database", url, "--json").json();
            assertTrue(jobs.size() > 10 && jobs.valueStream()
                    .allMatch(job -> job.get("state").asText().equals("succeeded")), jobs.toString());
            CommandLineRun runs = CommandLineRun.of("workflows", "list", "--project", project, "--database", url);
            assertTrue(runs.out().contains("make") && runs.out().contains("succeeded"), runs.out() + runs.err());
        }
    }

    private static void waitFor(CompletableFuture<CommandLineRun> order, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertFalse(order.isDone(), () -> "The order ended early: " + order.join());
            LockSupport.parkNanos(50_000_000);
        }
    }

    private CrashChild worker(String url, Path project, String name) throws IOException {
        Path log = folder.resolve(name + ".log");
        return CrashChild.logged(log, Main.class, "worker", "--database", url, "--media", project, "--lanes",
                "cpu=1,media=1");
    }

    private long drawn(String worker) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(worker + ".log"));
        return lines.stream().filter(line -> line.startsWith("succeeded") && line.contains("/draw/")).count();
    }
}
