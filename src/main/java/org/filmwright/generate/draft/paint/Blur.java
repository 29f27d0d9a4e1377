package org.filmwright.generate.draft.paint;

/** Box blurs over bytes; edges repeat the outermost pixel. */
final class Blur {
    private Blur() {}

    static byte[] box(byte[] in, int w, int h, int r) {
        return down(across(in, w, h, r), w, h, r);
    }

    private static byte[] across(byte[] in, int w, int h, int r) {
        byte[] out = new byte[in.length];
        int inverse = (1 << 16) / (2 * r + 1);
        for (int y = 0; y < h; y++) {
            int row = y * w;
            int sum = (in[row] & 255) * r;
            for (int x = 0; x < r; x++) {
                sum += in[row + Math.min(x, w - 1)] & 255;
            }
            for (int x = 0; x < w; x++) {
                sum += in[row + Math.min(x + r, w - 1)] & 255;
                out[row + x] = (byte) (sum * inverse + 0x8000 >> 16);
                sum -= in[row + Math.max(x - r, 0)] & 255;
            }
        }
        return out;
    }

    private static byte[] down(byte[] in, int w, int h, int r) {
        byte[] out = new byte[in.length];
        int inverse = (1 << 16) / (2 * r + 1);
        int[] sum = new int[w];
        for (int x = 0; x < w; x++) {
            sum[x] = (in[x] & 255) * r;
        }
        for (int y = 0; y < r; y++) {
            addRow(sum, in, Math.min(y, h - 1) * w, w);
        }
        for (int y = 0; y < h; y++) {
            addRow(sum, in, Math.min(y + r, h - 1) * w, w);
            int row = y * w;
            int gone = Math.max(y - r, 0) * w;
            for (int x = 0; x < w; x++) {
                out[row + x] = (byte) (sum[x] * inverse + 0x8000 >> 16);
                sum[x] -= in[gone + x] & 255;
            }
        }
        return out;
    }

    private static void addRow(int[] sum, byte[] in, int row, int w) {
        for (int x = 0; x < w; x++) {
            sum[x] += in[row + x] & 255;
        }
    }
}
