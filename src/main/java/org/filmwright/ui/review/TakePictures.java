package org.filmwright.ui.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.filmwright.images.ImageTake;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Pictures;

/** The pictures of takes: small ones for the strip, review size for the loupe, neighbours fetched ahead. */
final class TakePictures {
    private static final int THUMB = 320;
    /** 256 MB of decoded pictures at four bytes a pixel. */
    private static final long BUDGET = 64L << 20;

    private final Desk desk;
    private final Pictures thumbs = new Pictures(600L * THUMB * THUMB);
    private final Pictures reviews = new Pictures(BUDGET);

    TakePictures(Desk desk) {
        this.desk = desk;
    }

    /** Null where no project is open: an image view then shows nothing. */
    Image thumb(ImageTake take) {
        return file(take).map(file -> thumbs.of(file, THUMB, THUMB)).orElse(null);
    }

    Image review(ImageTake take) {
        return file(take).map(reviews::whole).orElse(null);
    }

    /** Starts loading what is likely to be looked at next. */
    void fetchAhead(List<ImageTake> likely) {
        likely.forEach(this::review);
    }

    private Optional<Path> file(ImageTake take) {
        return desk.project().get().map(open -> open.file(take.media()));
    }
}
