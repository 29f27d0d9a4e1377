package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.control.Labeled;
import org.filmwright.base.Failure;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Settings;
import org.junit.jupiter.api.Test;

/** When a person who is elsewhere is told that jobs are done. */
class LongJobsTest {
    private final SampleQueue queue = SampleQueue.of(2);

    @Test
    void oneMessageForAllLongJobsOnceNothingRunsAnyMore() {
        try (TestStudio studio = opened()) {
            studio.script().focused = false;
            ended(studio, "w0", 31, 1);
            assertEquals(List.of(), studio.told(), "another still waits");
            ended(studio, "w1", 45, 0);
            assertEquals(List.of("2 jobs are done"), studio.told());
        }
    }

    @Test
    void theOnlyLongOneIsNamedAndShortOnesAreNotCounted() {
        try (TestStudio studio = opened()) {
            studio.script().focused = false;
            ended(studio, "w0", 31, 1);
            ended(studio, "w1", 30, 0);
            assertEquals(List.of("1 job is done 2-A take 1"), studio.told());
        }
    }

    @Test
    void nobodyIsToldOfShortJobsOrWhatWasSeenInTheWindow() {
        try (TestStudio studio = opened()) {
            ended(studio, "w0", 90, 1);
            studio.script().focused = false;
            ended(studio, "w1", 12, 0);
            assertEquals(List.of(), studio.told());
        }
    }

    @Test
    void nobodyIsToldWhoDoesNotWantIt() {
        Settings settings = Settings.forgetful();
        settings.of(Settings.NOTIFY).set(false);
        try (TestStudio studio = new TestStudio(settings)) {
            studio.script().focused = false;
            Fx.run(() -> studio.window().open(SampleProject.whole(queue)));
            Fx.until("the jobs are there", () -> chip(studio).startsWith("2 jobs"));
            ended(studio, "w0", 90, 1);
            ended(studio, "w1", 90, 0);
            assertEquals(List.of(), studio.told());
        }
    }

    @Test
    void aFailureIsSaidWithItsReason() {
        try (TestStudio studio = opened()) {
            studio.script().focused = false;
            ended(studio, "w0", 5, 1);
            Job failed = SampleQueue.failed("w1", "0-B", new Failure.Bug("x", "It broke."));
            queue.change(new Job(failed.id(), "run", failed.place(), failed.work(), failed.state(),
                    SampleQueue.took(1, 60), failed
                            .failure()));
            Fx.until("it is told", () -> !studio.told().isEmpty());
            assertEquals("1 job failed", studio.told().getFirst().substring(0, 12));
        }
    }

    private TestStudio opened() {
        TestStudio studio = TestStudio.with(SampleProject.whole(queue));
        Fx.until("the jobs are there", () -> chip(studio).startsWith("2 jobs"));
        return studio;
    }

    /** A job ends after so many seconds, and the window has heard of it. */
    private void ended(TestStudio studio, String id, int seconds, int open) {
        String shot = id.equals("w0") ? "2-A" : "2-B";
        queue.change(SampleQueue.job(id, 0, SampleQueue.draw(shot, 1), Job.State.DONE, SampleQueue.took(1, seconds)));
        Fx.until("it was heard", () -> open == 0 ? chip(studio).isEmpty() : chip(studio).startsWith(open + " job"));
        Fx.run(() -> {});
    }

    private static String chip(TestStudio studio) {
        return Fx.get(() -> ((Labeled) studio.window().scene().lookup("#chip-jobs")).getText());
    }
}
