package org.filmwright.ui.kit;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Preview;
import org.filmwright.production.Project;

/** The pictures of takes: small ones for strips and cards, review pictures for the light table, originals for pixels. */
public final class TakePictures implements AutoCloseable {
    private static final int THUMBS = 600;
    private static final long SMALL = 256L << 20;
    /** Ten of 1920 by 1080: more than are fetched ahead, or laid side by side. */
    private static final long WHOLE = 144L << 20;

    private final Desk desk;
    private final Pictures thumbs = new Pictures(SMALL, THUMBS);
    private final Pictures whole = new Pictures(WHOLE, Integer.MAX_VALUE);

    public TakePictures(Desk desk) {
        this.desk = desk;
        desk.project().subscribe(() -> {
            thumbs.forgetBroken();
            whole.forgetBroken();
        });
    }

    public Picture thumb(ImageTake take) {
        return with(open -> thumbs.of(take.media(), Preview.THUMB.width(), () -> open.preview(take.media(),
                Preview.THUMB)));
    }

    /** As large as a screen needs it. */
    public Picture whole(ImageTake take) {
        return with(open -> whole.of(take.media(), 0, () -> open.preview(take.media(), Preview.REVIEW)));
    }

    /** The picture as it came, for those who count pixels. */
    public Picture original(ImageTake take) {
        return with(open -> whole.of(open.file(take.media()), 0));
    }

    /** A picture that is worked out of two that are there. @param key tells one from another */
    public Picture made(Object key, Supplier<Image> work) {
        return whole.made(key, work);
    }

    /** What could not be shown is tried again when it is asked for next. */
    public void forget(ImageTake take) {
        thumbs.forget(take.media(), Preview.THUMB.width());
        whole.forget(take.media(), 0);
    }

    /** Starts decoding what is likely to be looked at next, the likeliest first. */
    public void fetchAhead(List<ImageTake> likely) {
        likely.reversed().forEach(this::whole);
    }

    /** Whether every picture asked for is there. */
    public boolean isSettled() {
        return thumbs.isSettled() && whole.isSettled();
    }

    /** How many pictures wait to be decoded. */
    public int waiting() {
        return thumbs.waiting() + whole.waiting();
    }

    /** Bytes of pixels that are kept, as decoded and as drawn. */
    public long bytes() {
        return thumbs.bytes() + whole.bytes();
    }

    @Override
    public void close() {
        thumbs.close();
        whole.close();
    }

    private Picture with(Function<Project, Picture> ask) {
        return desk.project().get().map(ask).orElseGet(Picture::none);
    }
}
