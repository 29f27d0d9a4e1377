package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sounds are read by sample number, whatever they are coded in and wherever one begins. */
class SoundReaderTest {
    @TempDir
    Path folder;

    private static float[] read(SoundReader reader, long from, int samples) throws MediaException {
        float[] out = new float[2 * samples];
        reader.read(from, samples, out);
        return out;
    }

    @Test
    void everySampleOfAWavAtOurRateIsItself() throws IOException {
        Path file = Tones.wav(folder.resolve("a.wav"), 48_000, 2, 48_000, i -> (i % 1000) / 1000.0 - 0.5);
        try (SoundReader reader = SoundReader.open(file)) {
            float[] all = read(reader, 0, 48_000);
            for (int i = 0; i < 48_000; i++) {
                assertEquals((i % 1000) / 1000.0 - 0.5, all[2 * i], 1e-4, "left " + i);
                assertEquals(((i % 1000) / 1000.0 - 0.5) / 2, all[2 * i + 1], 1e-4, "right " + i);
            }
        }
    }

    @Test
    void oneChannelIsHeardOnBothSidesAsLoudAsItIs() throws IOException {
        Path file = Tones.wav(folder.resolve("a.wav"), 48_000, 1, 4800, i -> 0.25);
        try (SoundReader reader = SoundReader.open(file)) {
            float[] out = read(reader, 100, 10);
            for (float each : out) {
                assertEquals(0.25, each, 1e-4);
            }
        }
    }

    @Test
    void besideTheSoundThereIsSilence() throws IOException {
        Path file = Tones.wav(folder.resolve("a.wav"), 48_000, 1, 4800, i -> 0.25);
        try (SoundReader reader = SoundReader.open(file)) {
            float[] before = read(reader, -10, 20);
            assertEquals(0, before[19]);
            assertEquals(0.25, before[20], 1e-4);
            float[] behind = read(reader, 4790, 20);
            assertEquals(0.25, behind[19], 1e-4);
            assertEquals(0, behind[20]);
            assertArrayEquals(new float[40], read(reader, 1_000_000, 20));
            assertEquals(0.25, read(reader, 4000, 20)[0], 1e-4, "and back");
        }
    }

    @Test
    void anotherRateKeepsItsTime() throws IOException {
        Path file = Tones.wav(folder.resolve("a.wav"), 44_100, 2, 441_000, Tones.sine(441, 44_100));
        try (SoundReader reader = SoundReader.open(file)) {
            float[] late = read(reader, 432_000, 4800); // from second 9 on
            for (int i = 0; i < 4800; i++) {
                assertEquals(0.5 * Math.sin(2 * Math.PI * 441 * i / 48_000), late[2 * i], 0.01, "sample " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "m4a", "flac", "ogg"})
    void whoeverJumpsHearsWhatIsHeardOnTheWay(String kind) throws IOException {
        Path file = Tones.coded(folder.resolve("a." + kind), 20 * 44_100, i -> 0.4 * Math.sin(i * (0.02 + i * 2e-8)));
        try (SoundReader onward = SoundReader.open(file); SoundReader jumping = SoundReader.open(file)) {
            float[] all = read(onward, 0, 20 * 48_000);
            for (int from : new int[]{700_000, 333_333, 900_000, 48_000, 100}) {
                float[] there = read(jumping, from, 2400);
                double off = 0;
                for (int i = 0; i < there.length; i++) {
                    off = Math.max(off, Math.abs(there[i] - all[2 * from + i]));
                }
                assertTrue(off < 0.02, kind + " at " + from + " is off by " + off);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "m4a", "flac", "ogg"})
    void aCodedImpulseIsWhereItWas(String kind) throws IOException {
        Path file = Tones.coded(folder.resolve("a." + kind), 3 * 44_100, Tones.impulse(44_100));
        try (SoundReader reader = SoundReader.open(file)) {
            float[] all = read(reader, 0, 3 * 48_000);
            int loudest = 0;
            for (int i = 0; i < all.length / 2; i++) {
                loudest = Math.abs(all[2 * i]) > Math.abs(all[2 * loudest]) ? i : loudest;
            }
            assertEquals(48_000, loudest, 48, kind);
        }
        assertEquals(3 * 48_000, Peaks.of(file, Progress.NONE).samples(), 2400, "no encoder's padding");
    }
}
