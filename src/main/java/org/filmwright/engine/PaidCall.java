package org.filmwright.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Money;

/**
 * One call to somebody who may charge for it, as recorded: written down before the first byte is sent.
 *
 * @param key unique; goes along as the idempotency key where the provider honours one
 * @param closing what came of it, once that is known
 */
public record PaidCall(String key, Purchase purchase, Buyer buyer, State state, Remote remote,
        Optional<Closing> closing) {
    /** Actual costs above this many times the estimate raise an alarm. */
    private static final double ALARM = 1.5;

    /** Where a call stands. */
    public enum State {
        /** Durable, budget reserved, nothing sent. */
        INTENT,
        /** The first byte may be on its way. */
        SENT,
        /** The provider has a job for it. */
        ACCEPTED, SUCCEEDED, FAILED, CANCELLED,
        /** It may have been charged, and nobody knows yet. */
        UNKNOWN,
        /** Unknown for good: a person decided to buy again or to give up. Counted as if it was charged. */
        WRITTEN_OFF;

        public Set<State> next() {
            return switch (this) {
                case INTENT -> EnumSet.of(SENT, UNKNOWN);
                case SENT -> EnumSet.of(ACCEPTED, SUCCEEDED, FAILED, UNKNOWN);
                case ACCEPTED -> EnumSet.of(SUCCEEDED, FAILED, CANCELLED);
                case UNKNOWN -> EnumSet.of(SENT, ACCEPTED, SUCCEEDED, FAILED, WRITTEN_OFF);
                case SUCCEEDED, FAILED, CANCELLED, WRITTEN_OFF -> EnumSet.noneOf(State.class);
            };
        }
    }

    /**
     * Who buys.
     *
     * @param number of the call among those of its step, from 1
     * @param day on which it counts, in the zone of the machine that asked
     */
    public record Buyer(RunId run, StepId step, long epoch, int number, Instant at, LocalDate day) {}

    /** How the provider calls it, and when it went out and was taken. */
    public record Remote(Optional<String> job, Optional<Instant> sentAt, Optional<Instant> acceptedAt) {
        static final Remote NOTHING = new Remote(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The end of a call.
     *
     * @param charged the real price; absent where the provider does not say, so that the estimate counts
     * @param output JSON of what was delivered; {@code artifacts} are its published files: enough to go on after a crash
     * @param why in a sentence, where it did not succeed
     */
    public record Closing(Optional<Money> charged, String output, List<MediaRef> artifacts, String why, Instant at) {
        public Closing {
            artifacts = List.copyOf(artifacts);
        }
    }

    /** A call that is about to be made. */
    public static PaidCall intended(String key, Purchase purchase, Buyer buyer) {
        return new PaidCall(key, purchase, buyer, State.INTENT, Remote.NOTHING, Optional.empty());
    }

    PaidCall sent(Instant at) {
        return to(State.SENT, new Remote(remote.job, Optional.of(at), remote.acceptedAt), closing);
    }

    PaidCall accepted(String job, Instant at) {
        return to(State.ACCEPTED, new Remote(Optional.of(job), remote.sentAt, Optional.of(at)), closing);
    }

    PaidCall unknown() {
        return to(State.UNKNOWN, remote, closing);
    }

    PaidCall closed(State end, Closing how) {
        return to(end, remote, Optional.of(how));
    }

    /** It is over; what it cost is as certain as it gets. */
    public boolean over() {
        return state.next().isEmpty();
    }

    /** What it counts against the caps: the real price, until then the estimate; nothing where neither is known. */
    public Optional<Money> counted() {
        return closing.flatMap(Closing::charged).or(purchase::estimate);
    }

    /** The real price is far above what was expected. */
    public boolean alarming() {
        Optional<Money> charged = closing.flatMap(Closing::charged);
        return charged.isPresent() && purchase.estimate()
                .filter(estimate -> !estimate.currency().equals(charged.get().currency())
                        || charged.get().compareTo(estimate.times(ALARM)) > 0)
                .isPresent();
    }

    private PaidCall to(State next, Remote newRemote, Optional<Closing> newClosing) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("A paid call does not go from " + state + " to " + next + ": " + key);
        }
        return new PaidCall(key, purchase, buyer, next, newRemote, newClosing);
    }
}
