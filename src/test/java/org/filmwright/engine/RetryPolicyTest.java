package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(new SplittableRandom(3));

    private static Failure busy(Duration retryAfter) {
        return new Failure.Transient("Busy.", retryAfter);
    }

    private Duration wait(int attempt) {
        return ((RetryPolicy.Next.Again) policy.after(busy(Duration.ZERO), attempt, 100)).after();
    }

    @Test
    void waitsGrowFourfoldGiveOrTakeAFifthUpToFiveMinutes() {
        List<Integer> nominal = List.of(2, 8, 32, 128, 300, 300);
        for (int attempt = 1; attempt <= nominal.size(); attempt++) {
            double seconds = wait(attempt).toMillis() / 1e3;
            double middle = nominal.get(attempt - 1);
            assertTrue(seconds >= middle * 0.8 && seconds <= middle * 1.2, attempt + ": " + seconds);
        }
        assertTrue(wait(99).toSeconds() <= 360);
    }

    @Test
    void theOtherSidesOwnTimeIsObeyedHoweverOftenItSendsUsAway() {
        assertEquals(new RetryPolicy.Next.SentAway(Duration.ofMinutes(20)),
                policy.after(busy(Duration.ofMinutes(20)), 3, 3));
    }

    @Test
    void afterTheLastAttemptItIsOver() {
        assertInstanceOf(RetryPolicy.Next.GiveUp.class, policy.after(busy(Duration.ZERO), 3, 3));
    }

    @Test
    void whatWaitingCannotMendIsNotTriedAgain() {
        for (Failure failure : List.of(new Failure.Refused("", ""), new Failure.Misconfigured("", ""),
                new Failure.Exhausted("disk", ""), new Failure.Bug("", ""))) {
            assertInstanceOf(RetryPolicy.Next.GiveUp.class, policy.after(failure, 1, 3));
        }
    }

    @Test
    void whatMayHaveHappenedIsAsked() {
        Failure unknown = new Failure.Ambiguous("The call broke off.", Optional.empty());
        assertInstanceOf(RetryPolicy.Next.Ask.class, policy.after(unknown, 1, 3));
    }
}
