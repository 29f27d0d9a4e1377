package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Pace SECOND = new Pace(9, 1000, 100);
    private final Map<StepId, Execution.Report> reports = new HashMap<>();
    private final Run run = Run.created(new RunSpec("make", "k", "{}", List.of(step("x", "cpu"))), NOON);
    private final List<Step> steps = new ArrayList<>();
    private final Map<StepId, List<StepId>> before = new HashMap<>();

    private static StepSpec step(String path, String lane, String... after) {
        return StepSpec.task(path, "draw", lane, "{}", List.of(after));
    }

    private Step add(String path, String lane, String... after) {
        Step step = Step.created(run, step(path, lane, after), Optional.empty(), steps.size());
        steps.add(step);
        before.put(step.id(), List.of(after).stream().map(each -> StepId.of(run.id(), each)).toList());
        return step;
    }

    private Outlook outlook(Instant now) {
        return new Forecast(Map.of("draw", SECOND), Map.of("cpu", 2, "media", 1), reports, now).of(steps, before);
    }

    @Test
    void stepsShareTheRoomOfTheirLane() {
        for (int i = 0; i < 5; i++) {
            add("a" + i, "cpu");
        }
        assertEquals(Optional.of(Duration.ofSeconds(3)), outlook(NOON).remaining());
    }

    @Test
    void lanesWorkBesideEachOtherAndDependentsWait() {
        add("a", "cpu");
        add("b", "cpu");
        add("clip a", "media", "a");
        add("clip b", "media", "b");
        add("cut", "cpu", "clip a", "clip b");
        Outlook outlook = outlook(NOON);
        assertEquals(Optional.of(Duration.ofSeconds(4)), outlook.remaining());
        assertEquals(Map.of("cpu", Duration.ofSeconds(4), "media", Duration.ofSeconds(3)), outlook.lanes());
    }

    @Test
    void aRunningStepNeedsWhatItsKindUsuallyNeedsLessWhatIsGone() {
        steps.add(add("a", "cpu").ready().started(NOON));
        steps.removeFirst();
        assertEquals(Optional.of(Duration.ofMillis(400)), outlook(NOON.plusMillis(600)).remaining());
    }

    @Test
    void whatARunningStepReportsCountsTheMoreTheFurtherItIs() {
        Step running = add("a", "cpu").ready().started(NOON);
        steps.set(0, running);
        reports.put(running.id(), new Execution.Report(0.5, "half"));
        // By history nothing is left after 4 s, by its report another 4 s: half of each.
        Outlook outlook = outlook(NOON.plusSeconds(4));
        assertEquals(Optional.of(Duration.ofSeconds(2)), outlook.remaining());
        assertTrue(outlook.running().getFirst().slow());
    }

    @Test
    void whereNothingIsKnownNothingIsClaimed() {
        steps.add(Step.created(run, StepSpec.task("x", "never done", "cpu", "{}", List.of()), Optional.empty(), 0));
        assertEquals(Optional.empty(), outlook(NOON).remaining());
        assertEquals(1, outlook(NOON).unknown());
    }

    @Test
    void whatIsDoneTakesNoTime() {
        assertEquals(Optional.of(Duration.ZERO), outlook(NOON).remaining());
    }
}
