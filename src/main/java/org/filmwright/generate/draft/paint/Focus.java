package org.filmwright.generate.draft.paint;

/** Blurs the canvas at a quarter of its size: the lens is focused elsewhere. */
final class Focus {
    private final Canvas canvas;
    private final int step;

    Focus(Canvas canvas) {
        this.canvas = canvas;
        this.step = canvas.height >= 400 ? 4 : 2;
    }

    void blur(double radius) {
        int w = (canvas.width + step - 1) / step;
        int h = (canvas.height + step - 1) / step;
        float[] small = reduced(w, h);
        int r = Math.max(1, (int) Math.round(radius / step * .6));
        for (int pass = 0; pass < 3; pass++) {
            small = pass(pass(small, w, h, 3, w * 3, r), h, w, w * 3, 3, r);
        }
        enlarge(small, w, h);
    }

    private float[] reduced(int w, int h) {
        float[] out = new float[w * h * 3];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int n = 0;
                int o = (y * w + x) * 3;
                for (int yy = y * step; yy < Math.min(canvas.height, y * step + step); yy++) {
                    for (int xx = x * step; xx < Math.min(canvas.width, x * step + step); xx++, n++) {
                        int i = (yy * canvas.width + xx) * 3;
                        out[o] += canvas.rgb[i];
                        out[o + 1] += canvas.rgb[i + 1];
                        out[o + 2] += canvas.rgb[i + 2];
                    }
                }
                out[o] /= n;
                out[o + 1] /= n;
                out[o + 2] /= n;
            }
        }
        return out;
    }

    /** A running mean along lines of {@code length} pixels, {@code stride} floats apart. */
    private static float[] pass(float[] in, int length, int lines, int stride, int lineStride, int r) {
        float[] out = new float[in.length];
        float inverse = 1f / (2 * r + 1);
        for (int line = 0; line < lines; line++) {
            for (int c = 0; c < 3; c++) {
                int base = line * lineStride + c;
                float sum = in[base] * r;
                for (int k = 0; k < r; k++) {
                    sum += in[base + Math.min(k, length - 1) * stride];
                }
                for (int k = 0; k < length; k++) {
                    sum += in[base + Math.min(k + r, length - 1) * stride];
                    out[base + k * stride] = sum * inverse;
                    sum -= in[base + Math.max(k - r, 0) * stride];
                }
            }
        }
        return out;
    }

    private void enlarge(float[] small, int w, int h) {
        float back = 1f / step;
        for (int y = 0; y < canvas.height; y++) {
            float fy = Math.max(0, (y + .5f) * back - .5f);
            int ya = Math.min(h - 1, (int) fy);
            int yb = Math.min(h - 1, ya + 1);
            float ty = fy - ya;
            for (int x = 0; x < canvas.width; x++) {
                float fx = Math.max(0, (x + .5f) * back - .5f);
                int xa = Math.min(w - 1, (int) fx);
                int xb = Math.min(w - 1, xa + 1);
                float tx = fx - xa;
                int i = (y * canvas.width + x) * 3;
                for (int c = 0; c < 3; c++) {
                    float top = small[(ya * w + xa) * 3 + c] * (1 - tx) + small[(ya * w + xb) * 3 + c] * tx;
                    float low = small[(yb * w + xa) * 3 + c] * (1 - tx) + small[(yb * w + xb) * 3 + c] * tx;
                    canvas.rgb[i + c] = top * (1 - ty) + low * ty;
                }
            }
        }
    }
}
