package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.media.MediaException;
import org.filmwright.media.Still;
import org.filmwright.media.YuvFrame;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Marks;
import org.filmwright.timeline.Source;
import org.filmwright.timeline.Speed;
import org.filmwright.timeline.Track;
import org.filmwright.timeline.Transition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracks above the storyline, titles over the picture, clips that run slow, fast, backwards or not at all. */
class LayersRenderTest {
    private static final MediaRef STILL = new MediaRef(Digest.of("still"), "png");

    @TempDir
    static Path folder;
    private static Footage footage;

    @BeforeAll
    static void film() throws Exception {
        footage = Footage.threeShots(folder);
        int[] picture = IntStream.range(0, 400 * 240).map(i -> 0xff000000 | i % 400 / 2 << 16 | i / 400).toArray();
        new Still(new FrameSize(400, 240), picture).writePng(folder.resolve("still.png"));
    }

    private static Path file(MediaRef media) {
        return media.equals(STILL) ? folder.resolve("still.png") : footage.file(media);
    }

    /** @param which of the three shots */
    private static Item.Clip clip(int which, int frames, Source source) {
        var slot = footage.slots().get(which);
        return new Item.Clip(slot.shot(), slot.clip(), slot.media(), slot.label(), frames, source, 0);
    }

    private static Cut storyline(List<Transition> transitions, Item... items) {
        return new Cut("Film", FrameRate.FILM, Footage.SIZE, List.of(items), transitions, List.of());
    }

    private static Cut over(Cut cut, Track... tracks) {
        return cut.with(new Layers(List.of(tracks), List.of(), Marks.NONE));
    }

    private static Track above(boolean on, List<Transition> transitions, Item... items) {
        return new Track(Track.Kind.PICTURE, "V2", List.of(items), transitions, on, false);
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

    private static int[][] frames(Cut cut) {
        try (Renderer renderer = opened(Renderer.open(cut, LayersRenderTest::file))) {
            return IntStream.range(0, cut.frames()).mapToObj(n -> frame(renderer, n)).toArray(int[][]::new);
        }
    }

    /** One of everything: cuts, a dissolve, a fade, a speed change, a held frame, a board, a title over it, another picture. */
    private static Cut everything() {
        Item.Board board = new Item.Board(new ShotId("d"), "1-D", "She waits at the window.", 20, new Source(0, 40),
                Optional.of(new Item.Still(STILL, CameraMove.PUSH_IN, Region.WHOLE, new Region(0.2, 0.2, 0.6, 0.6))),
                0);
        Cut cut = storyline(List.of(new Transition(1, 0, 6), new Transition(2, 4, 4)), new Item.Gap(6), clip(0, 40,
                new Source(0, 60)), clip(1, 40, new Source(4, 48)), clip(2, 30, new Source(0, 0, 72, new Speed(2, 1))),
                clip(2, 10, new Source(20, 0, 72, Speed.HELD)), board);
        return over(cut, above(true, List.of(new Transition(1, 0, 4)), new Item.Gap(20), clip(2, 12, new Source(30,
                72))), above(true, List.of(new Transition(1, 3, 3)), new Item.Gap(60), new Item.Title(List.of("Later"),
                        30, true, 0)));
    }

    @Test
    void thePreviewShowsWhatTheExportEncodes() throws MediaException {
        Cut cut = everything();
        List<Integer> any = new ArrayList<>(IntStream.range(0, cut.frames()).boxed().toList());
        Collections.shuffle(any, new Random(3));
        int[] preview = new int[cut.frames()];
        try (Renderer shown = opened(Renderer.preview(cut, Footage.SIZE.width(), LayersRenderTest::file,
                none -> Optional.empty()))) {
            any.forEach(n -> preview[n] = Arrays.hashCode(frame(shown, n)));
        }
        int taken = 0;
        try (Renderer encoded = opened(Renderer.open(cut, LayersRenderTest::file));
                YuvFrame stored = new YuvFrame(Footage.SIZE)) {
            for (int n = 0; n < cut.frames(); n++) {
                int[] drawn = frame(encoded, n);
                assertEquals(preview[n], Arrays.hashCode(drawn), "frame " + n);
                if (encoded.stored(n, stored)) {
                    taken++;
                    assertEquals(luma(drawn[160 * 320 + 300]), stored.sample(0, 300, 160), 2.5, "frame " + n);
                }
            }
        }
        assertTrue(taken > 20, taken + " frames went over as they are stored");
        assertEquals(cut.frames(), Arrays.stream(preview).boxed().toList().size());
    }

    @Test
    void whatIsTakenOverHasNothingOverIt() {
        Cut cut = everything();
        Set<Integer> over = new HashSet<>();
        IntStream.range(20, 32).forEach(over::add);
        IntStream.range(57, 90).forEach(over::add);
        List<Passage> passages = Passage.of(cut, 12);
        int end = 0;
        for (Passage passage : passages) {
            assertEquals(end, passage.from());
            end = passage.to();
            if (passage instanceof Passage.Taken) {
                assertTrue(IntStream.range(passage.from(), passage.to()).noneMatch(over::contains), passage.toString());
            }
        }
        assertEquals(cut.frames(), end);
        assertTrue(passages.stream().anyMatch(Passage.Taken.class::isInstance), passages.toString());
        Cut muted = over(cut, above(false, List.of(), clip(2, 60, new Source(0, 72))));
        assertTrue(Passage.of(muted, 12)
                .contains(new Passage.Taken(12 + 6, 42, footage.slots().getFirst().media(),
                        12)),
                Passage.of(muted, 12).toString());
    }

    @Test
    void aFilmWithAllOfItIsExportedFrameByFrame() {
        Cut cut = everything();
        Path target = folder.resolve("everything.mp4");
        FilmExport export = new FilmExport(LayersRenderTest::file, folder, folder.resolve("kept"));
        Film film = export.export(cut, target, false, Progress.NONE).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
        assertEquals(cut.frames(), film.picture().frames());
    }

    @Test
    void aClipRunsFastSlowBackwardsOrNotAtAll() {
        int[][] whole = frames(storyline(List.of(), clip(0, 60, new Source(0, 60))));
        int[][] fast = frames(storyline(List.of(), clip(0, 20, new Source(10, 0, 60, new Speed(2, 1)))));
        int[][] slow = frames(storyline(List.of(), clip(0, 20, new Source(10, 0, 60, new Speed(1, 2)))));
        int[][] back = frames(storyline(List.of(), clip(0, 20, new Source(40, 0, 60, new Speed(-1, 1)))));
        int[][] held = frames(storyline(List.of(), clip(0, 20, new Source(40, 0, 60, Speed.HELD))));
        for (int i = 0; i < 20; i++) {
            assertArrayEquals(whole[10 + 2 * i], fast[i]);
            assertArrayEquals(whole[10 + i / 2], slow[i]);
            assertArrayEquals(whole[40 - i], back[i]);
            assertArrayEquals(whole[40], held[i]);
        }
    }

    @Test
    void aPictureAboveHidesWhatIsBelowAndAGapDoesNot() {
        Cut below = storyline(List.of(), clip(0, 40, new Source(0, 60)));
        int[][] storyline = frames(below);
        int[][] other = frames(storyline(List.of(), clip(1, 10, new Source(0, 48))));
        int[][] layered = frames(over(below, above(true, List.of(), new Item.Gap(15), clip(1, 10, new Source(0, 48)))));
        assertArrayEquals(storyline[14], layered[14]);
        assertArrayEquals(other[0], layered[15]);
        assertArrayEquals(other[9], layered[24]);
        assertArrayEquals(storyline[25], layered[25]);
        int[][] off = frames(over(below, above(false, List.of(), clip(1, 10, new Source(0, 48)))));
        assertArrayEquals(storyline[5], off[5]);
    }

    @Test
    void aTitleLiesOverThePictureAndComesUpOutOfIt() {
        Cut below = storyline(List.of(), clip(0, 40, new Source(0, 60)));
        Item.Title title = new Item.Title(List.of("Later"), 20, true, 0);
        int[][] plain = frames(below);
        int[][] titled = frames(over(below, above(true, List.of(new Transition(1, 0, 8)), new Item.Gap(10), title)));
        assertArrayEquals(plain[9], titled[9]);
        assertEquals(plain[20][0], titled[20][0], "the corner is the picture's");
        assertNotEquals(0, differing(plain[20], titled[20]));
        assertTrue(differing(plain[20], titled[20]) < plain[20].length / 4, "most of it is the picture");
        assertTrue(light(titled[10], plain[10]) < light(titled[14], plain[14]));
        assertTrue(light(titled[14], plain[14]) < light(titled[20], plain[20]));
    }

    @Test
    void aBoardMovesAsPlannedAndStandsInForAPictureWithItsWords() {
        Item.Board still = new Item.Board(new ShotId("d"), "1-D", "She waits.", 10, new Source(0, 40), Optional.of(
                new Item.Still(STILL, CameraMove.PUSH_IN, Region.WHOLE, new Region(0.2, 0.2, 0.6, 0.6))), 0);
        int[][] moved = frames(storyline(List.of(), still));
        assertFalse(Arrays.equals(moved[0], moved[9]));
        assertTrue(Arrays.stream(moved[0]).noneMatch(pixel -> pixel == 0xff000000), "no edge is seen");
        Item.Board card = new Item.Board(new ShotId("d"), "1-D", "She waits.", 10, new Source(0, 40), Optional.empty(),
                0);
        int[][] words = frames(storyline(List.of(), card));
        assertArrayEquals(words[0], words[9]);
        assertTrue(differing(words[0], new TitleCard(Footage.SIZE).draw(List.of())) > 100);
    }

    private static int differing(int[] a, int[] b) {
        return (int) IntStream.range(0, a.length).filter(i -> a[i] != b[i]).count();
    }

    private static long light(int[] a, int[] b) {
        return IntStream.range(0, a.length).mapToLong(i -> Math.abs((a[i] & 255) - (b[i] & 255))).sum();
    }

    private static double luma(int rgb) {
        return 16 + 219 * (0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255)) / 255;
    }
}
