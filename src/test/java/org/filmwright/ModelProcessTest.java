package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.runner.ChildJvm;
import org.filmwright.generate.local.runner.Limits;
import org.filmwright.generate.local.runner.Runner;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.SampleModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real process of models, killed and stopped in the middle of a step that would take minutes. */
class ModelProcessTest extends ProcessContract {
    /** So small that all of its heap was used once before it counts. */
    private static final ChildJvm.Room TIGHT = new ChildJvm.Room(64, 256);
    private static final int PICTURES = 100;
    private static final int WARM = 40;
    private static final long TOLERANCE = 32L << 20;

    private Path slow;
    private Path quick;

    @BeforeEach
    void models() throws IOException {
        slow = SampleModel.of(Family.FLUX)
                .answering(new org.filmwright.generate.local.sample.Denoiser.Slow(FOREVER))
                .write(folder.resolve("slow"));
        quick = SampleModel.of(Family.FLUX).write(folder.resolve("quick"));
    }

    private Painter.Order order() {
        return new Painter.Order("a red cat", "", new FrameSize(64, 32), OptionalInt.of(2), OptionalDouble.empty(), 1,
                Optional.empty(), folder.resolve("out").resolve("cat.png"),
                new Painter.Extras(Optional.empty(), OptionalInt.empty(), Map.of()));
    }

    @Override
    Outcome<?> slowWork(Progress progress) {
        return runner.paint(slow, order(), progress);
    }

    @Override
    String working() {
        return "painting";
    }

    @Override
    void worksStill() throws IOException {
        Painter.Painted painted = CommandFailed.orFail(runner.paint(quick, order(), Progress.NONE));
        assertEquals(List.of(painted.picture()), left());
    }

    @Test
    void aHundredPicturesLeaveTheProcessAsLargeAsTheFirstOnes() throws IOException {
        runner.close();
        runner = new Runner("cpu", new ChildJvm(ModelProcess.class, TIGHT, List.of(folder.resolve("cache").toString())),
                Limits.USUAL, Wiring.clock());
        long pid = 0;
        long warm = 0;
        for (int picture = 1; picture <= PICTURES; picture++) {
            worksStill();
            if (picture == WARM) {
                pid = pid();
                warm = runner.condition().orElseThrow().rss();
            }
        }
        assertEquals(pid, pid(), "it was never started anew");
        long grown = runner.condition().orElseThrow().rss() - warm;
        assertTrue(grown < TOLERANCE, "grown by " + (grown >> 10) + " KiB from " + (warm >> 20) + " MiB");
    }
}
