package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cost far more than expected is said at once, once a job, and stays at the job and among the costs. */
class CostAlarmTest {
    private static final String WORDS = "Provider A (2-B) charged $0.90 for what was estimated at $0.40.";

    private static long toasts(TestStudio studio) {
        return studio.all(".fw-toast > .label")
                .stream()
                .filter(node -> ((Label) node).getText().startsWith(WORDS))
                .count();
    }

    private static Job done(String id) {
        return SampleQueue.job(id, 90, SampleQueue.draw("2-B", 4), Job.State.DONE, SampleQueue.took(1, 12));
    }

    @Test
    void aJobThatCostsTooMuchIsToldOnceAndLeadsToTheCosts() {
        SampleQueue queue = SampleQueue.busy();
        SampleProject project = SampleProject.whole(queue);
        project.spent().spend();
        try (TestStudio studio = TestStudio.with(project)) {
            studio.settle();
            assertEquals(0, studio.all(".fw-toast").size(), "what was so before is not told again");
            project.spent().overrun("d90");
            queue.change(done("d90"));
            Fx.until("it is told", () -> toasts(studio) == 1);
            queue.change(done("d91"));
            studio.settle();
            assertEquals(1, toasts(studio), "once a job");
            studio.fire("alarm-costs");
            studio.settle();
            Fx.until("it stands there", () -> studio.said("#costs .label").contains(WORDS));
            assertEquals(0, toasts(studio), "the message has done its work");
        }
    }

    @Test
    void theJobKeepsItAndAReaderOfScreensSaysIt() {
        SampleQueue queue = SampleQueue.busy();
        SampleProject project = SampleProject.whole(queue);
        project.spent().spend();
        try (TestStudio studio = TestStudio.with(project)) {
            studio.press(KeyCode.J, KeyCode.CONTROL);
            Fx.until("the price is there", () -> studio.all(".fw-job-cost")
                    .stream()
                    .anyMatch(node -> "$1.84, more than the $0.40 that was expected".equals(node.getAccessibleText())));
        }
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 2"})
    void itIsDrawn(Theme theme, double scale) throws IOException {
        SampleQueue queue = SampleQueue.busy();
        SampleProject project = SampleProject.whole(queue);
        project.spent().spend();
        try (TestStudio studio = new TestStudio(new FrameSize(1280, 800), theme, scale)) {
            Fx.run(() -> studio.window().open(project));
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.J, KeyCode.CONTROL);
            studio.settle();
            project.spent().overrun("d90");
            queue.change(done("d90"));
            Fx.until("it is told", () -> toasts(studio) == 1);
            studio.settle();
            StudioSnapshots.write(studio.window(), Path.of("target", "screenshots", "state-alarm-" + theme.name()
                    .toLowerCase(Locale.ROOT) + ".png"));
            assertTrue(studio.seen("alarm-costs"));
        }
    }
}
