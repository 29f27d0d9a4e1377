package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, it is read frame by frame or refused in a sentence. */
class BrokenMediaTest {
    @TempDir
    static Path folder;
    private static BrokenFiles files;

    @BeforeAll
    static void unpack() throws IOException {
        files = new BrokenFiles(folder);
    }

    @Test
    void aFileThatIsCutOffSaysHowMuchIsThere() throws IOException {
        String why = refusal(files.cutOff());
        assertTrue(why.matches("(?s).*cut-off\\.mp4 is cut off: \\d+ of 48 frames are there.*"), why);
    }

    @Test
    void aFileWithoutItsIndexIsNoVideo() throws IOException {
        assertRefused(files.withoutIndex(), "is not a video that can be read");
    }

    @Test
    void wordsUnderTheNameOfAVideoAreNone() throws IOException {
        assertRefused(files.words(), "has no pictures");
    }

    @Test
    void aVariableFrameRateIsRefused() throws IOException {
        assertRefused(files.unevenInTime(), "variable frame rate");
    }

    @Test
    void soundWithoutPicturesIsRefused() throws IOException {
        assertRefused(files.soundOnly(), "has no pictures");
    }

    @Test
    void aFileWithoutFramesIsRefused() throws IOException {
        String why = refusal(files.withoutFrames());
        assertTrue(why.contains("has no frames") || why.contains("is not a video") || why.contains("no pictures")
                || why.contains("no constant frame rate"), why);
    }

    @Test
    void picturesLargerThanAnyScreenAreRefusedBeforeMemoryIsTakenForThem() throws IOException {
        assertRefused(files.boastful(), "15000x15000");
    }

    @Test
    void aPictureThatLiesOnItsSideIsTurned() throws IOException {
        int[] turned = new int[180 * 320];
        int[] lying = new int[320 * 180];
        try (VideoReader side = VideoReader.open(files.onItsSide());
                VideoReader whole = VideoReader.open(files.whole())) {
            assertEquals(new FrameSize(180, 320), side.size());
            assertEquals(48, side.frames());
            side.read(37, side.size(), turned);
            whole.read(37, whole.size(), lying);
        }
        for (int x = 20; x < 320; x += 40) {
            int there = lying[90 * 320 + x];
            assertTrue(there == turned[x * 180 + 89] || there == turned[(319 - x) * 180 + 90]
                    || there == turned[(319 - x) * 180 + 89], "column " + x + " is a row now");
        }
    }

    @Test
    void oddSidesTenBitsAndEightThousandPixelsAreRead() throws IOException {
        for (Path file : Stream.of(files.odd(), files.tenBits(), files.large()).toList()) {
            ClipMeter meter = ClipMeter.of(file, Optional.empty(), Progress.NONE);
            assertEquals(0, meter.damaged(), file.toString());
            try (VideoReader reader = VideoReader.open(file)) {
                int[] argb = new int[320 * 180];
                reader.read(reader.frames() - 1, new FrameSize(320, 180), argb);
                assertTrue(argb[90 * 320 + 160] != 0);
            }
        }
    }

    @Test
    void proxiesOfThemAreMadeWholeOrNotAtAll() throws IOException {
        ProxyFiles proxies = new ProxyFiles(folder.resolve("cache"));
        for (Path file : Stream.of(files.odd(), files.tenBits(), files.onItsSide(), files.large()).toList()) {
            Path proxy = proxies.make(ref(file), file, Progress.NONE).orElse(why -> {
                throw new AssertionError(file + ": " + why.what());
            });
            try (VideoReader original = VideoReader.open(file); VideoReader copy = VideoReader.open(proxy)) {
                assertEquals(original.frames(), copy.frames());
                assertTrue(copy.size().width() <= ProxyFiles.WIDTH);
            }
        }
        MediaRef broken = ref(files.cutOff());
        assertTrue(proxies.make(broken, files.cutOff(), Progress.NONE) instanceof Outcome.Failed);
        assertTrue(proxies.find(broken).isEmpty());
    }

    private static MediaRef ref(Path file) {
        return new MediaRef(Digest.of(file.toString()), "mp4");
    }

    private static void assertRefused(Path file, String words) {
        String why = refusal(file);
        assertTrue(why.contains(words), why);
    }

    /** Every way of looking at a file says the same. */
    private static String refusal(Path file) {
        assertTrue(Files.isRegularFile(file), file.toString());
        assertThrows(MediaException.class, () -> ClipMeter.of(file, Optional.empty(), Progress.NONE));
        assertThrows(MediaException.class, () -> VideoProbe.damagedFrames(file, Progress.NONE));
        return assertThrows(MediaException.class, () -> VideoReader.open(file).close()).getMessage();
    }
}
