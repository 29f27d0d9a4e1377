package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clip from outside becomes one of the film. */
class ConformedClipTest {
    @TempDir
    private Path folder;

    private Path clip(FrameSize size, FrameRate rate, int frames) throws MediaException {
        Path file = folder.resolve("outside.mp4");
        try (VideoWriter film = VideoWriter.open(file, new VideoSettings(size, rate, VideoSettings.Purpose.CLIP))) {
            int[] argb = new int[size.width() * size.height()];
            for (int n = 0; n < frames; n++) {
                java.util.Arrays.fill(argb, 0xff000000 | n * 8 * 0x10101);
                film.write(argb);
            }
            film.finish();
        }
        return file;
    }

    private VideoInfo conformed(Path clip, int frames) {
        VideoSettings settings = new VideoSettings(new FrameSize(128, 72), FrameRate.FILM, VideoSettings.Purpose.CLIP);
        return ConformedClip.of(clip, settings, frames, folder.resolve("clip.mp4"), Progress.NONE).orElse(failure -> {
            throw new AssertionError(failure);
        });
    }

    @Test
    void itHasTheSizeTheRateAndTheLengthOfTheOrder() throws MediaException {
        Path outside = clip(new FrameSize(96, 96), FrameRate.parse("16"), 16);
        for (int frames : new int[]{12, 40}) {
            VideoInfo info = conformed(outside, frames);
            assertEquals(new FrameSize(128, 72), info.size());
            assertEquals(FrameRate.FILM, info.rate());
            assertEquals(frames, info.frames());
        }
    }

    @Test
    void aRibbonIsRefusedBeforeItFillsTheMemory() throws MediaException {
        Path ribbon = clip(new FrameSize(3840, 16), FrameRate.parse("12"), 2);
        VideoSettings hd = new VideoSettings(FrameSize.HD, FrameRate.FILM, VideoSettings.Purpose.CLIP);
        Outcome<VideoInfo> none = ConformedClip.of(ribbon, hd, 24, folder.resolve("clip.mp4"), Progress.NONE);
        Failure refused = assertInstanceOf(Outcome.Failed.class, none).failure();
        assertTrue(assertInstanceOf(Failure.Refused.class, refused).what().contains("3840x16"), refused::what);
        assertFalse(Files.exists(folder.resolve("clip.mp4")));
    }

    @Test
    void itKeepsItsSpeedAndHoldsItsLastFrame() throws MediaException {
        conformed(clip(new FrameSize(96, 96), FrameRate.parse("12"), 12), 40);
        try (VideoReader reader = VideoReader.open(folder.resolve("clip.mp4"))) {
            assertEquals(6 * 8, grey(reader, 12), 6, "half a second in, as before");
            assertEquals(11 * 8, grey(reader, 39), 6, "the last one is held");
        }
    }

    private static int grey(VideoReader reader, int n) throws MediaException {
        int[] argb = new int[128 * 72];
        reader.read(n, new FrameSize(128, 72), argb);
        return argb[36 * 128 + 64] & 0xff;
    }

    @Test
    void whatIsNoVideoLeavesNothing() throws IOException {
        Path page = Files.writeString(folder.resolve("page.mp4"), "<html>");
        VideoSettings settings = new VideoSettings(new FrameSize(128, 72), FrameRate.FILM, VideoSettings.Purpose.CLIP);
        Outcome<VideoInfo> none = ConformedClip.of(page, settings, 5, folder.resolve("clip.mp4"), Progress.NONE);
        assertInstanceOf(Outcome.Failed.class, none);
        assertFalse(Files.exists(folder.resolve("clip.mp4")));
        assertTrue(Files.exists(page));
    }
}
