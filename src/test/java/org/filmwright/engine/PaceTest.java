package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static Pace after(int... millis) {
        Pace pace = Pace.NONE;
        for (int ms : millis) {
            pace = pace.with(Duration.ofMillis(ms));
        }
        return pace;
    }

    @Test
    void aFewStepsGiveTheirMean() {
        assertEquals(200, after(100, 200, 300).meanMs(), 1e-9);
    }

    @Test
    void oneOddStepMovesTheMeanALittleOnly() {
        Pace usual = after(100, 110, 90, 105, 95, 100, 100, 100, 100, 100);
        assertTrue(usual.with(Duration.ofHours(1)).meanMs() < 120, usual.toString());
    }

    @Test
    void aMachineThatBecameSlowerIsFollowed() {
        Pace pace = after(100, 100, 100, 100);
        for (int i = 0; i < 300; i++) {
            pace = pace.with(Duration.ofMillis(400));
        }
        assertEquals(400, pace.meanMs(), 20);
    }

    @Test
    void slowIsWhatTakesMuchLongerThanUsual() {
        Pace pace = after(10_000, 12_000, 8_000, 10_000);
        assertFalse(pace.slow(Duration.ofSeconds(14)));
        assertTrue(pace.slow(Duration.ofSeconds(30)));
        assertFalse(after(10).slow(Duration.ofHours(1)), "one step is no history");
    }
}
