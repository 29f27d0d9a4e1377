package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeaksTest {
    @TempDir
    Path folder;

    private Peaks peaks(int samples, java.util.function.IntToDoubleFunction tone) throws IOException {
        return Peaks.of(Tones.wav(folder.resolve("a.wav"), 48_000, 1, samples, tone), Progress.NONE);
    }

    @Test
    void anOutlineHoldsTheLowestAndTheHighest() throws IOException {
        Peaks peaks = peaks(48_000, i -> i < 24_000 ? 0.5 : -0.25);
        assertEquals(48_000, peaks.samples());
        assertEquals(0.5, peaks.over(0, 256).high(), 0.01);
        assertEquals(-0.25, peaks.over(30_000, 30_256).low(), 0.01);
        Peaks.Extent all = peaks.over(0, 48_000);
        assertEquals(0.5, all.high(), 0.01);
        assertEquals(-0.25, all.low(), 0.01);
    }

    @Test
    void aSingleImpulseIsSeenAtEveryZoom() throws IOException {
        Peaks peaks = peaks(2_000_000, Tones.impulse(1_234_567));
        for (long span = 256; span < 2_000_000; span *= 3) {
            long from = 1_234_567 - 1_234_567 % span;
            assertTrue(peaks.over(from, from + span).high() > 0.85, "over " + span);
        }
        assertEquals(0, peaks.over(0, 1_000_000).high());
    }

    @Test
    void besideTheSoundThereIsNothing() throws IOException {
        Peaks peaks = peaks(1000, i -> 0.5);
        assertEquals(Peaks.Extent.SILENCE, peaks.over(-500, 0));
        assertEquals(Peaks.Extent.SILENCE, peaks.over(1000, 5000));
        assertEquals(0.5, peaks.over(-500, 100).high(), 0.01);
    }

    @Test
    void whatWasWrittenIsReadAgainAndWhatIsTornIsNot() throws IOException {
        Peaks peaks = peaks(100_000, Tones.sine(100, 48_000));
        Path kept = folder.resolve("derived/x.peaks");
        peaks.write(kept);
        Peaks again = Peaks.read(kept);
        assertEquals(peaks.samples(), again.samples());
        for (long at = 0; at < 100_000; at += 777) {
            assertEquals(peaks.over(at, at + 777), again.over(at, at + 777));
        }
        byte[] bytes = Files.readAllBytes(kept);
        Files.write(kept, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        assertThrows(IOException.class, () -> Peaks.read(kept));
    }
}
