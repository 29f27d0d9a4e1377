package org.filmwright.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The time that pictures follow: the sound's where there is some. */
class LineClockTest {
    private static final long MS = 1_000_000;

    private long system = 500 * MS;
    private final LineClock clock = new LineClock(() -> system);

    @Test
    void withoutSoundTheSystemTellsTheTime() {
        long before = clock.nanos(0);
        system += 40 * MS;
        assertEquals(40 * MS, clock.nanos(0) - before);
    }

    @Test
    void samplesThatWereHeardTellTheTime() {
        clock.begin(1000);
        long begun = clock.nanos(1000);
        for (int i = 1; i <= 100; i++) {
            system += 25 * MS; // the system's clock runs fast: 25 ms where the device played 20
            assertEquals(20 * MS * i, clock.nanos(1000 + 960L * i) - begun, "after piece " + i);
        }
    }

    @Test
    void betweenTwoReportsTimeGoesOnALittle() {
        clock.begin(0);
        long begun = clock.nanos(0);
        system += 10 * MS;
        assertEquals(10 * MS, clock.nanos(0) - begun);
        system += 500 * MS;
        assertEquals(40 * MS, clock.nanos(0) - begun, "a device that hangs holds the pictures");
        assertEquals(40 * MS, clock.nanos(480) - begun, "time never runs back");
    }

    @Test
    void aDeviceThatIsGoneHoldsNothingForLong() {
        clock.begin(0);
        long begun = clock.nanos(0);
        system += 2100 * MS;
        long held = clock.nanos(0);
        assertFalse(clock.heard());
        assertEquals(0, held - begun, "it goes on from where it stood");
        system += 100 * MS;
        assertEquals(100 * MS, clock.nanos(0) - held);
    }

    @Test
    void timeGoesOnWhereTheSoundEnded() {
        clock.begin(0);
        clock.nanos(48_000);
        long ended = clock.nanos(48_000);
        clock.rest();
        assertEquals(ended, clock.nanos(48_000));
        system += 7 * MS;
        assertEquals(7 * MS, clock.nanos(48_000) - ended);
        clock.begin(99_000);
        assertTrue(clock.nanos(99_000) >= ended + 7 * MS);
    }

    @Test
    void whatIsDroppedWasNotHeard() {
        clock.begin(0);
        long begun = clock.nanos(0);
        clock.rebase(4800);
        assertEquals(begun, clock.nanos(4800));
        system += MS;
        assertEquals(10 * MS, clock.nanos(4800 + 480) - begun);
    }
}
