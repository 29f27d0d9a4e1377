package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchSearchTest {
    @Test
    void itMeasuresASmallProjectToTheEnd() {
        List<BenchResult> results = new BenchSearch(40).run();
        assertEquals(10, results.size());
        results.forEach(result -> assertTrue(result.name().endsWith(", 40 takes"), result.name()));
        assertTrue(results.stream()
                .filter(result -> result.unit().endsWith("s"))
                .allMatch(
                        result -> result.value() > 0 && result.baseline() > 0));
    }
}
