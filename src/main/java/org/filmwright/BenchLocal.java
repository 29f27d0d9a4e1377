package org.filmwright;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.bench.BenchModel;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.pipeline.ModelBench;

/**
 * {@code bench local}: what the pipeline of local models adds to the bare calls of ONNX Runtime on the same graph, in the same
 * session and run, at 512 and 1024 pixels: time, and what Java allocates. Graphs without meaning, or a model of a person's own,
 * for which whole pictures are measured too, beside the memory plan's promise.
 */
final class BenchLocal implements Bench {
    private static final List<FrameSize> SIZES = List.of(new FrameSize(512, 512), new FrameSize(1024, 1024));
    private static final int PICTURES = 3;
    private static final int STEPS = 8;
    private static final double MOST = 1.03;
    private static final double MIB = 1 << 20;
    private static final String BARE = "bare OrtSession.run";

    private final Optional<String> model;
    private final String device;

    /** @param model a folder, or a name in the model manager; empty for graphs without meaning */
    BenchLocal(Optional<String> model, String device) {
        this.model = model;
        this.device = device;
    }

    @Override
    public List<BenchResult> run() {
        Device on = Device.of(device)
                .orElseThrow(() -> new CommandFailed(new Failure.Misconfigured("There is no device '" + device + "'.",
                        "Choose cpu, or a card such as cuda:0.")));
        LocalModels.natives(device)
                .ifPresent(natives -> System.setProperty("onnxruntime.native.path", natives
                        .toString()));
        return ScratchFolder.with(folder -> model.isPresent() ? own(on, folder) : synthetic(on, folder));
    }

    private static List<BenchResult> synthetic(Device device, Path folder) throws IOException {
        List<BenchResult> results = new ArrayList<>();
        for (BenchModel kind : BenchModel.values()) {
            ModelBench bench = bench(kind.write(folder), device, folder);
            for (FrameSize size : SIZES) {
                results.addAll(step(bench, size, CommandFailed.orFail(bench.step(size, PICTURES, STEPS))));
            }
        }
        return results;
    }

    private List<BenchResult> own(Device device, Path folder) {
        ModelBench bench = bench(CommandFailed.orFail(LocalModels.folder(model.orElseThrow())), device, folder);
        List<BenchResult> results = new ArrayList<>();
        Optional<Failure> refused = Optional.empty();
        for (FrameSize size : SIZES) {
            switch (bench.picture(size)) {
                case Outcome.Ok<ModelBench.Picture>(ModelBench.Picture picture) -> {
                    ModelBench.Step step = CommandFailed.orFail(bench.step(size, PICTURES, STEPS));
                    results.addAll(picture(bench, size, picture, step));
                    results.addAll(step(bench, size, step));
                }
                case Outcome.Failed<ModelBench.Picture>(Failure why) -> refused = Optional.of(why);
            }
        }
        if (results.isEmpty()) {
            throw new CommandFailed(refused.orElseThrow());
        }
        return results;
    }

    private static ModelBench bench(Path model, Device device, Path folder) {
        return new ModelBench(CommandFailed.orFail(ModelFolder.read(model)), device, folder);
    }

    private static List<BenchResult> step(ModelBench bench, FrameSize size, ModelBench.Step step) {
        double ratio = step.seconds() / step.bare();
        String where = bench.model().name() + " " + size;
        return List.of(
                new BenchResult("step, " + where, step.seconds() * 1e3, "ms", step.bare() * 1e3, BARE, ratio,
                        "ratio <= " + MOST, ratio <= MOST),
                new BenchResult("allocated in a step, " + where, step.bytes() / MIB, "MiB", 1, "1 MiB",
                        step.bytes() / MIB, "value <= 1", step.bytes() <= MIB));
    }

    /** The first picture loads the model too, which is what a person waits for. */
    private static List<BenchResult> picture(ModelBench bench, FrameSize size, ModelBench.Picture picture,
            ModelBench.Step step) {
        String where = bench.model().name() + " " + size + ", " + picture.steps() + " steps";
        double bare = picture.steps() * step.bare();
        double ratio = (double) picture.peak() / picture.promised();
        return List.of(
                new BenchResult("picture with loading, " + where, picture.seconds(), "s", bare, "its steps, " + BARE,
                        picture.seconds() / bare, "none", true),
                new BenchResult("memory at its peak, " + where, picture.peak() / 1e9, "GB", picture.promised() / 1e9,
                        "the memory plan", ratio, "ratio <= 1", ratio <= 1));
    }
}
