package org.filmwright.engine;

import java.time.Instant;
import java.util.Optional;

/** What cannot be computed again and is therefore written to the journal before it is applied (engine.md 2). */
public sealed interface EngineFact {
    Instant at();

    /** Who did it, where that is known. */
    Optional<String> by();

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

        @Override
        public Optional<String> by() {
            return Optional.of(choice.by());
        }
    }

    /** Applies a fact that the journal holds and the rows do not; doing so twice changes nothing. */
    static void replay(EngineFact fact, LedgerTx tx) {
        new RunMoves(new StepMoves(tx, fact.at(), fact.by())).apply(fact);
    }
}
