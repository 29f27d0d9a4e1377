package org.filmwright.generate.local.companion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;
import org.filmwright.generate.local.model.CompanionFolder;

/**
 * Makes the frame between two frames (RIFE; diffusion.md 16). Where they show the same, or something else altogether, the
 * nearer one is taken: nothing moves between them, or a cut lies there.
 */
final class InBetweener extends Craft {
    private static final double SAME = 0.996;
    private static final double CUT = 0.2;
    /** Versions of the model want 32, 64 or 128. */
    private static final int MULTIPLE = 128;

    private final boolean stacked;
    private final OnnxGraph graph;
    private final String output;

    InBetweener(CompanionFolder.Between model, OnnxGraph graph) {
        this.stacked = model.stacked();
        this.graph = graph;
        this.output = graph.outputs().getFirst();
    }

    @Override
    Answer answer(Question question, Work work) throws PaintFailed {
        if (!(question instanceof Question.Between(Path from, Path until, double at, Path to))) {
            throw strange(question);
        }
        Picture first = Picture.read(from);
        Picture second = Picture.read(until);
        if (!first.size().equals(second.size())) {
            throw PaintFailed.refused("There is nothing between frames of different sizes: " + first.size() + " and "
                    + second.size() + ". Nothing was written.", "Give both frames the same size.");
        }
        work.progress().report(0, "comparing two frames");
        double same = Sameness.of(first, second);
        if (same > SAME || same < CUT) {
            Sheet.write(to, first.size(), Sheet.Paper.COLOUR, sheet -> copy(at < 0.5 ? first : second, sheet));
        } else {
            work.progress().report(0.1, "making a frame between");
            between(first, second, at, to, work);
        }
        work.progress().report(1, "frame");
        return new Answer.Drawn(to);
    }

    private static void copy(Picture picture, Sheet sheet) throws IOException {
        byte[] row = new byte[3 * picture.size().width()];
        for (int y = 0; y < picture.size().height(); y++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (byte) (picture.rgb()[y * picture.size().width() + i / 3] >> 16 - 8 * (i % 3));
            }
            sheet.row(row);
        }
    }

    private void between(Picture first, Picture second, double at, Path to, Work work) throws PaintFailed {
        Map<String, Tensor> in = new HashMap<>();
        try {
            FrameSize padded = padded(first.size());
            if (stacked) {
                in.put(Slots.first(graph), stack(first, second, at, padded));
            } else {
                apart(in, first, second, at, padded);
            }
            try (Tensor out = graph.out(output, 1, 3, padded.height(), padded.width())) {
                graph.run(in, Map.of(output, out), work.halt());
                Sheet.write(to, first.size(), Sheet.Paper.COLOUR, sheet -> cut(out, padded, first.size(), sheet));
            }
        } finally {
            in.values().forEach(Tensor::close);
        }
    }

    /** What the graph wants, with room at the right and below. */
    private FrameSize padded(FrameSize size) throws PaintFailed {
        String frames = stacked ? Slots.first(graph) : frames().getFirst();
        Optional<FrameSize> fixed = Slots.fixed(graph, frames);
        if (fixed.isPresent()) {
            FrameSize most = fixed.get();
            if (size.width() > most.width() || size.height() > most.height()) {
                throw PaintFailed.refused(graph.name() + " was exported for frames of at most " + most + ", not " + size
                        + ". Nothing was written.", "Use an export for any size.");
            }
            return most;
        }
        return new FrameSize(up(size.width()), up(size.height()));
    }

    private static int up(int side) {
        return (side + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    private Tensor stack(Picture first, Picture second, double at, FrameSize padded) throws PaintFailed {
        String input = Slots.first(graph);
        int channels = (int) graph.wants(input)[1];
        int area = padded.width() * padded.height();
        Tensor stack = graph.in(input, 1, channels, padded.height(), padded.width());
        write(first, stack, padded, 0);
        write(second, stack, padded, 3 * area);
        float[] row = new float[padded.width()];
        for (int channel = 6; channel < channels; channel++) {
            java.util.Arrays.fill(row, channel == 6 ? (float) at : 1);
            for (int y = 0; y < padded.height(); y++) {
                stack.write(row, 0, row.length, channel * area + y * row.length);
            }
        }
        return stack;
    }

    private void apart(Map<String, Tensor> in, Picture first, Picture second, double at, FrameSize padded)
            throws PaintFailed {
        List<String> frames = frames();
        for (int i = 0; i < 2; i++) {
            Tensor frame = graph.in(frames.get(i), 1, 3, padded.height(), padded.width());
            in.put(frames.get(i), frame);
            write(i == 0 ? first : second, frame, padded, 0);
        }
        String time = graph.inputs().stream().filter(name -> !frames.contains(name)).findFirst().orElseThrow();
        long[] dims = graph.wants(time);
        for (int i = 0; i < dims.length; i++) {
            long free = dims.length == 4 && i > 1 ? i == 2 ? padded.height() : padded.width() : 1;
            dims[i] = dims[i] > 0 ? dims[i] : free;
        }
        Tensor when = graph.in(time, dims);
        in.put(time, when);
        float[] moment = new float[when.length()];
        java.util.Arrays.fill(moment, (float) at);
        when.write(moment);
    }

    /** Both frames, the earlier one first: by their numbers where they have such, else as the file has them. */
    private List<String> frames() throws PaintFailed {
        List<String> frames = new ArrayList<>();
        for (String name : graph.inputs()) {
            long[] dims = graph.wants(name);
            if (dims.length == 4 && dims[1] != 1 && !name.contains("time")) {
                frames.add(name);
            }
        }
        if (frames.get(0).replaceAll("\\d", "").equals(frames.get(1).replaceAll("\\d", ""))) {
            frames.sort(null);
        }
        return frames;
    }

    /** The frame at the left and top of what is dark elsewhere, as it was made. */
    private static void write(Picture picture, Tensor tensor, FrameSize padded, int at) {
        float[] row = new float[padded.width()];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < picture.size().height(); y++) {
                picture.row(c, y, row, 0);
                tensor.write(row, 0, row.length, at + (c * padded.height() + y) * padded.width());
            }
        }
    }

    private void cut(Tensor out, FrameSize padded, FrameSize size, Sheet sheet) throws PaintFailed, IOException {
        float[] row = new float[size.width()];
        byte[] samples = new byte[3 * size.width()];
        for (int y = 0; y < size.height(); y++) {
            for (int c = 0; c < 3; c++) {
                out.read((c * padded.height() + y) * padded.width(), row);
                for (int x = 0; x < row.length; x++) {
                    if (!Float.isFinite(row[x])) {
                        throw numberless(graph.name());
                    }
                    samples[3 * x + c] = Sheet.level(row[x]);
                }
            }
            sheet.row(samples);
        }
    }

    @Override
    public void close() {
        graph.close();
    }
}
