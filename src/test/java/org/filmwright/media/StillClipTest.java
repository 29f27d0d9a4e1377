package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.Cancelled;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillClipTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);
    private static final int FRAMES = 60;

    @TempDir
    Path folder;

    @Test
    void aClipTellsHowFarItIsAtLeastOnceAGroup() throws IOException {
        Told told = new Told(FRAMES);
        film(told);
        assertEquals(told.fractions.stream().sorted().toList(), told.fractions);
        double most = IntStream.range(1, told.fractions.size())
                .mapToDouble(i -> told.fractions.get(i) - told.fractions.get(i - 1))
                .max()
                .orElseThrow();
        assertEquals((double) VideoSettings.Purpose.CLIP.group() / FRAMES, most, 1e-9);
        assertEquals(1, told.fractions.getLast());
    }

    @Test
    void aClipCanBeStoppedUntilItsLastFrameAndLeavesNothing() throws IOException {
        assertThrows(Cancelled.class, () -> film(new Told(FRAMES - 2)));
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.allMatch(each -> each.endsWith("still.png")));
        }
    }

    private void film(Progress progress) throws IOException {
        Path picture = folder.resolve("still.png");
        ImageIO.write(new BufferedImage(480, 270, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        CameraPath path = new CameraPath(Region.WHOLE, new Region(0.1, 0.1, 0.8, 0.8), Easing.LINEAR, Shake.NONE,
                FRAMES,
                FrameRate.FILM);
        StillClip.render(picture, path, new VideoSettings(SIZE, FrameRate.FILM, VideoSettings.Purpose.CLIP),
                folder.resolve("clip.mp4"), progress);
    }

    /** Keeps what it is told, and asks to stop after so many frames. */
    private static final class Told implements Progress {
        private final List<Double> fractions = new ArrayList<>();
        private final int most;

        Told(int most) {
            this.most = most;
        }

        @Override
        public void report(double fraction, String note) {
            fractions.add(fraction);
        }

        @Override
        public void checkCancelled() {
            if (most < FRAMES && !fractions.isEmpty() && Math.round(fractions.getLast() * FRAMES) >= most) {
                throw new Cancelled();
            }
        }

        @Override
        public void onCancel(Runnable action) {}
    }
}
