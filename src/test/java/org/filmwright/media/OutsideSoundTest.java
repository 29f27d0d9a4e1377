package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken in as a sound, and what is refused with which words; what is refused leaves nothing behind. */
class OutsideSoundTest {
    @TempDir
    Path outside;
    @TempDir
    Path staging;
    private Path good;

    @BeforeEach
    void good() throws IOException {
        good = Tones.wav(outside.resolve("door.wav"), 44_100, 2, 88_200, Tones.sine(300, 44_100));
    }

    private Outcome<OutsideSound> copied(Path file) {
        return OutsideSound.copied(file, staging, Progress.NONE);
    }

    private void refused(Path file, String words) throws IOException {
        Outcome<OutsideSound> answer = copied(file);
        String said = assertInstanceOf(Outcome.Failed.class, answer).failure().what();
        assertTrue(said.contains(words), said);
        try (Stream<Path> left = Files.list(staging)) {
            assertEquals(0, left.count(), "nothing is left");
        }
    }

    @Test
    void aSoundIsCopiedWithItsLength() throws IOException {
        OutsideSound sound = copied(good).orElse(failure -> null);
        assertEquals(96_000, sound.peaks().samples(), 64);
        assertEquals("wav", sound.extension());
        assertEquals(-1, Files.mismatch(good, sound.file()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "m4a", "flac", "ogg"})
    void theUsualKindsAreTaken(String kind) throws IOException {
        OutsideSound sound = copied(Tones.coded(outside.resolve("a." + kind), 88_200, Tones.sine(300, 44_100)))
                .orElse(failure -> null);
        assertEquals(96_000, sound.peaks().samples(), 2400);
    }

    @Test
    void whatIsNoSoundIsRefusedInItsOwnWords() throws IOException {
        refused(outside.resolve("none.wav"), "There is no file");
        refused(Files.createDirectory(outside.resolve("folder.wav")), "is a folder");
        refused(Files.createFile(outside.resolve("empty.wav")), "is empty");
        refused(Files.writeString(outside.resolve("words.txt"), "hello"), "not named as a sound");
        refused(Files.writeString(outside.resolve("words.wav"), "hello ".repeat(1000)), "not a sound that can be read");
        byte[] noise = new byte[40_000];
        new Random(7).nextBytes(noise);
        refused(Files.write(outside.resolve("noise.flac"), noise), "noise.flac");
    }

    @Test
    void aFilmWithoutSoundHasNone() throws IOException {
        Path film = outside.resolve("film.mp4");
        VideoSettings settings = new VideoSettings(new FrameSize(64, 36), FrameRate.FILM, VideoSettings.Purpose.CLIP);
        try (VideoWriter writer = VideoWriter.open(film, settings)) {
            writer.write(new int[64 * 36]);
            writer.finish();
        }
        refused(film, "not named as a sound");
        refused(Files.copy(film, outside.resolve("film.m4a")), "has no sound in it");
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        refused(Files.write(outside.resolve("torn.wav"), Arrays.copyOf(whole, whole.length / 2)), "is cut off");
        Path flac = Tones.coded(outside.resolve("a.flac"), 441_000, Tones.sine(300, 44_100));
        byte[] coded = Files.readAllBytes(flac);
        refused(Files.write(outside.resolve("torn.flac"), Arrays.copyOf(coded, coded.length / 2)), "is cut off");
        refused(Files.write(outside.resolve("head.wav"), Arrays.copyOf(whole, 44)), "damaged");
    }

    @Test
    void whatSaysItIsLongerThanADayIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        int slow = 1; // a sample a second: 88,200 seconds
        whole[24] = (byte) slow;
        whole[25] = 0;
        whole[26] = 0;
        refused(Files.write(outside.resolve("slow.wav"), whole), "longer than a day");
    }

    @Test
    void whereTheDiskTakesNothingThatIsSaid() throws IOException {
        Outcome<OutsideSound> answer = OutsideSound.copied(good, outside.resolve("gone"), Progress.NONE);
        assertTrue(assertInstanceOf(Outcome.Failed.class, answer).failure().what().contains("Nothing was imported"));
    }
}
