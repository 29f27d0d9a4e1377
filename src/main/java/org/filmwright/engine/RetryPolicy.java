package org.filmwright.engine;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.filmwright.base.Failure;

/** What follows a failure: once more after a while, a question to a person, or the end. */
final class RetryPolicy {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private final RandomGenerator random;

    RetryPolicy(RandomGenerator random) {
        this.random = random;
    }

    /** What to do next. */
    sealed interface Next {
        /** Told to wait: nobody should ask again before, and this try does not count. */
        record SentAway(Duration delay) implements Next {}

        record Again(Duration after) implements Next {}

        record Ask(Question question) implements Next {}

        record GiveUp() implements Next {}
    }

    /** @param attempt the one that failed, from 1 */
    Next after(Failure failure, int attempt, int maxAttempts) {
        return switch (failure) {
            case Failure.Transient told when told.retryAfter().isPositive() -> new Next.SentAway(told.retryAfter());
            case Failure.Transient _ -> attempt < maxAttempts ? new Next.Again(delay(attempt)) : new Next.GiveUp();
            case Failure.Ambiguous unknown -> new Next.Ask(parked(unknown));
            case Failure.Refused _,Failure.Misconfigured _,Failure.Exhausted _,Failure.Bug _ -> new Next.GiveUp();
        };
    }

    /** 2 s * 4^(n-1), at most 5 min, give or take a fifth. */
    private Duration delay(int attempt) {
        long nominal = Math.min(2000L << 2 * Math.min(attempt - 1, 10), LONGEST.toMillis());
        return Duration.ofMillis((long) (nominal * (0.8 + 0.4 * random.nextDouble())));
    }

    /** Chance, 0 to 1. */
    double spread() {
        return random.nextDouble();
    }

    private static Question parked(Failure.Ambiguous unknown) {
        return new Question(unknown.what(), List.of(
                Question.Option.toHandler("retry", "Try again", "It may then have happened twice."),
                new Question.Option("abandon", "Give up", "Nothing more is done.", Question.Then.FAIL, "{}")));
    }
}
