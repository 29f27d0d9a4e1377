package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.production.Job;
import org.filmwright.production.JobQueue;
import org.junit.jupiter.api.Test;

/** What waits for somebody who keeps failing says so, whoever that is. */
class RestingLanesTest {
    private final SampleQueue queue = new SampleQueue();

    /** One that failed in a lane, one that waits behind it, and one elsewhere. */
    private TestStudio resting(Job.Work failing, String why) {
        queue.change(new Job("t", "run", new Job.Place(1, 1), failing, Job.State.RETRYING, Job.Times.NONE,
                Optional.of(new Failure.Transient(why, Duration.ZERO))));
        queue.change(SampleQueue.job("w", 2, failing, Job.State.WAITING, Job.Times.NONE));
        queue.change(SampleQueue.job("c", 3, SampleQueue.draw("2-D", 1), Job.State.WAITING, Job.Times.NONE));
        queue.rests.put(failing.lane(), new JobQueue.Rest(failing.lane() + " failed 5 times in a row.", Optional.of(
                Instant.parse("2026-06-24T10:00:30Z"))));
        TestStudio studio = TestStudio.with(SampleProject.whole(queue));
        studio.press(KeyCode.J, KeyCode.CONTROL);
        return studio;
    }

    private static void says(TestStudio studio, String rests, String why) {
        Fx.until("it is said", () -> studio.said("#jobs-drawer .label").contains(rests));
        String words = studio.said("#jobs-drawer .label");
        assertTrue(words.contains(why), words);
        assertTrue(words.contains("next"), "other lanes go on: " + words);
    }

    @Test
    void whatWaitsForAProviderThatRestsSaysUntilWhenAndTheOneThatFailedSaysWhy() {
        Job.Work kling = new Job.Work(Job.Task.CLIP, "2-B", 0, "fal:kling-v2.1", "fal", Optional.of(FrameSize.HD));
        try (TestStudio studio = resting(kling, "fal answered 503.")) {
            says(studio, "fal rests until", "fal answered 503.");
        }
    }

    @Test
    void soDoesWhatWaitsForThoseWhoWrite() {
        Job.Work text = new Job.Work(Job.Task.OTHER, "", 0, "", "text", Optional.empty());
        try (TestStudio studio = resting(text, "Ollama answered 500.")) {
            says(studio, "Writers rest until", "Ollama answered 500.");
        }
    }
}
