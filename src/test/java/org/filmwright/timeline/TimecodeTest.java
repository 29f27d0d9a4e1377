package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.filmwright.base.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimecodeTest {
    private static final Timecode NTSC_DROP = new Timecode(new FrameRate(30000, 1001), true);
    private static final Timecode HIGH_DROP = new Timecode(new FrameRate(60000, 1001), true);
    private static final Timecode FILM = Timecode.nonDrop(FrameRate.FILM);

    @ParameterizedTest
    @CsvSource({"0, 00:00:00;00", "1799, 00:00:59;29", "1800, 00:01:00;02", "17981, 00:09:59;29",
        "17982, 00:10:00;00", "107892, 01:00:00;00"})
    void dropFrameSkipsTwoNumbersAtEachMinuteButTheTenth(long frame, String text) {
        assertEquals(text, NTSC_DROP.format(frame));
        assertEquals(frame, NTSC_DROP.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"3599, 00:00:59;59", "3600, 00:01:00;04", "215784, 01:00:00;00"})
    void dropFrameAtSixtySkipsFourNumbers(long frame, String text) {
        assertEquals(text, HIGH_DROP.format(frame));
        assertEquals(frame, HIGH_DROP.parse(text));
    }

    @Test
    void filmCountsTwentyFour() {
        assertEquals("00:00:00:23", FILM.format(23));
        assertEquals("00:00:01:00", FILM.format(24));
        assertEquals("01:00:00:00", FILM.format(86_400));
        assertEquals("00:00:01:00", Timecode.nonDrop(FrameRate.parse("23.976")).format(24));
    }

    @ParameterizedTest
    @CsvSource({"23.976, 86400, 01:00:00:00", "23.976, 23, 00:00:00:23", "25, 90000, 01:00:00:00",
        "25, 24, 00:00:00:24",
        "29.97, 1800, 00:01:00:00", "29.97, 107892, 00:59:56:12", "59.94, 3600, 00:01:00:00",
        "59.94, 215784, 00:59:56:24"})
    void plainCountingIsSlowAtTheRatesOver1001(String rate, long frame, String text) {
        Timecode plain = Timecode.nonDrop(FrameRate.parse(rate));
        assertEquals(text, plain.format(frame));
        assertEquals(frame, plain.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"25, 00:00:00:25", "23.976, 00:00:00:24", "25, 00:00:01;00", "59.94, 00:00:00:60"})
    void aFrameNumberLiesBelowTheNominalRate(String rate, String text) {
        assertThrows(IllegalArgumentException.class, () -> Timecode.nonDrop(FrameRate.parse(rate)).parse(text));
    }

    @Test
    void everyFrameOfAnHourReadsBackAsItself() {
        for (long frame = 0; frame < 108_000; frame += 7) {
            assertEquals(frame, NTSC_DROP.parse(NTSC_DROP.format(frame)));
            assertEquals(frame, HIGH_DROP.parse(HIGH_DROP.format(frame)));
            assertEquals(frame, FILM.parse(FILM.format(frame)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:01:00;00", "00:01:00;01", "00:00:00:00", "00:00:00;30", "00:60:00;00", "1:2:3;4", ""})
    void aTimecodeThatDoesNotExistIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> NTSC_DROP.parse(text));
    }

    @Test
    void dropFrameExistsOnlyAtTheNtscRates() {
        assertThrows(IllegalArgumentException.class, () -> new Timecode(FrameRate.FILM, true));
        assertThrows(IllegalArgumentException.class, () -> FILM.parse("00:00:01;00"));
    }
}
