package org.filmwright.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.images.ImageTake;

/** The pictures of takes: small ones for strips and lists, whole ones for the loupe, neighbours fetched ahead. */
public final class TakePictures implements AutoCloseable {
    private static final int THUMB = 320;
    private static final long THUMBS = 600L * THUMB * THUMB * 9 / 16;
    /** 256 MB of decoded pictures at four bytes a pixel. */
    private static final long WHOLE = 64L << 20;

    private final Desk desk;
    private final Pictures thumbs = new Pictures(THUMBS);
    private final Pictures whole = new Pictures(WHOLE);

    public TakePictures(Desk desk) {
        this.desk = desk;
    }

    public Picture thumb(ImageTake take) {
        return file(take).map(file -> thumbs.of(file, THUMB)).orElse(Picture.none());
    }

    public Picture whole(ImageTake take) {
        return file(take).map(file -> whole.of(file, 0)).orElse(Picture.none());
    }

    /** Starts decoding what is likely to be looked at next, the likeliest last. */
    public void fetchAhead(List<ImageTake> likely) {
        likely.reversed().forEach(this::whole);
    }

    /** Whether every picture asked for is there. */
    public boolean isSettled() {
        return thumbs.isSettled() && whole.isSettled();
    }

    @Override
    public void close() {
        thumbs.close();
        whole.close();
    }

    private Optional<Path> file(ImageTake take) {
        return desk.project().get().map(open -> open.file(take.media()));
    }
}
