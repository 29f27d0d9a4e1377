package org.filmwright.generate.local.companion;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;
import org.filmwright.generate.local.model.CompanionFolder;
import org.filmwright.generate.local.model.Lens;

/**
 * Sees how near each point of a picture is. What such models answer has no scale, so the nearest and the farthest hundredth of
 * the points become the ends of it.
 */
final class DepthEye extends Craft {
    private static final double OUTLIERS = 0.01;
    private static final double LEAST_METRES = 1e-3;
    private static final int WHITE = 65535;

    private final CompanionFolder.Depth model;
    private final OnnxGraph graph;

    DepthEye(CompanionFolder.Depth model, OnnxGraph graph) {
        this.model = model;
        this.graph = graph;
    }

    @Override
    Answer answer(Question question, Work work) throws PaintFailed {
        if (!(question instanceof Question.Depth(Path file, Path to))) {
            throw strange(question);
        }
        Picture picture = Picture.read(file);
        work.progress().report(0, "looking at depth");
        Nearness seen = seen(picture, work);
        float[] near = seen.normal();
        float[] whole = Resampling.LINEAR.plane((y, row) -> System.arraycopy(near, y * row.length, row, 0, row.length),
                seen.size, picture.size());
        work.progress().checkCancelled();
        Sheet.write(to, picture.size(), Sheet.Paper.GREY, sheet -> {
            byte[] row = new byte[2 * picture.size().width()];
            for (int y = 0; y < picture.size().height(); y++) {
                for (int x = 0; x < picture.size().width(); x++) {
                    int level = (int) Math.rint(Math.clamp(whole[y * picture.size().width() + x], 0f, 1f) * WHITE);
                    row[2 * x] = (byte) (level >> 8);
                    row[2 * x + 1] = (byte) level;
                }
                sheet.row(row);
            }
        });
        work.progress().report(1, "depth");
        return new Answer.Drawn(to);
    }

    /** What the model says, row by row; larger is nearer. */
    private record Nearness(FrameSize size, float[] near) {
        /** From 0, the farthest, to 1, the nearest; all 0 where nothing is nearer than anything else. */
        float[] normal() {
            float[] sorted = near.clone();
            Arrays.sort(sorted);
            float far = sorted[(int) (OUTLIERS * (sorted.length - 1))];
            float close = sorted[sorted.length - 1 - (int) (OUTLIERS * (sorted.length - 1))];
            float[] normal = new float[near.length];
            for (int i = 0; close > far && i < normal.length; i++) {
                normal[i] = Math.clamp((near[i] - far) / (close - far), 0, 1);
            }
            return normal;
        }
    }

    private Nearness seen(Picture picture, Work work) throws PaintFailed {
        String input = Slots.first(graph);
        Optional<FrameSize> fixed = Slots.fixed(graph, input);
        Lens lens = fixed.map(model.lens()::at).orElse(model.lens());
        FrameSize size = fixed.orElseGet(() -> lens.scaled(picture.size()));
        String output = graph.outputs().getFirst();
        try (Tensor pixels = graph.in(input, 1, 3, size.height(), size.width())) {
            pixels.write(picture.through(lens, size));
            return map(graph.ask(Map.of(input, pixels), Set.of(output), work.halt()).get(output));
        }
    }

    /** Some exports answer in a size of their own, so it is taken from what came. */
    private Nearness map(OnnxGraph.Value value) throws PaintFailed {
        int rank = value.shape().length;
        float[] near = value.numbers();
        if (rank < 2 || value.shape()[rank - 2] * value.shape()[rank - 1] != near.length) {
            throw PaintFailed.refused(graph.name() + " gave " + Arrays.toString(value.shape())
                    + " numbers, which is no map of depth.", "Use another export of the model.");
        }
        for (int i = 0; i < near.length; i++) {
            if (!Float.isFinite(near[i])) {
                throw numberless(graph.name());
            }
            near[i] = model.metric() ? (float) (1 / Math.max(near[i], LEAST_METRES)) : near[i];
        }
        return new Nearness(new FrameSize((int) value.shape()[rank - 1], (int) value.shape()[rank - 2]), near);
    }

    @Override
    public void close() {
        graph.close();
    }
}
