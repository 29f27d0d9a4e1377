package org.filmwright.ui.kit;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;

/** A picture that is there, or will be: its image is null until it has been decoded. */
public final class Picture {
    /** Nothing to see. */
    public static final Picture NONE = new Picture();

    private final ReadOnlyObjectWrapper<Image> image = new ReadOnlyObjectWrapper<>();
    private volatile boolean wanted = true;
    private boolean there;

    public static Picture of(Image there) {
        Picture picture = new Picture();
        picture.set(there);
        return picture;
    }

    public ReadOnlyObjectProperty<Image> image() {
        return image.getReadOnlyProperty();
    }

    /** @param decoded null where the file is no picture */
    void set(Image decoded) {
        image.set(decoded);
        there = true;
    }

    boolean isThere() {
        return there;
    }

    /** Says that nobody waits for it any more; decoding that has not begun will not begin. */
    void cancel() {
        wanted = false;
    }

    boolean isWanted() {
        return wanted;
    }
}
