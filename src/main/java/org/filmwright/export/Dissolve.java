package org.filmwright.export;

/**
 * Mixes two pictures as light does: the mean of black and white is 188, not 128 (film.md 4.3). The curve is that of sRGB
 * (IEC 61966-2-1).
 */
final class Dissolve {
    private static final int WHITE = 65535;
    private static final int ONE = 4096;
    private static final int[] LIGHT = light();
    private static final byte[] CODE = code();

    private Dissolve() {}

    /** Mixes {@code over} into {@code below}, pixel by pixel. @param weight share of {@code over}, 0..1 */
    static void mix(int[] below, int[] over, double weight) {
        int in = (int) Math.round(weight * ONE);
        int out = ONE - in;
        for (int i = 0; i < below.length; i++) {
            int a = below[i];
            int b = over[i];
            if (a != b) {
                below[i] = 0xff000000 | channel(a >> 16 & 255, b >> 16 & 255, out, in) << 16
                        | channel(a >> 8 & 255, b >> 8 & 255, out, in) << 8 | channel(a & 255, b & 255, out, in);
            }
        }
    }

    private static int channel(int a, int b, int out, int in) {
        return CODE[LIGHT[a] * out + LIGHT[b] * in >> 12] & 255;
    }

    private static int[] light() {
        int[] light = new int[256];
        for (int v = 0; v < 256; v++) {
            double s = v / 255.0;
            light[v] = (int) Math.round(WHITE * (s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4)));
        }
        return light;
    }

    private static byte[] code() {
        byte[] code = new byte[WHITE + 1];
        for (int v = 0; v <= WHITE; v++) {
            double l = v / (double) WHITE;
            code[v] = (byte) Math.round(255 * (l <= 0.0031308 ? l * 12.92 : 1.055 * Math.pow(l, 1 / 2.4) - 0.055));
        }
        return code;
    }
}
