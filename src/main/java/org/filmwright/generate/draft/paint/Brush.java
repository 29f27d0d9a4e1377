package org.filmwright.generate.draft.paint;

import java.util.Arrays;

/** The inner loop of a wash: tiles that are empty are skipped, tiles that are full need no edge. */
final class Brush {
    private static final int TILE = 16;
    private static final byte EMPTY = 0;
    private static final byte EDGE = 1;
    private static final byte FULL = 2;

    private final Canvas canvas;
    private final Mask mask;
    private Mask pooled;
    private final Wash wash;
    private final double scale;
    private final int drift;
    private final float unit;
    private final float cos;
    private final float sin;
    private final float streak;
    private final float bloom;
    private final float grain;
    private final float[] covers;
    private final float[] tints;

    /** @param drift moves the texture, so that no two washes share their blooms */
    Brush(Canvas canvas, Mask mask, Wash wash, double scale, int drift) {
        this.canvas = canvas;
        this.wash = wash;
        this.scale = scale;
        this.drift = drift;
        this.mask = mask.blurred(wash.edge().blur() * scale);
        unit = (float) (1 / scale);
        cos = (float) Math.cos(Math.toRadians(wash.angle()));
        sin = (float) Math.sin(Math.toRadians(wash.angle()));
        streak = (float) wash.texture().streak();
        bloom = (float) wash.texture().bloom();
        grain = (float) wash.texture().grain();
        covers = new float[canvas.width];
        tints = new float[canvas.width];
    }

    void paint(int plane) {
        if (mask.isEmpty()) {
            return;
        }
        int across = (mask.w + TILE - 1) / TILE;
        byte[] kinds = kinds(across, (mask.h + TILE - 1) / TILE);
        pooled = wash.edge().pool() > 0 && hasEdge(kinds) ? mask.pooled(5 * scale) : null;
        int top = Math.max(0, mask.y0);
        int bottom = Math.min(canvas.height, mask.y0 + mask.h);
        for (int y = top; y < bottom; y++) {
            int tileRow = (y - mask.y0) / TILE * across;
            for (int t = 0; t < across;) {
                byte kind = kinds[tileRow + t];
                int end = t + 1;
                while (end < across && kinds[tileRow + end] == kind) {
                    end++;
                }
                int from = Math.max(0, mask.x0 + t * TILE);
                int to = Math.min(canvas.width, mask.x0 + Math.min(mask.w, end * TILE));
                if (kind != EMPTY && from < to) {
                    cover(y, from, to, kind == FULL);
                    row(y, from, to, plane);
                }
                t = end;
            }
        }
    }

    /** Fills {@link #covers} and {@link #tints} (pooled edge) for a run of pixels. */
    private void cover(int y, int from, int to, boolean full) {
        Arrays.fill(tints, from, to, 1);
        if (full) {
            Arrays.fill(covers, from, to, (float) wash.opacity());
            return;
        }
        float opacity = (float) wash.opacity();
        float pool = (float) wash.edge().pool() * 2;
        float shift = (float) (wash.edge().displace() * scale);
        int ny = (int) (y * unit);
        for (int x = from; x < to; x++) {
            int nx = (int) (x * unit);
            float sx = x + Noise.SHIFT_X.at(nx, ny) * shift;
            float sy = y + Noise.SHIFT_Y.at(nx, ny) * shift;
            float cover = sample(sx, sy);
            covers[x] = cover * opacity;
            if (pooled != null && cover > .004f) {
                tints[x] -= pool * Math.max(0, cover - pooled.at((int) (sx + .5f), (int) (sy + .5f)) * (1 / 255f));
            }
        }
    }

    private void row(int y, int from, int to, int plane) {
        Wash.Axis axis = wash.axis();
        double ax = (axis.x1() - axis.x0()) * scale;
        double ay = (axis.y1() - axis.y0()) * scale;
        double length = Math.max(1e-9, ax * ax + ay * ay);
        float step = (float) (ax / length);
        float t = (float) (((from - axis.x0() * scale) * ax + (y - axis.y0() * scale) * ay) / length);
        Tone a = wash.from();
        float dr = wash.to().r() - a.r();
        float dg = wash.to().g() - a.g();
        float db = wash.to().b() - a.b();
        int ny = (int) (y * unit);
        float u = 65536 + y * unit * sin + from * unit * cos;
        float v = 65536 + y * unit * cos - from * unit * sin;
        float du = unit * cos;
        float dv = -unit * sin;
        float wet = 1 + bloom * Noise.BLOOM.at((int) (from * unit) + drift >> 1, ny + drift >> 1);
        int i = (y * canvas.width + from) * 3;
        for (int x = from; x < to; x++, i += 3, t += step, u += du, v += dv) {
            float cover = covers[x];
            if (cover <= .004f) {
                continue;
            }
            int nx = (int) (x * unit);
            if ((x & 3) == 0) {
                wet = 1 + bloom * Noise.BLOOM.at(nx + drift >> 1, ny + drift >> 1);
            }
            float tint = tints[x] * (wet + streak * Noise.STREAK.at((int) u >> 2, (int) v + drift));
            if (grain > 0) {
                tint *= 1 + grain * Noise.GRAIN.at(nx + drift, ny);
            }
            float k = t < 0 ? 0 : Math.min(t, 1);
            canvas.blend(i, (a.r() + dr * k) * tint, (a.g() + dg * k) * tint, (a.b() + db * k) * tint, cover);
            if (cover > .5f) {
                canvas.plane[y * canvas.width + x] = (byte) plane;
            }
        }
    }

    /** The mask between pixels. */
    private float sample(float sx, float sy) {
        int xi = (int) (sx + 64) - 64;
        int yi = (int) (sy + 64) - 64;
        float fx = sx - xi;
        float fy = sy - yi;
        int px = xi - mask.x0;
        int py = yi - mask.y0;
        if (px < 0 || py < 0 || px + 1 >= mask.w || py + 1 >= mask.h) {
            return mask.at(Math.clamp(xi, mask.x0, mask.x0 + mask.w - 1), Math.clamp(yi, mask.y0, mask.y0 + mask.h - 1))
                    * (1 / 255f);
        }
        int at = py * mask.w + px;
        float top = (mask.a[at] & 255) * (1 - fx) + (mask.a[at + 1] & 255) * fx;
        float low = (mask.a[at + mask.w] & 255) * (1 - fx) + (mask.a[at + mask.w + 1] & 255) * fx;
        return (top * (1 - fy) + low * fy) * (1 / 255f);
    }

    private static boolean hasEdge(byte[] kinds) {
        for (byte kind : kinds) {
            if (kind == EDGE) {
                return true;
            }
        }
        return false;
    }

    /** A tile is empty or full only if its neighbours are too: washes reach over by their displacement. */
    private byte[] kinds(int across, int down) {
        byte[] own = new byte[across * down];
        for (int ty = 0; ty < down; ty++) {
            for (int tx = 0; tx < across; tx++) {
                own[ty * across + tx] = kind(tx * TILE, ty * TILE);
            }
        }
        byte[] out = new byte[own.length];
        for (int ty = 0; ty < down; ty++) {
            for (int tx = 0; tx < across; tx++) {
                out[ty * across + tx] = agreed(own, across, down, tx, ty);
            }
        }
        return out;
    }

    private static byte agreed(byte[] own, int across, int down, int tx, int ty) {
        byte kind = own[ty * across + tx];
        for (int y = Math.max(0, ty - 1); y <= Math.min(down - 1, ty + 1); y++) {
            for (int x = Math.max(0, tx - 1); x <= Math.min(across - 1, tx + 1); x++) {
                if (own[y * across + x] != kind) {
                    return EDGE;
                }
            }
        }
        return kind;
    }

    private byte kind(int left, int top) {
        int right = Math.min(mask.w, left + TILE);
        int bottom = Math.min(mask.h, top + TILE);
        int low = 255;
        int high = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int v = mask.a[y * mask.w + x] & 255;
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
            if (low < 255 && high > 0) {
                return EDGE;
            }
        }
        return high == 0 ? EMPTY : low == 255 ? FULL : EDGE;
    }
}
