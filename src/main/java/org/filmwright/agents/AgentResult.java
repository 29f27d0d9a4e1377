package org.filmwright.agents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;

/** What came of asking an agent. */
public sealed interface AgentResult {
    /**
     * An answer that fits the agent's output schema.
     *
     * @param forReview whether a person should look at it before anything is built on it
     * @param by who wrote it: the id of a generator, or {@code rule:coverage}
     * @param doubts what the writer was not sure of, in its own words
     */
    record Delivered(JsonNode answer, Confidence confidence, boolean forReview, String by, List<String> doubts,
            Optional<Money> charged) implements AgentResult {
        public Delivered {
            doubts = List.copyOf(doubts);
        }
    }

    /** Whoever writes is not done, or may not begin yet; asked the same again, the agent goes on where it stopped. */
    record Pending(String handle, Duration pollAfter) implements AgentResult {}

    /**
     * @param kept the last text that came back, if any, so that nothing which was paid for is lost
     * @param unfit whether the writer did answer, in a form that cannot be used
     */
    record Missed(Failure failure, Optional<String> kept, Optional<Money> charged, boolean unfit)
            implements
                AgentResult {
        Missed(Failure failure) {
            this(failure, Optional.empty(), Optional.empty(), false);
        }
    }
}
