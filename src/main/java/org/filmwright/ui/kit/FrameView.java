package org.filmwright.ui.kit;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.filmwright.base.FrameSize;

/** A picture whose pixels are replaced many times a second without making a new image each time. */
public final class FrameView {
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    public FrameView(FrameSize size) {
        pixels = new int[size.width() * size.height()];
        buffer = new PixelBuffer<>(size.width(), size.height(), IntBuffer.wrap(pixels),
                PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    public Image image() {
        return image;
    }

    /** Shows a frame of 0xffRRGGBB pixels; it is copied, so the caller may draw into it again. */
    public void show(int[] frame) {
        System.arraycopy(frame, 0, pixels, 0, pixels.length);
        buffer.updateBuffer(whole -> null);
    }
}
