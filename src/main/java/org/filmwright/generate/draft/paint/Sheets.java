package org.filmwright.generate.draft.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

/**
 * A board taken apart into what was painted in each depth plane: how the paper looked when the brush went on to a nearer
 * plane is kept, and how much of it still showed later. Laid over each other they are the board again.
 */
final class Sheets {
    /** What a sheet covers less than this is not of it. */
    private static final float LEAST = 1 / 255f;

    private final Canvas canvas;
    private final List<Sheet> done = new ArrayList<>();
    private Plane reached = Plane.SKY;

    Sheets(Canvas canvas) {
        this.canvas = canvas;
        canvas.veiled();
    }

    /** @param paper all that was painted until then */
    private record Sheet(Plane plane, Canvas paper) {}

    /** The brush goes on to a plane; back to one behind it never: what is painted then is not hidden by what is there. */
    void reach(Plane next) {
        if (next.ordinal() > reached.ordinal()) {
            lift();
            reached = next;
        }
    }

    private void lift() {
        if (isPainted()) {
            done.add(new Sheet(reached, canvas.copy()));
            canvas.veiled();
        }
    }

    private boolean isPainted() {
        for (float share : canvas.through) {
            if (share < 1) {
                return true;
            }
        }
        return false;
    }

    /** The papers that lie aside, to be treated as the board itself is. */
    List<Canvas> aside() {
        return done.stream().map(Sheet::paper).toList();
    }

    /** Throws out of focus what was painted, and its edges with it. */
    void defocus(double radius) {
        for (Canvas paper : aside()) {
            new Focus(paper).blur(radius);
            paper.through = blurred(paper.through, radius);
        }
        canvas.through = blurred(canvas.through, radius);
    }

    private float[] blurred(float[] shares, double radius) {
        Canvas grey = new Canvas(canvas.width, canvas.height);
        for (int i = 0; i < grey.rgb.length; i++) {
            grey.rgb[i] = shares[i / 3];
        }
        new Focus(grey).blur(radius);
        float[] soft = new float[shares.length];
        for (int i = 0; i < soft.length; i++) {
            soft[i] = grey.rgb[3 * i];
        }
        return soft;
    }

    /** Far to near, with alpha, each channel cut to {@code bits}; the farthest has none. */
    List<Easel.Layer> layers(int bits) {
        lift();
        List<Easel.Layer> layers = new ArrayList<>();
        BufferedImage below = null;
        for (Sheet sheet : done) {
            BufferedImage whole = sheet.paper.image(bits);
            layers.add(new Easel.Layer(sheet.plane, below == null ? whole : painted(below, whole, sheet.paper)));
            below = whole;
        }
        return layers;
    }

    /** What must have been painted for {@code below} to become {@code whole}. */
    private static BufferedImage painted(BufferedImage below, BufferedImage whole, Canvas paper) {
        BufferedImage out = new BufferedImage(paper.width, paper.height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = pixels(out);
        int[] under = pixels(below);
        int[] all = pixels(whole);
        for (int i = 0; i < pixels.length; i++) {
            float cover = 1 - Math.clamp(paper.through[i], 0, 1);
            if (cover >= LEAST) {
                pixels[i] = Math.round(255 * cover) << 24 | colour(under[i], all[i], 16, cover)
                        | colour(under[i], all[i], 8, cover) | colour(under[i], all[i], 0, cover);
            }
        }
        return out;
    }

    private static int colour(int under, int all, int shift, float cover) {
        int low = under >> shift & 255;
        int value = all >> shift & 255;
        return Math.clamp(Math.round(low + (value - low) / cover), 0, 255) << shift;
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
