package org.filmwright.ui.kit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.Offstage;

/**
 * Pictures decoded behind the window at the size they are shown, the latest ones kept. What was asked for last is
 * decoded first, and what has been forgotten before its turn is not decoded at all.
 */
public final class Pictures implements AutoCloseable {
    private static final int THREADS = 2;

    private final ExecutorService decoders = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.SECONDS,
            new LastFirst(), Offstage.threads("filmwright-pictures"));
    private final Map<Wanted, Picture> kept;

    /** @param budget pixels to keep, summed over the pictures */
    public Pictures(long budget) {
        kept = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Wanted, Picture> eldest) {
                boolean full = keySet().stream().mapToLong(Wanted::pixels).sum() > budget;
                if (full) {
                    eldest.getValue().cancel();
                }
                return full;
            }
        };
    }

    /** The picture of that file, {@code width} pixels wide; 0 stands for its own size. */
    public Picture of(Path file, int width) {
        return kept.computeIfAbsent(new Wanted(file, width), this::begin);
    }

    /** Whether everything asked for is there. */
    public boolean isSettled() {
        return kept.values().stream().noneMatch(picture -> picture.state().get() instanceof Picture.State.Coming);
    }

    @Override
    public void close() {
        kept.values().forEach(Picture::cancel);
        decoders.shutdown();
    }

    private Picture begin(Wanted wanted) {
        Picture picture = Picture.coming();
        decoders.execute(() -> decode(wanted, picture));
        return picture;
    }

    private static void decode(Wanted wanted, Picture picture) {
        if (picture.isWanted()) {
            Image whole = new Image(wanted.file().toUri().toString());
            boolean small = wanted.width() == 0 || wanted.width() >= whole.getWidth();
            Image shown = small || whole.isError() ? whole : shrink(whole, wanted.width());
            FxBridge.later(() -> picture.arrive(shown));
        }
    }

    /** Averages the pixels that fall into each new one; JavaFX's own scaling while loading takes five times as long. */
    static Image shrink(Image whole, int width) {
        int w = (int) whole.getWidth();
        int h = (int) whole.getHeight();
        int height = Math.max(1, Math.round((float) h * width / w));
        int[] from = new int[w * h];
        int[] to = new int[width * height];
        whole.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), from, 0, w);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[y * width + x] = average(from, w, x * w / width, Math.ceilDiv((x + 1) * w, width), y * h / height,
                        Math.ceilDiv((y + 1) * h, height));
            }
        }
        WritableImage small = new WritableImage(width, height);
        small.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), to, 0, width);
        return small;
    }

    private static int average(int[] pixels, int width, int left, int right, int top, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = pixels[y * width + x];
                red += pixel >> 16 & 0xff;
                green += pixel >> 8 & 0xff;
                blue += pixel & 0xff;
            }
        }
        int count = (right - left) * (bottom - top);
        return 0xff << 24 | (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }

    private record Wanted(Path file, int width) {
        /** A picture in its own size is counted as a large one, since its size is known only when it is there. */
        long pixels() {
            return width == 0 ? 1920L * 1080 : (long) width * width * 9 / 16;
        }
    }

    /** A queue that hands out what came last. */
    private static final class LastFirst extends LinkedBlockingDeque<Runnable> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable newest) {
            return offerFirst(newest);
        }
    }
}
