package org.filmwright.generate.local.pipeline;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.media.MediaException;
import org.filmwright.media.Still;

/** Between pictures and planes of numbers: -1 is dark, 1 is full. */
final class Pixels {
    private Pixels() {}

    /** Whether all of them are numbers. */
    static boolean areFinite(float[] planes) {
        for (float value : planes) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    static BufferedImage image(float[] planes, FrameSize size) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = level(planes[i]) << 16 | level(planes[rgb.length + i]) << 8 | level(planes[2 * rgb.length + i]);
        }
        return image;
    }

    /** 0 to 255, half to even. */
    static int level(float value) {
        return (int) Math.rint(Math.clamp(value * 0.5 + 0.5, 0, 1) * 255);
    }

    /** A picture as planes, filling {@code size}: scaled, what sticks out cut off. */
    static float[] planes(Path picture, FrameSize size) throws PaintFailed {
        try {
            int[] argb = Still.read(picture).filling(size).argb();
            float[] planes = new float[3 * argb.length];
            for (int i = 0; i < argb.length; i++) {
                for (int c = 0; c < 3; c++) {
                    planes[c * argb.length + i] = 2 * (argb[i] >> 16 - 8 * c & 0xff) / 255f - 1;
                }
            }
            return planes;
        } catch (MediaException e) {
            throw new PaintFailed(e.failure(), e);
        }
    }
}
