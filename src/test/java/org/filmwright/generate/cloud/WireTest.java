package org.filmwright.generate.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {
    @ParameterizedTest
    @CsvSource({"It has gone,It has gone.", "It has gone.,It has gone.", "Gone!,Gone!", "cut off…,cut off…",
        "Gone (request 7),Gone (request 7).", "It (has gone.),It (has gone.)"})
    void aSentenceEndsBeforeTheNextOneBegins(String said, String ended) {
        assertEquals(ended, Wire.ended(said));
    }
}
