package org.filmwright.engine;

import java.time.Instant;

/** What cannot be computed again and is therefore written to the journal before it is applied (engine.md 2). */
public sealed interface EngineFact {
    Instant at();

    record Started(RunSpec spec, Instant at) implements EngineFact {}

    record Stopped(RunId run, Instant at) implements EngineFact {}

    /** @param number of the question among those the step has asked */
    record Decided(StepId step, int number, Choice choice) implements EngineFact {
        @Override
        public Instant at() {
            return choice.at();
        }
    }

    /** Applies a fact that the journal holds and the rows do not; doing so twice changes nothing. */
    static void replay(EngineFact fact, LedgerTx tx) {
        new RunMoves(new StepMoves(tx, fact.at())).apply(fact);
    }
}
