package org.filmwright.generate.draft.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** The paper itself: three floats a pixel, the depth plane that was painted there last, and how much shows through it. */
final class Canvas {
    final int width;
    final int height;
    final float[] rgb;
    final byte[] plane;
    /** Share of what was there when it was last {@link #veiled} that still shows; nothing is kept of it before. */
    float[] through;

    Canvas(int width, int height) {
        this(width, height, new float[width * height * 3]);
    }

    private Canvas(int width, int height, float[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        plane = new byte[width * height];
    }

    /** As it is now, for itself. */
    Canvas copy() {
        Canvas copy = new Canvas(width, height, rgb.clone());
        copy.through = through;
        return copy;
    }

    /** From now on it is known how much of what is there now shows through. */
    void veiled() {
        through = new float[width * height];
        Arrays.fill(through, 1);
    }

    /** Of a tinted light or shade as much as its strongest channel: what is left of the others is then still a colour. */
    private void veil(int i, float rest) {
        if (through != null) {
            through[i / 3] *= rest;
        }
    }

    /** Covers the pixel whose red lies at {@code i}. */
    void blend(int i, float r, float g, float b, float cover) {
        rgb[i] += (r - rgb[i]) * cover;
        rgb[i + 1] += (g - rgb[i + 1]) * cover;
        rgb[i + 2] += (b - rgb[i + 2]) * cover;
        veil(i, 1 - cover);
    }

    void mark(int i, float cover, int depth) {
        if (cover > .5f) {
            plane[i / 3] = (byte) depth;
        }
    }

    /** Light on top of paint: 1 - (1 - under)(1 - light). */
    void screen(int i, Tone light, float k) {
        rgb[i] += (1 - rgb[i]) * light.r() * k;
        rgb[i + 1] += (1 - rgb[i + 1]) * light.g() * k;
        rgb[i + 2] += (1 - rgb[i + 2]) * light.b() * k;
        veil(i, 1 - k * Math.max(light.r(), Math.max(light.g(), light.b())));
    }

    void multiply(int i, Tone shade, float k) {
        rgb[i] *= 1 - k * (1 - shade.r());
        rgb[i + 1] *= 1 - k * (1 - shade.g());
        rgb[i + 2] *= 1 - k * (1 - shade.b());
        veil(i, 1 - k * (1 - Math.min(shade.r(), Math.min(shade.g(), shade.b()))));
    }

    /** Packed 8-bit pixels, each channel cut to {@code bits} with the paper grain as dither. */
    BufferedImage image(int bits) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) out.getRaster().getDataBuffer()).getData();
        float levels = (1 << bits) - 1;
        float stretch = 255 / levels;
        for (int p = 0, i = 0; p < pixels.length; p++, i += 3) {
            pixels[p] = level(rgb[i], levels, stretch) << 16 | level(rgb[i + 1], levels, stretch) << 8
                    | level(rgb[i + 2], levels, stretch);
        }
        return out;
    }

    private static int level(float v, float levels, float stretch) {
        float lifted = .018f + Math.min(1, Math.max(0, v)) * .982f;
        return (int) ((int) (lifted * levels + .5f) * stretch + .5f);
    }
}
