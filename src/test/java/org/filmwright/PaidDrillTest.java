package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.filmwright.base.Outcome;
import org.filmwright.drill.PaidAim;
import org.filmwright.drill.PaidDrill;
import org.filmwright.drill.PaidPoint;
import org.filmwright.drill.PaidProof;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program itself, with the real adapter, is killed at chosen points around a paid picture: what is charged has its
 * call, nothing is bought again unasked, and what is paid becomes a take.
 */
@Tag("recovery")
class PaidDrillTest {
    private static final List<PaidPoint> POINTS = List.of(PaidPoint.INTENT_FORCED, PaidPoint.CHARGED,
            PaidPoint.LIST_ARRIVED, PaidPoint.JOB_FORCED, PaidPoint.FILE_HALF, PaidPoint.CLOSE_FORCED);

    @TempDir
    private Path folder;

    @Test
    void sixKillsFromTheIntentToTheCloseLoseNothingAndPayNothingTwice() throws IOException, InterruptedException {
        long seed = Long.getLong("filmwright.seed", 3);
        try (PaidDrill drill = new PaidDrill(folder, PaidDrillWorker.class, seed)) {
            Outcome<PaidProof> run = drill.at(POINTS.stream().map(PaidAim::at).toList(), _ -> {});
            PaidProof proof = run.orElse(failure -> Assertions.fail(failure.what()));
            assertEquals(List.of(), proof.broken());
            POINTS.forEach(point -> assertEquals(1, proof.phases().get(point.words()), point.words() + proof));
            assertTrue(proof.person().asked() > 0, "what was charged and not answered is asked about: " + proof);
            assertEquals(proof.ours().paid(), proof.ours().takes(), proof::toString);
        }
    }
}
