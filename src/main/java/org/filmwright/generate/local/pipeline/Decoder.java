package org.filmwright.generate.local.pipeline;

import java.util.Map;
import java.util.OptionalInt;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;

/** Latents to pixels: the decoder of a variational autoencoder, at once or in tiles that overlap (diffusion.md 9). */
record Decoder(OnnxGraph graph) {
    private static final double OVERLAP = 0.25;

    /**
     * @param latents NCHW, as the decoder wants them (scaled and shifted)
     * @param tile the longest side of what is decoded at once, in latents
     * @return three planes (red, green, blue) of about -1 to 1
     */
    float[] decode(float[] latents, LatentSize size, OptionalInt tile, Halt halt, Progress progress)
            throws PaintFailed {
        if (tile.isEmpty() || size.height() <= tile.getAsInt() && size.width() <= tile.getAsInt()) {
            return whole(latents, size, halt);
        }
        return new Tiles(size, tile.getAsInt()).decode(latents, halt, progress);
    }

    private float[] whole(float[] latents, LatentSize size, Halt halt) throws PaintFailed {
        String input = graph.inputs().iterator().next();
        String output = graph.outputs().getFirst();
        int height = size.pixelsHigh();
        int width = size.pixelsWide();
        try (Tensor in = graph.in(input, size.shape(1)); Tensor out = graph.out(output, 1, 3, height, width)) {
            in.write(latents);
            graph.run(Map.of(input, in), Map.of(output, out), halt);
            float[] pixels = new float[3 * height * width];
            out.read(0, pixels);
            return pixels;
        }
    }

    /** Tiles start every {@code stride} latents; the first pixels of each are blended with its neighbours above and left. */
    private final class Tiles {
        private final LatentSize size;
        private final int tile;
        private final int stride;
        private final int blend;
        private final int width;
        private final int height;

        Tiles(LatentSize size, int tile) {
            this.size = size;
            this.tile = tile;
            stride = Math.max(1, (int) (tile * (1 - OVERLAP)));
            blend = (int) (tile * size.factor() * OVERLAP);
            width = size.pixelsWide();
            height = size.pixelsHigh();
        }

        float[] decode(float[] latents, Halt halt, Progress progress) throws PaintFailed {
            float[] picture = new float[3 * height * width];
            int rows = (size.height() + stride - 1) / stride;
            int columns = (size.width() + stride - 1) / stride;
            float[][] above = new float[columns][];
            for (int row = 0; row < rows; row++) {
                float[] left = null;
                for (int column = 0; column < columns; column++) {
                    progress.checkCancelled();
                    LatentSize part = part(row, column);
                    float[] decoded = whole(cut(latents, part, row, column), part, halt);
                    float[] kept = decoded.clone();
                    if (row > 0) {
                        fromAbove(above[column], part(row - 1, column), kept, part);
                    }
                    if (column > 0) {
                        fromLeft(left, part(row, column - 1), kept, part);
                    }
                    put(kept, part, row, column, picture);
                    above[column] = kept;
                    left = kept;
                    progress.report((row * columns + column + 1.0) / (rows * columns), "pixels");
                }
            }
            return picture;
        }

        private LatentSize part(int row, int column) {
            return new LatentSize(size.channels(), Math.min(tile, size.height() - row * stride), Math.min(tile, size
                    .width() - column * stride), size.factor());
        }

        private float[] cut(float[] latents, LatentSize part, int row, int column) {
            float[] cut = new float[part.length()];
            for (int c = 0; c < part.channels(); c++) {
                for (int y = 0; y < part.height(); y++) {
                    int from = (c * size.height() + row * stride + y) * size.width() + column * stride;
                    System.arraycopy(latents, from, cut, (c * part.height() + y) * part.width(), part.width());
                }
            }
            return cut;
        }

        /** The first rows go over from the last rows of the tile above. */
        private void fromAbove(float[] above, LatentSize there, float[] here, LatentSize part) {
            int w = part.pixelsWide();
            int h = part.pixelsHigh();
            int aboveHeight = there.pixelsHigh();
            int extent = Math.min(blend, Math.min(h, aboveHeight));
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < extent; y++) {
                    float weight = (float) y / extent;
                    for (int x = 0; x < w; x++) {
                        int at = (c * h + y) * w + x;
                        float before = above[(c * aboveHeight + aboveHeight - extent + y) * w + x];
                        here[at] = before * (1 - weight) + here[at] * weight;
                    }
                }
            }
        }

        private void fromLeft(float[] left, LatentSize there, float[] here, LatentSize part) {
            int w = part.pixelsWide();
            int h = part.pixelsHigh();
            int leftWidth = there.pixelsWide();
            int extent = Math.min(blend, Math.min(w, leftWidth));
            for (int row = 0; row < 3 * h; row++) {
                for (int x = 0; x < extent; x++) {
                    float weight = (float) x / extent;
                    int at = row * w + x;
                    here[at] = left[row * leftWidth + leftWidth - extent + x] * (1 - weight) + here[at] * weight;
                }
            }
        }

        private void put(float[] tile, LatentSize part, int row, int column, float[] picture) {
            int w = part.pixelsWide();
            int h = part.pixelsHigh();
            int top = row * stride * size.factor();
            int leftmost = column * stride * size.factor();
            int limit = this.tile * size.factor() - blend;
            int rows = Math.min(limit, h);
            int columns = Math.min(limit, w);
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < rows; y++) {
                    System.arraycopy(tile, (c * h + y) * w, picture, (c * height + top + y) * width + leftmost,
                            columns);
                }
            }
        }
    }
}
