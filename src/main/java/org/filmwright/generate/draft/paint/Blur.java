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
        int calm = Math.min(w, Math.max(r, w - r));
        for (int y = 0; y < h; y++) {
            int row = y * w;
            int last = row + w - 1;
            int sum = (in[row] & 255) * r;
            for (int x = 0; x < r; x++) {
                sum += in[Math.min(row + x, last)] & 255;
            }
            int x = 0;
            for (; x < Math.min(r, w); x++) {
                sum += in[Math.min(row + x + r, last)] & 255;
                out[row + x] = (byte) (sum * inverse + 0x8000 >> 16);
                sum -= in[row] & 255;
            }
            for (int i = row + x; x < calm; x++, i++) {
                sum += in[i + r] & 255;
                out[i] = (byte) (sum * inverse + 0x8000 >> 16);
                sum -= in[i - r] & 255;
            }
            for (; x < w; x++) {
                sum += in[last] & 255;
                out[row + x] = (byte) (sum * inverse + 0x8000 >> 16);
                sum -= in[Math.max(row, row + x - r)] & 255;
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
            int row = y * w;
            int come = Math.min(y + r, h - 1) * w;
            int gone = Math.max(y - r, 0) * w;
            for (int x = 0; x < w; x++) {
                int all = sum[x] + (in[come + x] & 255);
                out[row + x] = (byte) (all * inverse + 0x8000 >> 16);
                sum[x] = all - (in[gone + x] & 255);
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
