package org.filmwright.generate.local.pipeline;

/**
 * FLUX reads latents in patches of 2 x 2: {@code packed[i (w/2) + j][4 c + 2 p + q] = latent[c][2 i + p][2 j + q]}
 * (diffusion.md 3).
 */
record Packing(LatentSize latents) {
    int rows() {
        return latents.height() / 2 * (latents.width() / 2);
    }

    int columns() {
        return latents.channels() * 4;
    }

    float[] pack(float[] nchw) {
        float[] packed = new float[nchw.length];
        move((plain, patch) -> packed[patch] = nchw[plain]);
        return packed;
    }

    float[] unpack(float[] packed) {
        float[] nchw = new float[packed.length];
        move((plain, patch) -> nchw[plain] = packed[patch]);
        return nchw;
    }

    private interface Move {
        void one(int plain, int patch);
    }

    private void move(Move move) {
        int half = latents.width() / 2;
        for (int c = 0; c < latents.channels(); c++) {
            for (int y = 0; y < latents.height(); y++) {
                for (int x = 0; x < latents.width(); x++) {
                    int plain = (c * latents.height() + y) * latents.width() + x;
                    int row = y / 2 * half + x / 2;
                    move.one(plain, row * columns() + 4 * c + 2 * (y % 2) + x % 2);
                }
            }
        }
    }

    /** Where every row lies: (0, y, x) in patches. */
    float[] places() {
        int half = latents.width() / 2;
        float[] places = new float[rows() * 3];
        for (int row = 0; row < rows(); row++) {
            places[3 * row + 1] = row / half;
            places[3 * row + 2] = row % half;
        }
        return places;
    }
}
