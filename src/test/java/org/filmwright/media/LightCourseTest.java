package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.filmwright.base.FrameRate;
import org.junit.jupiter.api.Test;

class LightCourseTest {
    private static LightCourse course(int frames, int lit, IntToDoubleFunction level) {
        double[][] cells = IntStream.range(0, frames)
                .mapToObj(n -> IntStream.range(0, 16)
                        .mapToDouble(cell -> cell < lit ? level.applyAsDouble(n) : 100)
                        .toArray())
                .toArray(double[][]::new);
        double[] means = Arrays.stream(cells).mapToDouble(frame -> Arrays.stream(frame).average().orElse(0)).toArray();
        return LightCourse.of(cells, means, FrameRate.FILM);
    }

    @Test
    void aStrobeOverAQuarterOfTheFrameIsCountedByTheSecond() {
        assertEquals(6, course(48, 4, n -> n % 4 < 2 ? 60 : 120).flashes());
    }

    @Test
    void aStrobeOverLessThanAQuarterIsNoFlash() {
        assertEquals(0, course(48, 3, n -> n % 4 < 2 ? 60 : 120).flashes());
    }

    @Test
    void whatIsBrightOnBothSidesOrHardlyChangesIsNoFlash() {
        assertEquals(0, course(48, 16, n -> n % 4 < 2 ? 210 : 250).flashes());
        assertEquals(0, course(48, 16, n -> n % 4 < 2 ? 100 : 120).flashes());
    }

    @Test
    void aSlowFadeUpAndDownIsNone() {
        assertEquals(0, course(48, 16, n -> n < 24 ? 10 * n : 10 * (48 - n)).flashes());
    }

    @Test
    void brightnessInTurnIsSeenBelowEveryFlash() {
        assertEquals(22, course(24, 16, n -> n % 2 == 0 ? 100 : 102).alternating());
        assertEquals(0, course(24, 16, n -> 100 + n).alternating());
    }
}
