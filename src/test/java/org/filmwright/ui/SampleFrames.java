package org.filmwright.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.export.FilmFrames;
import org.filmwright.production.Snapshot;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;

/** Shows each shot's picture, moving in slowly, so that every frame differs from the one before. */
final class SampleFrames implements FilmFrames {
    private final Snapshot snapshot;
    private final Function<MediaRef, Path> files;
    private final FrameSize size;
    private final Map<Path, BufferedImage> read = new HashMap<>();

    SampleFrames(Snapshot snapshot, Function<MediaRef, Path> files, int width) {
        this.snapshot = snapshot;
        this.files = files;
        size = new FrameSize(width, width * 9 / 16);
    }

    @Override
    public FrameSize size() {
        return size;
    }

    @Override
    public FrameRate rate() {
        return cut().rate();
    }

    @Override
    public int frames() {
        return cut().frames();
    }

    @Override
    public void frame(int n, int[] argb) {
        int index = cut().itemAt(n);
        BufferedImage frame = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = frame.createGraphics();
        switch (cut().items().get(index)) {
            case Item.Clip clip -> {
                double zoom = 1 + 0.1 * (n - cut().start(index)) / clip.frames();
                int w = (int) (size.width() * zoom);
                int h = (int) (size.height() * zoom);
                pen.drawImage(picture(clip.media()), (size.width() - w) / 2, (size.height() - h) / 2, w, h, null);
            }
            case Item.Gap _,Item.Board _,Item.Sound _ -> {
            }
            case Item.Title title -> {
                pen.setColor(Color.WHITE);
                pen.fillRect(size.width() / 4, size.height() / 2, size.width() / 2, 1 + n);
            }
        }
        pen.dispose();
        frame.getRGB(0, 0, size.width(), size.height(), argb, 0, size.width());
    }

    private BufferedImage picture(MediaRef media) {
        return read.computeIfAbsent(files.apply(media), file -> {
            try {
                return ImageIO.read(file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Cut cut() {
        return snapshot.cut().orElseThrow();
    }

    @Override
    public void close() {}
}
