package org.filmwright.generate.local.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.bench.BenchModel;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.graph.Handles;
import org.filmwright.generate.local.model.ModelFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Measuring itself, with models that mean nothing; how fast they are is for {@code bench local} to say. */
class ModelBenchTest {
    private static final FrameSize SIZE = new FrameSize(256, 256);
    private static final long LITTLE = 50_000;

    @TempDir
    private Path folder;

    private ModelBench bench(BenchModel kind) throws IOException {
        return new ModelBench(Studio.value(ModelFolder.read(kind.write(folder))), Device.CPU, folder);
    }

    /** Latents of this size are 256 KiB for FLUX: one copy more in a step would show. */
    @ParameterizedTest
    @EnumSource
    void aStepAllocatesNextToNothing(BenchModel kind) throws IOException {
        ModelBench.Step step = Studio.value(bench(kind).step(SIZE, 1, 3));
        assertTrue(step.bytes() < LITTLE, step.toString());
        assertTrue(step.seconds() > 0 && step.bare() > 0, step.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aPictureIsPaintedAsItsPlanSaysAndLeavesNothingOpen(BenchModel kind) throws IOException {
        int tensors = Handles.tensors();
        int graphs = Handles.graphs();
        ModelBench.Picture picture = Studio.value(bench(kind).picture(SIZE));
        assertEquals(4, picture.steps());
        assertTrue(picture.plan().contains("CPU"), picture.plan());
        assertTrue(picture.peak() >= 0 && picture.promised() > 1_500_000_000L, picture.toString());
        assertEquals(tensors, Handles.tensors());
        assertEquals(graphs, Handles.graphs());
    }
}
