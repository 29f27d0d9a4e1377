package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.store.ProjectFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the writer remembers of the steps in flight is what their rows say. */
class RememberedFlightTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String LANE = "cpu";
    @TempDir
    private Path folder;
    private ProjectFolder project;
    private Ledger ledger;
    private Step running;

    @BeforeEach
    void oneOfTwoStepsRuns() {
        if (ProjectFolder.openOrCreate(folder.resolve("p"),
                Clock.systemUTC()) instanceof Outcome.Ok<ProjectFolder>(var open)) {
            project = open;
        }
        ledger = project.ledger();
        running = ledger.write(tx -> {
            List<StepSpec> specs = List.of(StepSpec.task("a", "w", LANE, "{}", List.of()),
                    StepSpec.task("b", "w", LANE, "{}", List.of()));
            Run run = Run.created(new RunSpec("film", "k", "{}", specs), NOW);
            tx.insert(run);
            specs.forEach(spec -> tx.insert(Step.created(run, spec, Optional.empty(), 0).ready(), List.of()));
            return begun(tx, tx.steps(run.id()).getFirst());
        });
    }

    @AfterEach
    void close() {
        project.close();
    }

    private static Step begun(LedgerTx tx, Step ready) {
        Step begun = ready.started(NOW);
        tx.update(ready, begun);
        return begun;
    }

    private void assertInFlight(int n) {
        assertEquals(n, ledger.view().inFlight(LANE), "by the rows");
        int remembered = ledger.write(tx -> tx.inFlight(LANE));
        assertEquals(n, remembered, "by what the writer remembers");
        int elsewhere = project.ledger().write(tx -> tx.inFlight(LANE));
        assertEquals(n, elsewhere, "for whoever else writes");
    }

    @Test
    void oneTransactionGoesOnWhereTheLastEnded() {
        assertInFlight(1);
        ledger.write(tx -> tx.update(running, running.putBack()));
        assertInFlight(0);
    }

    @Test
    void aTransactionSeesItsOwnSteps() {
        ledger.write(tx -> {
            assertEquals(1, tx.inFlight(LANE));
            begun(tx, tx.steps(running.run()).getLast());
            assertEquals(2, tx.inFlight(LANE));
            return tx.update(running, running.putBack());
        });
        assertInFlight(1);
    }

    @Test
    void oneThatFailsLeavesNothing() {
        assertInFlight(1);
        assertThrows(IllegalStateException.class, () -> ledger.write(tx -> {
            tx.update(running, running.putBack());
            assertEquals(0, tx.inFlight(LANE));
            throw new IllegalStateException("no");
        }));
        assertInFlight(1);
        assertEquals(Optional.of(running), ledger.write(tx -> tx.step(running.id())));
    }

    @Test
    void workThatIsChangedIsReadAgain() {
        ledger.write(tx -> {
            tx.rework(running.as(new StepSpec.Work.Task("w", "gpu", "{}", 1)));
            return tx.step(running.id());
        });
        assertInFlight(0);
        assertEquals("gpu", ledger.write(tx -> tx.step(running.id())).orElseThrow().lane());
    }
}
