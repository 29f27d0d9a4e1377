package org.filmwright.ui.kit;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.Offstage;

/**
 * Pictures decoded behind the window at the size they are shown, the latest ones kept. What was asked for last is
 * decoded first; what has been forgotten before its turn, and small ones that everybody has left, are not decoded at all.
 * Used on the window's thread.
 */
public final class Pictures implements AutoCloseable {
    private static final int THREADS = 2;
    /**
     * Of a pixel: three as decoded, and four once it has been drawn. Without a GPU JavaFX keeps the second copy in the heap
     * for as long as the picture lives, with one it lies in the memory of the GPU.
     */
    private static final int BYTES = 3 + 4;
    /** What a picture in its own size is counted as until its size is known. */
    private static final long LARGE = 1920L * 1080 * BYTES;

    private final ThreadPoolExecutor decoders = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.SECONDS,
            new LastFirst(), Offstage.threads("filmwright-pictures"));
    private final Map<Wanted, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final long budget;
    private final int most;
    private long bytes;

    /** @param budget bytes of pixels to keep, as decoded and as drawn @param most pictures to keep */
    public Pictures(long budget, int most) {
        this.budget = budget;
        this.most = most;
    }

    /** The picture of that file, {@code width} pixels wide; 0 stands for its own size. */
    public Picture of(Path file, int width) {
        return of(file, width, () -> file);
    }

    /** The same of a file that may have to be made first. @param key tells one picture from another */
    public Picture of(Object key, int width, Supplier<Path> file) {
        return kept(new Wanted(key, width), () -> decoded(file.get(), width));
    }

    /** A picture that is worked out of others, behind the window as well. @param key tells one from another */
    public Picture made(Object key, Supplier<Image> work) {
        return kept(new Wanted(key, 0), work);
    }

    private Picture kept(Wanted wanted, Supplier<Image> image) {
        Kept known = kept.get(wanted);
        if (known != null) {
            return known.picture;
        }
        int width = wanted.width();
        Kept begun = new Kept(Picture.coming(), width == 0 ? LARGE : (long) width * width * 9 / 16 * BYTES);
        kept.put(wanted, begun);
        bytes += begun.bytes;
        if (width > 0) {
            begun.picture.whenLeft(() -> left(wanted, begun));
        }
        trim();
        decoders.execute(() -> make(begun, image));
        return begun.picture;
    }

    /** The next who asks has it decoded again. */
    public void forget(Object key, int width) {
        Kept gone = kept.remove(new Wanted(key, width));
        if (gone != null) {
            drop(gone);
        }
    }

    /** What could not be read may be there by now. */
    public void forgetBroken() {
        List<Kept> gone = kept.values()
                .stream()
                .filter(each -> each.picture.state().get() instanceof Picture.State.Broken)
                .toList();
        kept.values().removeAll(gone);
        gone.forEach(this::drop);
    }

    /** Cards go by faster than their pictures come: the next who asks has it decoded. */
    private void left(Wanted wanted, Kept begun) {
        if (kept.remove(wanted, begun)) {
            drop(begun);
        }
    }

    /** Whether everything asked for is there. */
    public boolean isSettled() {
        return kept.values().stream().noneMatch(each -> each.picture.state().get() instanceof Picture.State.Coming);
    }

    /** How many wait to be decoded. */
    public int waiting() {
        return decoders.getQueue().size();
    }

    /** Bytes of pixels, as decoded and as drawn. */
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        kept.values().forEach(each -> each.picture.cancel());
        decoders.shutdown();
    }

    /** Lets go of what nobody has asked for the longest. */
    private void trim() {
        Iterator<Kept> eldest = kept.values().iterator();
        while ((bytes > budget || kept.size() > most) && kept.size() > 1) {
            Kept gone = eldest.next();
            eldest.remove();
            drop(gone);
        }
    }

    private void drop(Kept gone) {
        bytes -= gone.bytes;
        gone.dropped = true;
        gone.picture.cancel();
    }

    private void make(Kept begun, Supplier<Image> image) {
        if (begun.picture.isWanted()) {
            Image shown = image.get();
            FxBridge.later(() -> arrive(begun, shown));
        }
    }

    private static Image decoded(Path file, int width) {
        Image whole = new Image(file.toUri().toString());
        boolean small = width == 0 || width >= whole.getWidth();
        return small || whole.isError() ? whole : shrink(whole, width);
    }

    private void arrive(Kept begun, Image shown) {
        long counted = begun.bytes;
        begun.bytes = (long) (shown.getWidth() * shown.getHeight()) * BYTES;
        if (!begun.dropped) {
            bytes += begun.bytes - counted;
            trim();
        }
        begun.picture.arrive(shown);
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

    private record Wanted(Object key, int width) {}

    /** A picture, and how many bytes it is counted as. */
    private static final class Kept {
        private final Picture picture;
        private long bytes;
        private boolean dropped;

        Kept(Picture picture, long bytes) {
            this.picture = picture;
            this.bytes = bytes;
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
