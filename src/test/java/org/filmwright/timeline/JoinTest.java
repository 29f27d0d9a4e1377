package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.filmwright.base.TimeOfDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinTest {
    @ParameterizedTest
    @CsvSource({"'', DAY, DAY, DAY, CUT", "'', NIGHT, DAY, NIGHT, DISSOLVE", "'', LATER, DAY, DAY, DISSOLVE",
        "'', CONTINUOUS, DAY, NIGHT, CUT", "'', MOMENTS LATER, DAY, DAY, CUT", "'', DAWN, NIGHT, DAWN, DISSOLVE",
        "'', MORNING, NIGHT, MORNING, LONG_DISSOLVE", "'', THREE WEEKS LATER, DAY, DAY, LONG_DISSOLVE",
        "'', THE NEXT DAY, DAY, DAY, LONG_DISSOLVE", "DISSOLVE TO:, DAY, DAY, DAY, DISSOLVE",
        "CUT TO:, NIGHT, DAY, NIGHT, CUT", "FADE TO BLACK., DAY, DAY, DAY, FADE",
        "'', INT. SAME OLD PLACE - NIGHT, DAY, NIGHT, DISSOLVE",
        "'', 'EXT. PIER, DAY -- LATER', DAY, DAY, DISSOLVE", "'', EXT. PIER - THE NEXT DAY, DAY, DAY, LONG_DISSOLVE"})
    void theScriptSaysHowAFilmGoesOn(String transition, String when, TimeOfDay before, TimeOfDay after, Join join) {
        assertEquals(join, Join.between(transition, when, before, after));
    }
}
