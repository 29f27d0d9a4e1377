package org.filmwright.media;

import java.nio.IntBuffer;
import org.filmwright.base.FrameSize;

/**
 * A part of one plane of a frame, and how much of it covers what lies under it. Four samples in an {@code int}, as in
 * {@link SamplePlane}. One thread at a time.
 */
final class Overlay {
    private static final int BYTE = 0xff;

    private final int[] colours;
    private final int[] mattes;
    private final int[] under;
    private final int[] colour;
    private final int[] matte;

    Overlay(FrameSize size) {
        int quads = (size.width() + 3) / 4;
        colours = new int[quads * size.height()];
        mattes = new int[quads * size.height()];
        under = new int[quads];
        colour = new int[quads];
        matte = new int[quads];
    }

    /** Columns and rows of a frame's plane; {@code x} and {@code width} are multiples of 4, except at the right edge. */
    record Part(int x, int y, int width, int height) {
        /** The least part of a frame's Y, in steps of two samples of U and V, that shows a filmed part. */
        static Part of(FilmedPart glass, CameraPath.Window window, FrameSize out) {
            double scale = out.width() / window.width();
            double left = (glass.x() - window.x()) * scale + out.width() / 2.0;
            double top = (glass.y() - window.y()) * scale + out.height() / 2.0;
            int x = step(left - 2, 8, out.width());
            int y = step(top - 2, 2, out.height());
            int right = Math.min(out.width(), 8 + step(left + glass.width() * scale + 2, 8, out.width()));
            int bottom = Math.min(out.height(), 2 + step(top + glass.height() * scale + 2, 2, out.height()));
            return new Part(x, y, right - x, bottom - y);
        }

        private static int step(double place, int step, int most) {
            return (int) (Math.clamp(Math.floor(place), 0, most) / step) * step;
        }

        /** The same of plane 0 (Y), 1 (U) or 2 (V). */
        Part of(int plane) {
            return plane == 0 ? this : new Part(x / 2, y / 2, width / 2, height / 2);
        }

        int quads() {
            return (width + 3) / 4;
        }
    }

    void colour(SamplePlane source, SamplePlane.Affine map, Part part) {
        draw(source, map, part, colours);
    }

    void matte(SamplePlane source, SamplePlane.Affine map, Part part) {
        draw(source, map, part, mattes);
    }

    private static void draw(SamplePlane source, SamplePlane.Affine map, Part part, int[] into) {
        if (part.width > 0 && part.height > 0) {
            source.draw(map.from(part.x, part.y), IntBuffer.wrap(into), part.quads(), part.width, part.height);
        }
    }

    /** Covers rows of a plane whose rows lie {@code outQuads} apart. */
    void cover(IntBuffer out, int outQuads, Part part) {
        int quads = part.quads();
        for (int row = 0; row < part.height; row++) {
            int at = (part.y + row) * outQuads + part.x / 4;
            out.get(at, under, 0, quads);
            System.arraycopy(colours, row * quads, colour, 0, quads);
            System.arraycopy(mattes, row * quads, matte, 0, quads);
            blend(under, colour, matte, quads);
            out.put(at, under, 0, quads);
        }
    }

    /** Weights of 0 to 256, so that nothing painted changes nothing, and what is wholly painted shows as it is. */
    private static void blend(int[] under, int[] colour, int[] matte, int quads) {
        for (int k = 0; k < quads; k++) {
            int u = under[k];
            int c = colour[k];
            int m = matte[k];
            int m0 = (m & BYTE) + (m >>> 7 & 1);
            int m1 = (m >>> 8 & BYTE) + (m >>> 15 & 1);
            int m2 = (m >>> 16 & BYTE) + (m >>> 23 & 1);
            int m3 = (m >>> 24) + (m >>> 31);
            int a = (u & BYTE) * (256 - m0) + (c & BYTE) * m0 + 128 >>> 8;
            int b = (u >>> 8 & BYTE) * (256 - m1) + (c >>> 8 & BYTE) * m1 + 128 >>> 8;
            int d = (u >>> 16 & BYTE) * (256 - m2) + (c >>> 16 & BYTE) * m2 + 128 >>> 8;
            int e = (u >>> 24) * (256 - m3) + (c >>> 24) * m3 + 128 >>> 8;
            under[k] = a | b << 8 | d << 16 | e << 24;
        }
    }
}
