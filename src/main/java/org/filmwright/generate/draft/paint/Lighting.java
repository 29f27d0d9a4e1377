package org.filmwright.generate.draft.paint;

/** What is done to paint that already lies on the canvas: light, shade, fog, ink, focus. Lengths in pixels. */
final class Lighting {
    /** Per pixel of a mask: index of red and coverage of 0..1. */
    private interface Touch {
        void at(int i, int x, int y, float cover);
    }

    private final Canvas canvas;
    private final double scale;
    private final float unit;

    Lighting(Canvas canvas, double scale) {
        this.canvas = canvas;
        this.scale = scale;
        unit = (float) (1 / scale);
    }

    private void each(Mask mask, Touch touch) {
        int left = Math.max(0, mask.x0);
        int right = Math.min(canvas.width, mask.x0 + mask.w);
        for (int y = Math.max(0, mask.y0); y < Math.min(canvas.height, mask.y0 + mask.h); y++) {
            int at = (y - mask.y0) * mask.w - mask.x0;
            for (int x = left; x < right; x++) {
                int v = mask.a[at + x] & 255;
                if (v != 0) {
                    touch.at((y * canvas.width + x) * 3, x, y, v * (1 / 255f));
                }
            }
        }
    }

    void screen(Mask mask, Tone light, double strength) {
        float k = (float) strength;
        each(mask, (i, x, y, cover) -> canvas.screen(i, light, cover * k * uneven(x, y, .10f)));
    }

    void multiply(Mask mask, Tone tone, double strength) {
        float k = (float) strength;
        each(mask, (i, x, y, cover) -> canvas.multiply(i, tone, cover * k * uneven(x, y, .06f)));
    }

    private float uneven(int x, int y, float amount) {
        return 1 + amount * Noise.BLOOM.at((int) (x * unit) >> 1, (int) (y * unit) >> 1);
    }

    void ink(Mask mask, Ink ink, int plane) {
        float k = (float) ink.opacity();
        float edge = (float) (-.85 + ink.dry() * 1.7);
        each(mask, (i, x, y, cover) -> {
            int nx = (int) (x * unit);
            int ny = (int) (y * unit);
            float wet = .5f * Noise.GRAIN.at(nx, ny) + .5f * Noise.BREAK.at(nx, ny);
            float c = cover * k * Math.clamp((wet - edge) * 5, 0f, 1f);
            Tone tone = ink.tone();
            canvas.blend(i, tone.r(), tone.g(), tone.b(), c);
            canvas.mark(i, c, plane);
        });
    }

    void glow(double cx, double cy, double radius, Tone light, double strength, Mask clip) {
        int left = (int) Math.max(0, cx - radius);
        int right = (int) Math.min(canvas.width, cx + radius);
        int bottom = (int) Math.min(canvas.height, cy + radius);
        float inverse = (float) (1 / (radius * radius));
        for (int y = (int) Math.max(0, cy - radius); y < bottom; y++) {
            float dy = (float) (y - cy);
            for (int x = left; x < right; x++) {
                float dx = (float) (x - cx);
                float square = (dx * dx + dy * dy) * inverse;
                if (square < 1) {
                    float near = 1 - (float) Math.sqrt(square);
                    float k = (float) strength * near * near * uneven(x, y, .08f);
                    canvas.screen((y * canvas.width + x) * 3, light, clip == null ? k : k * clip.at(x, y) / 255f);
                }
            }
        }
    }

    void fog(Mask mask, double cx, double cy, double rx, double ry, Tone tone, double strength) {
        each(mask, (i, x, y, cover) -> {
            float dx = (float) ((x - cx) / rx);
            float dy = (float) ((y - cy) / ry);
            float fall = Math.max(0, 1 - dx * dx - dy * dy);
            float torn = 1 + .7f * Noise.DRIFT.at((int) (x * unit), (int) (y * unit));
            float k = Math.clamp((float) strength * fall * fall * torn, 0f, 1f) * cover;
            canvas.blend(i, tone.r(), tone.g(), tone.b(), k);
        });
    }

    void haze(Tone tone, double share) {
        float k = (float) share;
        for (int i = 0; i < canvas.rgb.length; i += 3) {
            canvas.blend(i, tone.r(), tone.g(), tone.b(), k);
        }
    }

    /** mask x (1 - mask shifted away from the light), cut at .42 and broken by noise (README technique 3). */
    void rim(Mask mask, Mask clip, double dx, double dy, double blur, Tone light, double strength) {
        Mask soft = mask.blurred(blur);
        int sx = (int) Math.round(dx);
        int sy = (int) Math.round(dy);
        each(mask, (i, x, y, cover) -> {
            float open = 1 - soft.at(x + sx, y + sy) * (1 / 255f);
            float edge = Math.clamp((cover * open - .36f) * 7, 0f, 1f);
            if (edge > 0) {
                int nx = (int) (x * unit);
                int ny = (int) (y * unit);
                float whole = Math.clamp(.62f + 1.7f * Noise.BREAK.at(nx, ny) + .3f * Noise.GRAIN.at(nx, ny), .06f, 1f);
                float k = edge * whole * (float) strength * (clip == null ? 1 : clip.at(x, y) / 255f);
                canvas.blend(i, light.r(), light.g(), light.b(), k);
            }
        });
    }

    void mirror(Mask mask, double axis, double strength) {
        float k = (float) strength;
        float[] source = canvas.rgb.clone();
        each(mask, (i, x, y, cover) -> {
            int nx = (int) (x * unit);
            int ny = (int) (y * unit);
            float torn = 10 * Noise.RIPPLE.at(nx, ny) + 4 * Noise.RIPPLE.at(ny * 2 + 91, ny * 3 + (nx >> 3));
            int mx = Math.clamp(Math.round(x + torn * (float) scale), 0, canvas.width - 1);
            float[] sum = new float[3];
            for (int step = -3; step <= 3; step++) {
                int my = Math.clamp((int) (2 * axis - y) + step * 2, 0, canvas.height - 1);
                int j = (my * canvas.width + mx) * 3;
                sum[0] += source[j];
                sum[1] += source[j + 1];
                sum[2] += source[j + 2];
            }
            canvas.blend(i, sum[0] / 7, sum[1] / 7, sum[2] / 7, cover * k);
        });
    }

    void defocus(double radius) {
        new Focus(canvas).blur(radius);
    }

    void vignette(double strength) {
        float cx = canvas.width / 2f;
        float cy = canvas.height / 2f;
        for (int y = 0; y < canvas.height; y++) {
            float dy = (y - cy) / cy;
            for (int x = 0; x < canvas.width; x++) {
                float dx = (x - cx) / cx;
                float d = (dx * dx * .9f + dy * dy * .8f) / 1.7f;
                float k = 1 - (float) strength * d * d;
                int i = (y * canvas.width + x) * 3;
                canvas.rgb[i] *= k;
                canvas.rgb[i + 1] *= k;
                canvas.rgb[i + 2] *= k;
            }
        }
    }

    void tooth(double strength) {
        float k = (float) strength;
        for (int y = 0; y < canvas.height; y++) {
            int ny = (int) (y * unit);
            for (int x = 0; x < canvas.width; x++) {
                float n = k * Noise.GRAIN.at((int) (x * unit), ny);
                int i = (y * canvas.width + x) * 3;
                canvas.rgb[i] += n * (.25f + canvas.rgb[i]);
                canvas.rgb[i + 1] += n * (.25f + canvas.rgb[i + 1]);
                canvas.rgb[i + 2] += n * (.25f + canvas.rgb[i + 2]);
            }
        }
    }
}
