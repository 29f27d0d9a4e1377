package org.filmwright.generate.draft.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Coverage of 0..255 a pixel over a rectangle of the canvas (which may stand beyond its edge). In pixels. */
public final class Mask {
    final int x0;
    final int y0;
    final int w;
    final int h;
    final byte[] a;

    Mask(int x0, int y0, int w, int h, byte[] a) {
        this.x0 = x0;
        this.y0 = y0;
        this.w = w;
        this.h = h;
        this.a = a;
    }

    /** Rasterises a shape given in pixels, anti-aliased, within {@code frame}, leaving {@code pad} pixels around. */
    static Mask of(Shape shape, Rectangle frame, int pad) {
        Rectangle bounds = shape.getBounds();
        bounds.grow(pad + 1, pad + 1);
        Rectangle box = bounds.intersection(frame);
        if (box.isEmpty()) {
            return new Mask(0, 0, 0, 0, new byte[0]);
        }
        BufferedImage image = new BufferedImage(box.width, box.height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(-box.x, -box.y);
        g.setColor(Color.WHITE);
        g.fill(shape);
        g.dispose();
        return new Mask(box.x, box.y, box.width, box.height,
                ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    /** Coverage at a pixel of the canvas; 0 outside. */
    public int at(int x, int y) {
        int px = x - x0;
        int py = y - y0;
        return px < 0 || py < 0 || px >= w || py >= h ? 0 : a[py * w + px] & 255;
    }

    public boolean isEmpty() {
        return w == 0;
    }

    /** The part that lies in both. */
    public Mask and(Mask other) {
        return combined(other, false);
    }

    /** All of them together; empty for none. */
    public static Mask union(java.util.List<Mask> masks) {
        Rectangle box = new Rectangle(-1, -1);
        for (Mask mask : masks) {
            if (!mask.isEmpty()) {
                box = box.union(new Rectangle(mask.x0, mask.y0, mask.w, mask.h));
            }
        }
        if (box.isEmpty()) {
            return new Mask(0, 0, 0, 0, new byte[0]);
        }
        byte[] out = new byte[box.width * box.height];
        for (Mask mask : masks) {
            for (int y = 0; y < mask.h; y++) {
                int to = (y + mask.y0 - box.y) * box.width + mask.x0 - box.x;
                for (int x = 0; x < mask.w; x++) {
                    int v = mask.a[y * mask.w + x] & 255;
                    if (v > (out[to + x] & 255)) {
                        out[to + x] = (byte) v;
                    }
                }
            }
        }
        return new Mask(box.x, box.y, box.width, box.height, out);
    }

    /** The part of this that is outside the other. */
    public Mask without(Mask other) {
        return combined(other, true);
    }

    /** The same coverage elsewhere, in whole pixels. */
    Mask shifted(int dx, int dy) {
        return new Mask(x0 + dx, y0 + dy, w, h, a);
    }

    private Mask combined(Mask other, boolean inverted) {
        byte[] out = inverted ? a.clone() : new byte[a.length];
        int left = Math.max(x0, other.x0);
        int right = Math.min(x0 + w, other.x0 + other.w);
        for (int y = Math.max(y0, other.y0); y < Math.min(y0 + h, other.y0 + other.h); y++) {
            int i = (y - y0) * w - x0;
            int j = (y - other.y0) * other.w - other.x0;
            for (int x = left; x < right; x++) {
                int o = other.a[j + x] & 255;
                out[i + x] = (byte) ((a[i + x] & 255) * (inverted ? 255 - o : o) * 257 + 257 >> 16);
            }
        }
        return new Mask(x0, y0, w, h, out);
    }

    /** Softened by about {@code radius} pixels; the mask does not grow, so leave a pad when rasterising. */
    public Mask blurred(double radius) {
        if (radius < .4 || w == 0) {
            return this;
        }
        if (radius > 8 && w > 8 && h > 8) {
            return quarter().blurred(radius / 4).enlarged(this);
        }
        int r = Math.max(1, (int) Math.round(radius * .55));
        return new Mask(x0, y0, w, h, Blur.box(Blur.box(a, w, h, r), w, h, Math.max(1, r - 1)));
    }

    /** One pass of blur: enough to find the rim where paint pools. */
    Mask pooled(double radius) {
        return new Mask(x0, y0, w, h, Blur.box(a, w, h, Math.max(1, (int) Math.round(radius * .8))));
    }

    /** Joints melt into one organic outline: blurred, then cut sharp again. Not below 200 px of height. */
    public Mask fused(double radius) {
        Mask soft = blurred(radius);
        byte[] sharper = new byte[256];
        for (int v = 0; v < 256; v++) {
            sharper[v] = (byte) Math.clamp(Math.round((v - 127.5) * Math.max(1, radius * .75) + 127.5), 0, 255);
        }
        byte[] out = new byte[soft.a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = sharper[soft.a[i] & 255];
        }
        return new Mask(x0, y0, w, h, out);
    }

    private Mask quarter() {
        int qw = (w + 3) / 4;
        int qh = (h + 3) / 4;
        byte[] out = new byte[qw * qh];
        for (int y = 0; y < qh; y++) {
            for (int x = 0; x < qw; x++) {
                int sum = 0;
                int count = 0;
                for (int yy = y * 4; yy < Math.min(h, y * 4 + 4); yy++) {
                    for (int xx = x * 4; xx < Math.min(w, x * 4 + 4); xx++) {
                        sum += a[yy * w + xx] & 255;
                        count++;
                    }
                }
                out[y * qw + x] = (byte) (sum / count);
            }
        }
        return new Mask(0, 0, qw, qh, out);
    }

    private Mask enlarged(Mask like) {
        byte[] out = new byte[like.w * like.h];
        for (int y = 0; y < like.h; y++) {
            int sy = Math.max(0, y * 64 - 96);
            int ya = Math.min(h - 1, sy >> 8);
            int yb = Math.min(h - 1, ya + 1);
            int fy = sy & 255;
            for (int x = 0; x < like.w; x++) {
                int sx = Math.max(0, x * 64 - 96);
                int xa = Math.min(w - 1, sx >> 8);
                int xb = Math.min(w - 1, xa + 1);
                int fx = sx & 255;
                int top = (a[ya * w + xa] & 255) * (256 - fx) + (a[ya * w + xb] & 255) * fx;
                int bottom = (a[yb * w + xa] & 255) * (256 - fx) + (a[yb * w + xb] & 255) * fx;
                out[y * like.w + x] = (byte) (top * (256 - fy) + bottom * fy >> 16);
            }
        }
        return new Mask(like.x0, like.y0, like.w, like.h, out);
    }
}
