package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static Lane remote(int starts, Duration per) {
        return Lane.opened(LaneSpec.remote("cloud", 100, new LaneSpec.Rate(starts, per)), NOON);
    }

    private static Lane broken(Lane lane, int failures, Instant at) {
        Lane now = lane;
        for (int i = 0; i < failures; i++) {
            now = now.failed("Busy.", at, 5, 0.5);
        }
        return now;
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "2, 10", "4, 1", "10, 60", "60, 60", "500, 60"})
    void noWindowHoldsMoreStartsThanTheRateAllowsAndALaneInUseComesCloseToIt(int starts, int seconds) {
        Duration per = Duration.ofSeconds(seconds);
        Lane lane = remote(starts, per);
        Deque<Instant> window = new ArrayDeque<>();
        int all = 0;
        for (Instant now = NOON; now.isBefore(NOON.plus(per.multipliedBy(10))); now = now.plusMillis(5)) {
            Instant since = now.minus(per);
            window.removeIf(start -> !start.isAfter(since));
            lane = lane.at(now);
            for (int free = lane.free(0); free > 0; free--) {
                window.add(now);
                all++;
            }
            lane = lane.started(lane.free(0));
            assertTrue(window.size() <= starts, now + ": " + window.size());
        }
        assertTrue(all >= 7 * starts, all + " starts");
    }

    @Test
    void aLaneWithoutTokensSaysWhenItHasOneAgain() {
        Lane lane = remote(1, Duration.ofSeconds(8)).started(1);
        assertEquals(Optional.of(NOON.plusSeconds(8)), lane.opensAt());
        assertEquals(1, lane.at(NOON.plusSeconds(8)).free(0));
    }

    @Test
    void aPauseEndsAtItsTimeAndAPauseWithoutTimeOnlyWhenItIsResumed() {
        Lane lane = Lane.opened(LaneSpec.local("cpu", 2), NOON);
        Lane timed = lane.paused(new Lane.Pause("Told to wait.", NOON, Optional.of(NOON.plusSeconds(60))));
        assertEquals(0, timed.at(NOON.plusSeconds(59)).free(0));
        assertEquals(2, timed.at(NOON.plusSeconds(60)).free(0));
        Lane rests = lane.paused(new Lane.Pause("For the night.", NOON, Optional.empty()));
        assertEquals(0, rests.at(NOON.plus(Duration.ofDays(99))).free(0));
        assertEquals(2, rests.resumed().free(0));
    }

    @Test
    void theLongerOfTwoPausesCounts() {
        Lane.Pause longer = new Lane.Pause("b", NOON, Optional.of(NOON.plusSeconds(60)));
        Lane lane = Lane.opened(LaneSpec.local("cpu", 2), NOON)
                .paused(longer)
                .paused(new Lane.Pause("a", NOON, Optional.of(NOON.plusSeconds(9))));
        assertEquals(Optional.of(longer), lane.pause());
    }

    @Test
    void aClockThatWasSetBackADayDoesNotProlongAPauseByADay() {
        Lane lane = Lane.opened(LaneSpec.local("cpu", 2), NOON)
                .paused(new Lane.Pause("Told to wait.", NOON, Optional.of(NOON.plusSeconds(60))));
        assertEquals(2, lane.at(NOON.minus(Duration.ofDays(1))).free(0));
        assertEquals(0, lane.at(NOON.minusSeconds(5)).free(0));
    }

    @Test
    void aClockThatWasSetBackCostsNoTokens() {
        Lane lane = remote(2, Duration.ofSeconds(10)).started(1).at(NOON.minus(Duration.ofDays(1)));
        assertEquals(1, lane.at(NOON.minus(Duration.ofDays(1)).plusSeconds(5)).free(0));
    }

    @Test
    void fiveFailuresInARowBreakALaneAndOneSuccessInBetweenDoesNot() {
        Lane lane = remote(100, Duration.ofSeconds(1));
        assertTrue(broken(broken(lane, 4, NOON).succeeded(), 4, NOON).pause().isEmpty());
        Lane.Pause pause = broken(lane, 5, NOON).pause().orElseThrow();
        assertEquals(Optional.of(NOON.plusSeconds(30)), pause.until());
        assertEquals("cloud failed 5 times in a row. What waits for it is kept, and one is tried again by itself then. "
                + "The last: Busy.", pause.reason());
    }

    @Test
    void aLaneThatBrokeTriesOneStepAndRestsTwiceAsLongWhenThatFailsToo() {
        Lane lane = broken(remote(100, Duration.ofSeconds(1)), 5, NOON);
        Instant later = NOON.plusSeconds(30);
        assertEquals(1, lane.at(later).free(0));
        assertEquals(0, lane.at(later).free(1));
        Lane again = lane.at(later).failed("Busy.", later, 5, 0.5);
        assertEquals(Optional.of(later.plusSeconds(60)), again.pause().flatMap(Lane.Pause::until));
        assertEquals(25, lane.at(later).succeeded().free(0));
    }

    @Test
    void whatWasUnderWayWhenALaneBrokeDoesNotMakeItRestLonger() {
        Lane lane = broken(remote(100, Duration.ofSeconds(1)), 9, NOON);
        assertEquals(Optional.of(NOON.plusSeconds(30)), lane.pause().flatMap(Lane.Pause::until));
    }

    @Test
    void restsGrowToTenMinutesAndAreSpreadByAFifthEitherWay() {
        Lane lane = broken(remote(100, Duration.ofSeconds(1)), 5, NOON);
        for (int seconds : new int[]{60, 120, 240, 480, 600, 600}) {
            Instant then = lane.pause().orElseThrow().until().orElseThrow();
            assertEquals(then.plusMillis(800L * seconds), end(lane.at(then).failed("Busy.", then, 5, 0)));
            assertEquals(then.plusMillis(1200L * seconds), end(lane.at(then).failed("Busy.", then, 5, 1)));
            lane = lane.at(then).failed("Busy.", then, 5, 0.5);
        }
    }

    private static Instant end(Lane lane) {
        return lane.pause().orElseThrow().until().orElseThrow();
    }

    @Test
    void whoeverIsWaitedForLongEnoughIsGivenUpOneDay() {
        Lane lane = remote(100, Duration.ofSeconds(1));
        int rests = 0;
        Instant now = NOON;
        while (!lane.isGivenUp()) {
            now = lane.pause().flatMap(Lane.Pause::until).orElse(now);
            lane = lane.at(now).failed("Busy.", now, 1, 0.5);
            rests++;
        }
        assertEquals(10, rests);
        assertTrue(Duration.between(NOON, now).toMinutes() > 30, NOON + " to " + now);
        assertTrue(Lane.opened(LaneSpec.local("cpu", 1), NOON).isGivenUp(),
                "a lane of this machine is never waited for");
    }

    @Test
    void aLaneOfThisMachineNeverBreaks() {
        assertTrue(broken(Lane.opened(LaneSpec.local("cpu", 1), NOON), 99, NOON).pause().isEmpty());
    }
}
