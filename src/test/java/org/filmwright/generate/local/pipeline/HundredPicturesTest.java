package org.filmwright.generate.local.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.graph.Handles;
import org.filmwright.generate.local.sample.Denoiser;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.SampleModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a painter that paints all day leaves open; how large its process gets is told in {@code ModelProcessTest}. */
@Timeout(120)
class HundredPicturesTest {
    private static final int PICTURES = 100;
    private static final int WARM = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"FLUX", "SDXL"})
    void aHundredPicturesLeaveNothingOpen(Family family) throws IOException {
        Studio studio = new Studio(folder);
        int tensors = Handles.tensors();
        int graphs = Handles.graphs();
        int open = 0;
        try (Painter painter = Studio
                .value(studio.load(SampleModel.of(family).answering(new Denoiser.Towards(0.2f))))) {
            for (int picture = 1; picture <= PICTURES; picture++) {
                Studio.value(painter.paint(studio.order(new Studio.Wish().steps(2).seed(picture)), Progress.NONE));
                if (picture == WARM) {
                    open = Handles.graphs();
                }
                assertEquals(tensors, Handles.tensors(), "after picture " + picture);
            }
            assertEquals(open, Handles.graphs());
        }
        assertEquals(graphs, Handles.graphs());
    }

    @Test
    void whatFailsOrIsStoppedLeavesNothingOpenEither() throws IOException {
        Studio studio = new Studio(folder);
        int tensors = Handles.tensors();
        int graphs = Handles.graphs();
        try (Painter painter = Studio.value(studio.load(SampleModel.of(Family.FLUX).answering(new Denoiser.Nan())))) {
            for (int picture = 0; picture < WARM; picture++) {
                Studio.failure(painter.paint(studio.order(new Studio.Wish()), Progress.NONE));
                stopped(painter, studio);
            }
        }
        assertEquals(tensors, Handles.tensors());
        assertEquals(graphs, Handles.graphs());
    }

    private static void stopped(Painter painter, Studio studio) {
        try {
            painter.paint(studio.order(new Studio.Wish()), new StoppedAfter(1));
        } catch (Cancelled expected) {
            return;
        }
        throw new AssertionError("It was not stopped.");
    }

    /** Somebody who stops after so many steps. */
    private static final class StoppedAfter implements Progress {
        private int steps;

        StoppedAfter(int steps) {
            this.steps = steps;
        }

        @Override
        public void report(double fraction, String note) {
            steps -= note.startsWith("step") ? 1 : 0;
        }

        @Override
        public void checkCancelled() {
            if (steps <= 0) {
                throw new Cancelled();
            }
        }

        @Override
        public void onCancel(Runnable action) {}
    }
}
