package org.filmwright.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filmwright.engine.ManualEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit of a drill sees what is wrong. */
class CrashAuditTest {
    @TempDir
    private Path folder;
    private DrillBatch batch;

    @BeforeEach
    void open() {
        batch = ManualEngine.value(DrillBatch.open(folder, false, _ -> {}));
    }

    @AfterEach
    void close() {
        batch.close();
    }

    private List<String> broken(List<String> acknowledged, ScriptedProvider.Charge... charges) {
        return new CrashAudit(batch, acknowledged, List.of(charges)).proof(new CrashAudit.Told(1, 1, 0, 0, 1)).broken();
    }

    @Test
    void aProjectWithoutAnythingKeepsEveryPromise() {
        assertEquals(List.of(), broken(List.of()));
    }

    @Test
    void aChargeThatWeKnowNothingOfIsABrokenPromise() {
        assertEquals(List.of("The provider charged for key-1, of which we know nothing."),
                broken(List.of(), new ScriptedProvider.Charge("r1", "blind", "key-1", "step")));
    }

    @Test
    void aSecondChargeWithoutADecisionIsABrokenPromise() {
        List<String> broken = broken(List.of(), new ScriptedProvider.Charge("r1", "blind", "key-1", "step"),
                new ScriptedProvider.Charge("r2", "blind", "key-2", "step"));
        assertEquals("step was charged 2 times with 0 decisions.", broken.getLast());
    }

    @Test
    void anAcknowledgedFactThatIsNotThereIsABrokenPromise() {
        List<String> facts = List.of("fact started none", "fact verdict none", "fact paid none");
        assertEquals(3, broken(facts).size());
    }

    @Test
    void aDecisionThatWasAskedForTwiceWasLost() {
        assertEquals(1, broken(List.of("fact decided step 1", "fact decided step 2", "fact decided step 1")).size());
    }

    @Test
    void aFileThatAKillLeftIsCountedAndNoBrokenPromise() throws IOException {
        Path picture = Files.writeString(batch.project().staging().resolve("x.png"), "whole");
        ManualEngine.value(batch.project().vault().publish(picture, "png"));
        CrashProof proof = new CrashAudit(batch, List.of(), List.of()).proof(new CrashAudit.Told(1, 1, 0, 0, 1));
        assertTrue(proof.holds());
        assertEquals(1, proof.work().orphans());
    }
}
