package org.filmwright.generate.local.companion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;

/**
 * Gives a picture more pixels, in tiles that see a little of what is around them (Real-ESRGAN's tiles and pads; diffusion.md
 * 16). Beyond the picture's edge they see it mirrored. So any picture fits into the same memory, and no seam is seen.
 */
final class Enlarger extends Craft {
    private static final int TILE = 256;
    private static final int PAD = 10;
    private static final int MULTIPLE = 4;
    private static final int LARGEST = 16384;
    private static final long MOST_PIXELS = 100_000_000;

    private final OnnxGraph graph;
    private final String input;
    private final String output;
    private int times;

    Enlarger(OnnxGraph graph) {
        this.graph = graph;
        this.input = Slots.first(graph);
        this.output = graph.outputs().getFirst();
    }

    /** What goes through the model at once. @param pad what of it, on every side, is only seen */
    private record Tile(FrameSize size, int pad) {
        static Tile of(Optional<FrameSize> fixed, FrameSize picture) {
            if (fixed.isPresent()) {
                int shorter = Math.min(fixed.get().width(), fixed.get().height());
                return new Tile(fixed.get(), shorter > 4 * PAD ? PAD : shorter / 4);
            }
            return new Tile(new FrameSize(side(picture.width()), side(picture.height())), PAD);
        }

        private static int side(int picture) {
            return Math.min(TILE, (picture + MULTIPLE - 1) / MULTIPLE * MULTIPLE) + 2 * PAD;
        }

        int width() {
            return size.width() - 2 * pad;
        }

        int height() {
            return size.height() - 2 * pad;
        }
    }

    @Override
    Answer answer(Question question, Work work) throws PaintFailed {
        if (!(question instanceof Question.Enlarge(Path file, Path to))) {
            throw strange(question);
        }
        Picture picture = Picture.read(file);
        Tile tile = Tile.of(Slots.fixed(graph, input), picture.size());
        FrameSize size = tile.size();
        work.progress().report(0, "looking closely");
        try (Tensor in = graph.in(input, 1, 3, size.height(), size.width())) {
            int grown = times(picture, tile, in, work);
            FrameSize large = large(picture.size(), grown);
            try (Tensor out = graph.out(output, 1, 3, size.height() * grown, size.width() * grown)) {
                Bands bands = new Bands(picture, tile, in, out, work);
                Sheet.write(to, large, Sheet.Paper.COLOUR, bands::draw);
            }
        }
        return new Answer.Drawn(to);
    }

    /** Found out with the first tile. */
    private int times(Picture picture, Tile tile, Tensor in, Work work) throws PaintFailed {
        if (times == 0) {
            in.write(cut(picture, tile, 0, 0));
            long[] came = graph.ask(Map.of(input, in), Set.of(output), work.halt()).get(output).shape();
            boolean picturesCame = came.length == 4 && came[1] == 3;
            long across = picturesCame ? came[3] / tile.size().width() : 0;
            long down = picturesCame ? came[2] / tile.size().height() : 0;
            if (across < 2 || across != down || across * tile.size().width() != came[3]
                    || down * tile.size().height() != came[2]) {
                throw PaintFailed.refused(graph.name() + " does not enlarge: " + tile.size() + " pixels became "
                        + (picturesCame ? came[3] + "x" + came[2] : "no picture") + ". Nothing was written.",
                        "Use a model that makes pictures 2 or 4 times as large.");
            }
            times = (int) across;
        }
        return times;
    }

    private FrameSize large(FrameSize picture, int grown) throws PaintFailed {
        long width = (long) picture.width() * grown;
        long height = (long) picture.height() * grown;
        if (Math.max(width, height) > LARGEST || width * height > MOST_PIXELS) {
            throw PaintFailed.refused("The picture would become " + width + "x" + height
                    + " pixels, which is more than can be read again. Nothing was written.",
                    "Use a picture of at most " + LARGEST / grown + " pixels a side and " + MOST_PIXELS / grown / grown
                            / 1_000_000 + " million in all.");
        }
        return new FrameSize((int) width, (int) height);
    }

    /** What a tile sees whose own part begins at x and y. */
    private static float[] cut(Picture picture, Tile tile, int x, int y) {
        int width = tile.size().width();
        int height = tile.size().height();
        float[] planes = new float[3 * width * height];
        for (int row = 0; row < height; row++) {
            int fromY = mirrored(y - tile.pad() + row, picture.size().height());
            for (int column = 0; column < width; column++) {
                int fromX = mirrored(x - tile.pad() + column, picture.size().width());
                for (int c = 0; c < 3; c++) {
                    planes[(c * height + row) * width + column] = picture.colour(c, fromX, fromY);
                }
            }
        }
        return planes;
    }

    /** A place beyond an edge is the one as far on this side of it; the edge itself is not seen twice. */
    static int mirrored(int at, int length) {
        if (length == 1) {
            return 0;
        }
        int there = Math.floorMod(at, 2 * (length - 1));
        return there < length ? there : 2 * (length - 1) - there;
    }

    /** Draws rows of tiles, one after the other, from the top. */
    private final class Bands {
        private final Picture picture;
        private final Tile tile;
        private final Tensor in;
        private final Tensor out;
        private final Work work;
        private final byte[][] band;

        Bands(Picture picture, Tile tile, Tensor in, Tensor out, Work work) {
            this.picture = picture;
            this.tile = tile;
            this.in = in;
            this.out = out;
            this.work = work;
            band = new byte[tile.height() * times][picture.size().width() * times * 3];
        }

        void draw(Sheet sheet) throws PaintFailed, IOException {
            int across = (picture.size().width() + tile.width() - 1) / tile.width();
            int down = (picture.size().height() + tile.height() - 1) / tile.height();
            for (int row = 0; row < down; row++) {
                for (int column = 0; column < across; column++) {
                    enlarge(column * tile.width(), row * tile.height());
                    work.done(row * across + column + 1, down * across, "tile");
                }
                int rows = Math.min(tile.height(), picture.size().height() - row * tile.height()) * times;
                for (int y = 0; y < rows; y++) {
                    sheet.row(band[y]);
                }
            }
        }

        private void enlarge(int x, int y) throws PaintFailed {
            in.write(cut(picture, tile, x, y));
            graph.run(Map.of(input, in), Map.of(output, out), work.halt());
            int width = tile.size().width() * times;
            int height = tile.size().height() * times;
            int pad = tile.pad() * times;
            int rows = Math.min(tile.height(), picture.size().height() - y) * times;
            float[] row = new float[Math.min(tile.width(), picture.size().width() - x) * times];
            for (int c = 0; c < 3; c++) {
                for (int at = 0; at < rows; at++) {
                    out.read((c * height + pad + at) * width + pad, row);
                    put(row, band[at], 3 * x * times + c);
                }
            }
        }

        private void put(float[] row, byte[] samples, int at) throws PaintFailed {
            for (int i = 0; i < row.length; i++) {
                if (!Float.isFinite(row[i])) {
                    throw numberless(graph.name());
                }
                samples[at + 3 * i] = Sheet.level(row[i]);
            }
        }
    }

    @Override
    public void close() {
        graph.close();
    }
}
