package org.filmwright.ui.kit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;

/**
 * Pictures decoded behind the window at the size they are shown, the latest ones kept. An image that leaves the memory
 * while it still loads is cancelled.
 */
public final class Pictures {
    private final Map<Wanted, Image> kept;

    /** @param budget pixels to keep, summed over the pictures as asked for */
    public Pictures(long budget) {
        kept = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Wanted, Image> eldest) {
                boolean full = keySet().stream().mapToLong(Wanted::pixels).sum() > budget && size() > 1;
                if (full && eldest.getValue().getProgress() < 1) {
                    eldest.getValue().cancel();
                }
                return full;
            }
        };
    }

    /** The picture, at most that large; its progress is 1 once it is there. */
    public Image of(Path file, double width, double height) {
        Wanted wanted = new Wanted(file, (int) Math.ceil(width), (int) Math.ceil(height));
        return kept.computeIfAbsent(wanted, Wanted::load);
    }

    /** The picture in its own size. */
    public Image whole(Path file) {
        return of(file, 0, 0);
    }

    private record Wanted(Path file, int width, int height) {
        /** A whole picture is counted as a large one, since its size is known only when it is there. */
        long pixels() {
            return width == 0 ? 1920L * 1080 : (long) width * height;
        }

        Image load() {
            return new Image(file.toUri().toString(), width, height, true, true, true);
        }
    }
}
