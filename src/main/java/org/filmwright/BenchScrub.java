package org.filmwright;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Progress;
import org.filmwright.base.ShotId;
import org.filmwright.export.Aim;
import org.filmwright.export.FrameCache;
import org.filmwright.export.Renderer;
import org.filmwright.media.BareGrabber;
import org.filmwright.media.MediaException;
import org.filmwright.media.ProxyFiles;
import org.filmwright.media.VideoReader;
import org.filmwright.media.VideoSettings;
import org.filmwright.media.VideoWriter;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;

/**
 * {@code bench scrub}: a thousand frames of a clip sought at random, on its proxy, on the original, and through the
 * preview's cache; each tells its number by a strip of bars. Beside it the library's own grabber on the same files, by the
 * one of its calls that finds the right frame, in turn with every twentieth seek, since it takes so much longer.
 *
 * @param seeks how many
 */
record BenchScrub(int seeks) implements Bench {
    static final int SEEKS = 1_000;
    private static final FrameSize SIZE = new FrameSize(1280, 720);
    private static final FrameSize SHOWN = new FrameSize(960, 540);
    private static final int FRAMES = 240;
    private static final int BITS = 8;
    private static final int EVERY = 20;
    /** ux.md 8: from the seek to the frame, with a proxy and without. */
    private static final double PROXY_MS = 33;
    private static final double ORIGINAL_MS = 150;

    @Override
    public List<BenchResult> run() {
        return ScratchFolder.with(this::measure);
    }

    private List<BenchResult> measure(Path folder) throws IOException, InterruptedException {
        Path original = folder.resolve("original.mp4");
        film(original);
        MediaRef clip = new MediaRef(Digest.of("numbers"), "mp4");
        ProxyFiles proxies = new ProxyFiles(folder);
        long begun = System.nanoTime();
        Path proxy = CommandFailed.orFail(proxies.make(clip, original, Progress.NONE));
        double making = (System.nanoTime() - begun) / 1e9;
        List<BenchResult> results = new ArrayList<>();
        results.add(new BenchResult("making the proxy of 10 s", making, "s", FRAMES / 24.0, "the clip's length",
                making / (FRAMES / 24.0), "ratio <= 1", making <= FRAMES / 24.0));
        seek(results, "proxy", proxy, PROXY_MS);
        seek(results, "original", original, ORIGINAL_MS);
        preview(results, original, clip, proxies);
        return results;
    }

    /** Milliseconds of each seek, and how many showed another frame than was asked for. */
    private record Sought(double[] ms, int wrong) {
        double at(double share) {
            double[] sorted = ms.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
        }
    }

    /** How one comes to a frame. */
    private interface Seek {
        void to(int n, int[] argb) throws MediaException, InterruptedException;
    }

    private void seek(List<BenchResult> results, String what, Path file, double most)
            throws MediaException, InterruptedException {
        try (VideoReader reader = VideoReader.open(file); BareGrabber bare = BareGrabber.open(file, SHOWN)) {
            List<Sought> both = sought(List.of((n, argb) -> reader.read(n, SHOWN, argb), bare::read));
            report(results, what, both.getFirst(), both.getLast(), most);
        }
    }

    /** Every twentieth seek by each way after the other, so that a busy machine is busy for all; the others by the first alone. */
    private List<Sought> sought(List<Seek> ways) throws MediaException, InterruptedException {
        int[] argb = new int[SHOWN.width() * SHOWN.height()];
        double[][] ms = new double[ways.size()][];
        for (int way = 0; way < ways.size(); way++) {
            ms[way] = new double[way == 0 ? seeks : (seeks + EVERY - 1) / EVERY];
        }
        int[] wrong = new int[ways.size()];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < seeks; i++) {
            int n = random.nextInt(FRAMES);
            for (int way = 0; way < (i % EVERY == 0 ? ways.size() : 1); way++) {
                long begun = System.nanoTime();
                ways.get(way).to(n, argb);
                ms[way][way == 0 ? i : i / EVERY] = (System.nanoTime() - begun) / 1e6;
                wrong[way] += number(argb) == n ? 0 : 1;
            }
        }
        List<Sought> all = new ArrayList<>();
        for (int way = 0; way < ways.size(); way++) {
            all.add(new Sought(ms[way], wrong[way]));
        }
        return all;
    }

    private void report(List<BenchResult> results, String what, Sought ours, Sought bare, double most) {
        String peer = "JavaCV's grabber";
        results.add(new BenchResult(what + ": wrong frames of " + seeks, ours.wrong, "", bare.wrong, peer,
                bare.wrong == 0 ? 1 : (double) ours.wrong / bare.wrong, "value = 0", ours.wrong == 0));
        double p50 = ours.at(0.5);
        results.add(new BenchResult(what + ": seek to picture, p50", p50, "ms", bare.at(0.5), peer, p50 / bare.at(0.5),
                "ratio <= 1.5", p50 <= 1.5 * bare.at(0.5)));
        double p95 = ours.at(0.95);
        results.add(new BenchResult(what + ": seek to picture, p95", p95, "ms", bare.at(0.95), peer,
                p95 / bare.at(0.95), "value <= " + (int) most, p95 <= most));
    }

    /** As the preview does it: another thread draws, and the newest place that is sought comes first. */
    private void preview(List<BenchResult> results, Path original, MediaRef clip, ProxyFiles proxies)
            throws MediaException, InterruptedException {
        Cut cut = new Cut("Numbers", FrameRate.FILM, SIZE, List.of(new Item.Clip(new ShotId("1"), new ClipId("1"), clip,
                "1-A", FRAMES)), List.of(), List.of());
        Renderer renderer = CommandFailed.orFail(Renderer.preview(cut, SHOWN.width(), each -> original,
                proxies::find));
        Semaphore drawn = new Semaphore(0);
        try (FrameCache cache = new FrameCache(renderer, FrameCache.BYTES, drawn::release, Thread.ofPlatform()
                .daemon()
                .factory())) {
            Sought sought = sought(List.<Seek>of((n, argb) -> {
                cache.aim(new Aim(n, 0, 0, FRAMES, false));
                while (cache.copy(n, argb) instanceof FrameCache.Look.Coming) {
                    drawn.acquire();
                }
            })).getFirst();
            results.add(new BenchResult("preview: wrong frames of " + seeks, sought.wrong, "", 0, "none", 1,
                    "value = 0", sought.wrong == 0));
            results.add(new BenchResult("preview: seek to picture, p95", sought.at(0.95), "ms", sought.at(0.5),
                    "its own p50", sought.at(0.95) / sought.at(0.5), "value <= " + (int) PROXY_MS, sought
                            .at(0.95) <= PROXY_MS));
            double frames = cache.bytes() / (4.0 * SHOWN.width() * SHOWN.height());
            results.add(new BenchResult("preview: memory of its frames", cache.bytes() / 1e6, "MB",
                    FrameCache.BYTES / 1e6, "what it may take", (double) cache.bytes() / FrameCache.BYTES,
                    "ratio <= 1 (" + (int) frames + " frames)", cache.bytes() <= FrameCache.BYTES));
        }
    }

    /** A moving scene with fine detail, so that coding and decoding have their usual work, over the strip of bars. */
    private static void film(Path out) throws MediaException {
        VideoSettings settings = new VideoSettings(SIZE, FrameRate.FILM, VideoSettings.Purpose.CLIP);
        try (VideoWriter writer = VideoWriter.open(out, settings)) {
            int[] argb = new int[SIZE.width() * SIZE.height()];
            for (int n = 0; n < FRAMES; n++) {
                for (int i = 0; i < argb.length; i++) {
                    int x = i % SIZE.width();
                    int y = i / SIZE.width();
                    argb[i] = y >= SIZE.height() * 7 / 8
                            ? (n >> x * BITS / SIZE.width() & 1) == 1 ? 0xffffffff : 0xff000000
                            : 0xff000000 | (x + 2 * n) * (y + n) / 64 % 200 * 0x010101 + (x / 16 % 3) * 0x120804;
                }
                writer.write(argb);
            }
            writer.finish();
        }
    }

    private static int number(int[] argb) {
        int n = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int x = (2 * bit + 1) * SHOWN.width() / (2 * BITS);
            n |= (argb[SHOWN.height() * 15 / 16 * SHOWN.width() + x] & 255) > 127 ? 1 << bit : 0;
        }
        return n;
    }
}
