package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoReader;
import org.filmwright.media.YuvFrame;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Transition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendererTest {
    @TempDir
    static Path folder;
    private static Footage footage;
    private static Cut cut;

    @BeforeAll
    static void film() throws MediaException {
        footage = Footage.threeShots(folder);
        cut = footage.cut();
    }

    @Test
    void aFrameIsTheSameWhereverOneComesFrom() {
        int[][] straight = new int[cut.frames()][];
        try (Renderer renderer = open(cut)) {
            for (int n = 0; n < cut.frames(); n++) {
                straight[n] = frame(renderer, n);
            }
        }
        SplittableRandom random = new SplittableRandom(1);
        try (Renderer renderer = open(cut)) {
            for (int i = 0; i < 60; i++) {
                int n = random.nextInt(cut.frames());
                assertArrayEquals(straight[n], frame(renderer, n), "frame " + n);
            }
        }
    }

    @Test
    void itShowsTheClipsOwnFrames() throws MediaException {
        int item = 3;
        Item.Clip clip = assertInstanceOf(Item.Clip.class, cut.items().get(item));
        try (Renderer renderer = open(cut); VideoReader reader = VideoReader.open(footage.file(clip.media()))) {
            int[] own = new int[Footage.SIZE.width() * Footage.SIZE.height()];
            reader.read(20, Footage.SIZE, own);
            assertArrayEquals(own, frame(renderer, cut.start(item) + 20));
        }
    }

    @Test
    void whatTheEncoderTakesUnconvertedIsWhatThePreviewShows() throws MediaException {
        try (Renderer renderer = open(cut); YuvFrame stored = new YuvFrame(Footage.SIZE)) {
            int n = cut.start(2) + 30;
            assertTrue(renderer.stored(n, stored));
            int[] shown = frame(renderer, n);
            for (int y = 4; y < 180; y += 16) {
                for (int x = 4; x < 320; x += 16) {
                    assertEquals(luma(shown[y * 320 + x]), stored.sample(0, x, y), 2.5, "at " + x + "," + y);
                }
            }
            assertFalse(renderer.stored(0, stored), "black is drawn");
            assertFalse(renderer.stored(cut.start(4) + 2, stored), "a dissolve is drawn");
        }
    }

    @Test
    void theFilmBeginsAndEndsInBlackAndFadesEvenly() {
        try (Renderer renderer = open(cut)) {
            assertTrue(Arrays.stream(frame(renderer, 0)).allMatch(pixel -> pixel == 0xff000000));
            assertTrue(Arrays.stream(frame(renderer, cut.frames() - 1)).allMatch(pixel -> pixel == 0xff000000));
            double before = Double.MAX_VALUE;
            Transition out = cut.transitions().getLast();
            for (int n = cut.start(out.at()) - out.inOffset(); n < cut.start(out.at()); n++) {
                double mean = Arrays.stream(frame(renderer, n)).mapToDouble(RendererTest::luma).average().orElseThrow();
                assertTrue(mean < before, "frame " + n + " is darker than the one before");
                before = mean;
            }
        }
    }

    @Test
    void aClipThatIsOverHoldsItsLastFrame() {
        Item.Clip clip = assertInstanceOf(Item.Clip.class, cut.items().get(2));
        Cut long_ = new Cut("Long", FrameRate.FILM, Footage.SIZE,
                List.of(new Item.Clip(clip.shot(), clip.clip(), clip.media(), clip.label(), 80)), List.of(), List.of());
        try (Renderer renderer = open(long_)) {
            assertArrayEquals(frame(renderer, 59), frame(renderer, 79));
        }
    }

    @Test
    void aClipThatBeginsLaterShowsItsFramesFromThereOn() {
        Item.Clip clip = assertInstanceOf(Item.Clip.class, cut.items().get(2));
        Cut part = new Cut("Part", FrameRate.FILM, Footage.SIZE, List.of(new Item.Clip(clip.shot(), clip.clip(), clip
                .media(), clip.label(), 12, 30, 60)), List.of(), List.of());
        Cut whole = new Cut("Whole", FrameRate.FILM, Footage.SIZE, List.of(new Item.Clip(clip.shot(), clip.clip(), clip
                .media(), clip.label(), 60)), List.of(), List.of());
        try (Renderer late = open(part); Renderer early = open(whole)) {
            assertArrayEquals(frame(early, 30), frame(late, 0));
            assertArrayEquals(frame(early, 41), frame(late, 11));
        }
    }

    @Test
    void aDissolveShowsWhatLiesBeforeThePartThatIsSeen() {
        Item.Clip clip = assertInstanceOf(Item.Clip.class, cut.items().get(2));
        Item.Clip late = new Item.Clip(clip.shot(), clip.clip(), clip.media(), clip.label(), 20, 30, 60);
        Cut dissolving = new Cut("Late", FrameRate.FILM, Footage.SIZE, List.of(new Item.Gap(10), late), List.of(
                new Transition(1, 5, 0)), List.of());
        Cut held = new Cut("Held", FrameRate.FILM, Footage.SIZE, List.of(new Item.Gap(10), late.part(26, 20)), List.of(
                new Transition(1, 1, 0)), List.of());
        try (Renderer early = open(dissolving); Renderer other = open(held)) {
            int[] mixed = frame(other, 0);
            Dissolve.mix(mixed, frame(other, 10), 0.25);
            assertArrayEquals(mixed, frame(early, 6), "frame 26 of it, a quarter there");
        }
    }

    @Test
    void aPreviewIsSmallerAndKeepsItsShape() {
        try (Renderer preview = opened(Renderer.preview(cut, 160, footage::file, none -> Optional.empty()))) {
            assertEquals(new FrameSize(160, 90), preview.size());
            assertEquals(cut.frames(), preview.frames());
            frame(preview, 40);
        }
        try (Renderer preview = opened(Renderer.preview(cut, 4000, footage::file, none -> Optional.empty()))) {
            assertEquals(Footage.SIZE, preview.size());
        }
    }

    @Test
    void aMissingClipIsNamed() throws Exception {
        Path empty = Files.createTempDirectory(folder, "empty");
        Outcome<Renderer> none = Renderer.open(cut, media -> empty.resolve(media.digest().brief()));
        Failure failure = ((Outcome.Failed<Renderer>) none).failure();
        assertTrue(failure.what().contains("1-A"), failure.what());
    }

    @Test
    void anEmptyFilmIsRefused() {
        Cut nothing = new Cut("Nothing", FrameRate.FILM, Footage.SIZE, List.of(), List.of(), List.of());
        assertInstanceOf(Outcome.Failed.class, Renderer.open(nothing, footage::file));
    }

    private static double luma(int rgb) {
        return 16 + 219 * (0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255)) / 255;
    }

    private static Renderer open(Cut cut) {
        return opened(Renderer.open(cut, footage::file));
    }

    private static Renderer opened(Outcome<Renderer> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure.what());
        });
    }

    private static int[] frame(Renderer renderer, int n) {
        int[] argb = new int[renderer.size().width() * renderer.size().height()];
        renderer.frame(n, argb);
        return argb;
    }
}
