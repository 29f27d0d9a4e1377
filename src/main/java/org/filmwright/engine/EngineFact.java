package org.filmwright.engine;

import java.time.Instant;
import java.util.Optional;

/** What cannot be computed again and is therefore written to the journal before it is applied (engine.md 2). */
public sealed interface EngineFact {
    Instant at();

    /** Who did it, where that is known. */
    default Optional<String> person() {
        return switch (this) {
            case Started started -> started.by();
            case Stopped stopped -> stopped.by();
            case Decided decided -> Optional.of(decided.choice().by());
            case CountedAnew anew -> anew.by();
            case Spending.Capped capped -> Optional.of(capped.by());
            case Spending _ -> Optional.empty();
        };
    }

    /** @param by who started it, where that is known */
    record Started(RunSpec spec, Instant at, Optional<String> by) implements EngineFact {
        public Started(RunSpec spec, Instant at) {
            this(spec, at, Optional.empty());
        }
    }

    record Stopped(RunId run, Instant at, Optional<String> by) implements EngineFact {
        public Stopped(RunId run, Instant at) {
            this(run, at, Optional.empty());
        }
    }

    /** @param number of the question among those the step has asked */
    record Decided(StepId step, int number, Choice choice) implements EngineFact {
        @Override
        public Instant at() {
            return choice.at();
        }
    }

    /** Statistics of what bears this name count from then on; nothing is deleted. */
    record CountedAnew(String name, Instant at, Optional<String> by) implements EngineFact {}

    /** A fact about money. */
    sealed interface Spending extends EngineFact {}

    /** Before the first byte of a paid call is sent. */
    record Intended(PaidCall call, Instant at) implements Spending {}

    /** The provider's own id of a paid call's job, before it is asked for the first time. */
    record Accepted(String key, String job, Instant at) implements Spending {}

    /** What came of a paid call: with its files, so that what was paid is never bought again. */
    record Closed(String key, PaidCall.State end, PaidCall.Closing closing) implements Spending {
        @Override
        public Instant at() {
            return closing.at();
        }
    }

    /** A limit set by a person. */
    record Capped(Cap cap, String by, Instant at) implements Spending {}

    /** Applies a fact that the journal holds and the rows do not; doing so twice changes nothing. */
    static void replay(EngineFact fact, LedgerTx tx) {
        new RunMoves(new StepMoves(tx, fact.at(), fact.person())).apply(fact);
    }
}
