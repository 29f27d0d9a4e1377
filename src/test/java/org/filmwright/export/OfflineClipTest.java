package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.media.ProxyFiles;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of which a clip is missing or broken, and one that is shown by its proxies. */
class OfflineClipTest {
    private static final int BROKEN = 2;

    @TempDir
    Path folder;
    private Footage footage;
    private Cut cut;
    private Item.Clip first;
    private Item.Clip second;

    @BeforeEach
    void film() throws IOException {
        footage = Footage.threeShots(folder);
        cut = footage.cut();
        first = assertInstanceOf(Item.Clip.class, cut.items().get(BROKEN));
        second = assertInstanceOf(Item.Clip.class, cut.items().get(BROKEN + 1));
    }

    private Function<MediaRef, Path> instead(MediaRef clip, Path file) {
        return media -> media.equals(clip) ? file : footage.file(media);
    }

    private Path half() throws IOException {
        byte[] bytes = Files.readAllBytes(footage.file(first.media()));
        return Files.write(folder.resolve("half.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
    }

    @Test
    void aCardStandsInForAClipThatIsMissingAndTheRestPlays() {
        try (Renderer preview = preview(instead(first.media(), folder.resolve("gone.mp4")), none -> Optional.empty());
                Renderer whole = opened(Renderer.open(cut, footage::file))) {
            int[] card = frame(preview, cut.start(BROKEN) + 20);
            assertEquals(Stock.OFFLINE, preview.stock());
            assertTrue(Arrays.stream(card).distinct().count() > 3, "stripes and words");
            int after = cut.start(BROKEN + 1) + 20;
            assertArrayEquals(frame(whole, after), frame(preview, after));
            assertEquals(Stock.ORIGINAL, preview.stock());
        }
    }

    @Test
    void soItDoesForOneThatIsCutOffOrNoVideo() throws IOException {
        Path words = Files.writeString(folder.resolve("words.mp4"), "no video");
        for (Path broken : Stream.of(half(), words).toList()) {
            try (Renderer preview = preview(instead(first.media(), broken), none -> Optional.empty())) {
                frame(preview, cut.start(BROKEN) + 1);
                assertEquals(Stock.OFFLINE, preview.stock(), broken.toString());
            }
        }
    }

    @Test
    void aBrokenClipIsExportedNeverAndItsShotIsNamed() throws IOException {
        Path target = folder.resolve("films");
        Path staging = folder.resolve("staging");
        Files.createDirectories(target);
        Files.createDirectories(staging);
        Outcome<Film> film = new FilmExport(instead(first.media(), half()), staging, folder.resolve("kept")).export(cut,
                target.resolve(
                        "film.mp4"),
                true, Progress.NONE);
        Failure why = assertInstanceOf(Outcome.Failed.class, film).failure();
        assertTrue(why.what().startsWith("The clip of shot " + first.label() + " cannot be read: "), why.what());
        assertTrue(why.what().contains("is cut off"), why.what());
        assertEquals(0, count(target) + count(staging), "nothing half-written is left");
    }

    @Test
    void aPreviewShowsTheSameFramesByTheirProxies() throws IOException {
        ProxyFiles proxies = new ProxyFiles(folder.resolve("cache"));
        try (Renderer preview = preview(footage::file, proxies::find);
                Renderer whole = opened(Renderer.open(cut, footage::file))) {
            frame(preview, cut.start(BROKEN) + 20);
            assertEquals(Stock.ORIGINAL, preview.stock());
            made(proxies, first);
            for (int n = 0; n < first.frames(); n += 7) {
                assertClose(frame(whole, cut.start(BROKEN) + n), frame(preview, cut.start(BROKEN) + n));
                assertEquals(Stock.PROXY, preview.stock(), "one that has come since is taken up");
            }
            frame(whole, cut.start(BROKEN) + 3);
            assertEquals(Stock.ORIGINAL, whole.stock(), "no film is made of proxies");
        }
    }

    @Test
    void aProxyThatCannotBeReadIsPassedOver() throws IOException {
        Map<MediaRef, Path> spoilt = new HashMap<>();
        spoilt.put(first.media(), Files.writeString(folder.resolve("spoilt.mp4"), "spoilt"));
        try (Renderer preview = preview(footage::file, clip -> Optional.ofNullable(spoilt.get(clip)))) {
            frame(preview, cut.start(BROKEN) + 20);
            assertEquals(Stock.ORIGINAL, preview.stock());
        }
    }

    @Test
    void blackAndCardsAreMadeOfNoClip() {
        try (Renderer preview = preview(footage::file, none -> Optional.empty())) {
            frame(preview, 0);
            assertEquals(Stock.DRAWN, preview.stock());
            frame(preview, cut.start(BROKEN + 1) + 5);
            assertFalse(second.label().isBlank());
            assertEquals(Stock.ORIGINAL, preview.stock());
        }
    }

    private void made(ProxyFiles proxies, Item.Clip clip) {
        proxies.make(clip.media(), footage.file(clip.media()), Progress.NONE).orElse(why -> {
            throw new AssertionError(why.what());
        });
    }

    /** A proxy is coded once more, so that it is near, not equal; the bar of another frame lies elsewhere. */
    private static void assertClose(int[] expected, int[] found) {
        double off = 0;
        for (int i = 0; i < expected.length; i++) {
            off += Math.abs((expected[i] >> 8 & 255) - (found[i] >> 8 & 255));
        }
        assertTrue(off / expected.length < 1.5, "mean difference " + off / expected.length);
    }

    private Renderer preview(Function<MediaRef, Path> media, Function<MediaRef, Optional<Path>> proxies) {
        return opened(Renderer.preview(cut, Footage.SIZE.width(), media, proxies));
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

    private static long count(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.count();
        }
    }
}
