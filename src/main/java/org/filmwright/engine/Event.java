package org.filmwright.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.filmwright.base.Digest;

/**
 * One entry of a run's event log; entries are chained by their hashes.
 *
 * @param seq from 1, without holes, per run
 * @param type {@code run.running}, {@code step.succeeded}, …
 * @param epoch of the step; 0 for events of the run
 */
public record Event(RunId run, long seq, Instant at, String type, Optional<StepId> step, long epoch,
        Map<String, String> detail, String prev, String hash) {
    public Event {
        detail = Map.copyOf(detail);
    }

    /** The event that follows {@code head}. */
    public static Event after(Head head, RunId run, Entry entry) {
        Event open = new Event(run, head.seq() + 1, entry.at(), entry.type(), entry.step(), entry.epoch(),
                entry.detail(), head.hash(), "");
        return new Event(run, open.seq, open.at, open.type, open.step, open.epoch, open.detail, open.prev,
                open.expectedHash());
    }

    /** SHA-256 over the previous hash and every field, in a fixed order. */
    public String expectedHash() {
        return Digest.of(String.join("\n", prev, run.value(), Long.toString(seq), at.toString(), type,
                step.map(StepId::value).orElse("-"), Long.toString(epoch), new TreeMap<>(detail).toString())).hex();
    }

    public Head head() {
        return new Head(seq, hash);
    }

    /** The end of a chain. */
    public record Head(long seq, String hash) {
        public static final Head START = new Head(0, "0".repeat(64));
    }

    /** What is about to be logged. */
    public record Entry(Instant at, String type, Optional<StepId> step, long epoch, Map<String, String> detail) {}
}
