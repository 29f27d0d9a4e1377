package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyFilesTest {
    private static final FrameSize HD = new FrameSize(1280, 720);
    private static final MediaRef CLIP = new MediaRef(Digest.of("clip"), "mp4");

    @TempDir
    Path folder;

    @Test
    void everyFrameOfAProxyIsTheSameFrameOfTheOriginal() throws IOException {
        Path proxy = made(clip(HD, 40));
        FrameSize small = new FrameSize(960, 540);
        try (VideoReader reader = VideoReader.open(proxy)) {
            assertEquals(40, reader.frames());
            assertEquals(small, reader.size());
            int[] argb = new int[960 * 540];
            Random random = new Random(3);
            for (int i = 0; i < 60; i++) {
                int n = random.nextInt(40);
                reader.read(n, small, argb);
                assertEquals(n, Scenes.number(small, argb));
            }
        }
    }

    @Test
    void everyFrameOfAProxyIsAKeyFrame() throws IOException {
        try (ClipPackets packets = ClipPackets.open(made(clip(new FrameSize(320, 180), 30)), FrameRate.FILM)) {
            packets.seek(0);
            for (int n = 0; n < 30; n++) {
                assertTrue(packets.next().key(), "frame " + n);
            }
        }
    }

    @Test
    void aProxyIsMadeOnceAndFoundByItsOriginal() throws IOException {
        ProxyFiles proxies = new ProxyFiles(folder);
        assertTrue(proxies.find(CLIP).isEmpty());
        Path first = made(clip(new FrameSize(320, 180), 12));
        assertEquals(first, proxies.find(CLIP).orElseThrow());
        assertEquals(first, proxies.make(CLIP, folder.resolve("gone.mp4"), Progress.NONE).orElse(why -> {
            throw new AssertionError(why.what());
        }));
    }

    @Test
    void whoeverStopsItHalfWayFindsNothing() throws IOException {
        Path clip = clip(new FrameSize(320, 180), 30);
        ProxyFiles proxies = new ProxyFiles(folder);
        assertThrows(Cancelled.class, () -> proxies.make(CLIP, clip, new Progress() {
            private int frames;

            @Override
            public void report(double fraction, String note) {}

            @Override
            public void checkCancelled() {
                if (frames++ == 15) {
                    throw new Cancelled();
                }
            }

            @Override
            public void onCancel(Runnable action) {}
        }));
        assertTrue(proxies.find(CLIP).isEmpty());
        assertEquals(List.of(clip.getFileName().toString()), files());
    }

    @Test
    void whatAnEndInTheMiddleLeftIsGoneAfterTheNextTryHoweverThatEnds() throws IOException {
        ProxyFiles proxies = new ProxyFiles(folder);
        Path proxy = made(clip(new FrameSize(320, 180), 12));
        Files.move(proxy, proxy.resolveSibling(CLIP.digest().hex() + ".unchecked.mp4"));
        assertInstanceOf(Outcome.Failed.class, proxies.make(CLIP, folder.resolve("gone.mp4"), Progress.NONE));
        assertEquals(List.of("clip.mp4"), files());
    }

    private Path made(Path clip) {
        return new ProxyFiles(folder).make(CLIP, clip, Progress.NONE).orElse(why -> {
            throw new AssertionError(why.what());
        });
    }

    private Path clip(FrameSize size, int frames) throws IOException {
        Path clip = folder.resolve("clip.mp4");
        Scenes.film(clip, Scenes.clip(size), frames);
        assertFalse(Files.notExists(clip));
        return clip;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
        }
    }
}
