package org.filmwright.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.filmwright.engine.ManualEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P4: no paid call without a durable intent, none repeated unrecorded. The provider is a process of its own with its own
 * forced ledger; the worker is killed at random points, half of them around a paid call.
 */
@Tag("recovery")
class P4PaidCallDrillTest {
    private static final int KILLS = Integer.getInteger("filmwright.kills", 20);

    @TempDir
    private Path folder;

    @Test
    void p4EveryChargeOfTheProviderHasExactlyOneCallAndNoneIsRepeatedUnrecorded()
            throws IOException, InterruptedException {
        long seed = Long.getLong("filmwright.seed", System.nanoTime());
        try (CrashDrill drill = new CrashDrill(folder, seed)) {
            CrashProof proof = ManualEngine.value(drill.run(KILLS, _ -> {}));
            assertTrue(proof.holds(), "seed " + seed + ": " + proof.broken());
            assertEquals(proof.facts().acknowledged(), proof.facts().found(), "seed " + seed);
            assertTrue(proof.ledgers().provider() >= proof.ledgers().ours() && proof.ledgers().ours() > 0,
                    "seed " + seed + ": " + proof.ledgers());
        }
    }
}
