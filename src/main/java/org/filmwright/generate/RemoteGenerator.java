package org.filmwright.generate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;

/**
 * A generator on somebody else's machine: it may charge, and its answer may be lost on the way. It is asked only through
 * the spend ledger, which gives every purchase a key.
 */
public interface RemoteGenerator extends Generator {
    /** Who is paid, for which model, and how much it will probably be: zero if free, nothing if nobody knows. */
    record Terms(String provider, String model, Optional<Money> price) {}

    Terms terms(Request request);

    /** What stands in its price list. @param on the day on which it was read */
    record Tariff(Money price, LocalDate on) {}

    /** What one picture or clip is said to cost; nothing where nobody knows, or where it depends. */
    default Optional<Tariff> tariff() {
        return Optional.empty();
    }

    /** What the provider lets one customer do: so many requests at once, and so many in a while. */
    record Limits(int atOnce, int starts, Duration per) {}

    Limits limits();

    /** Whether it could be asked now: it has the key and the address that it needs. */
    default boolean ready() {
        return true;
    }

    /**
     * Sends the request. {@link Failure.Ambiguous} says that it may have arrived.
     *
     * @param key goes along as the idempotency key where the provider honours one
     */
    Answer start(Request request, String key, Progress progress);

    /**
     * Asks for a job and takes what is ready into the request's folder. {@link Failure.Transient} says that it could not be
     * asked; any other failure ends the job.
     */
    Answer resume(Request request, String handle, Progress progress);

    /** What became of a purchase whose answer was lost. */
    Trace find(String key, Instant sentAbout);

    /** Asks to stop a job, and says whether it is charged all the same. */
    Stop cancel(String handle);

    /** What can be found out about a purchase. */
    sealed interface Trace {
        /** It arrived; its job may run, be done or have failed. */
        record Accepted(String handle) implements Trace {}

        /** The provider is certain that it never arrived. */
        record Never() implements Trace {}

        /** The provider honours keys: the very same call may be sent again. */
        record Repeatable() implements Trace {}

        /** Nobody can tell. @param evidence for the person who decides: what was sent when, where to look */
        record Unknown(String evidence) implements Trace {}

        /** The provider could not be asked now. */
        record Unanswered(Failure failure) implements Trace {}
    }

    /** @param charged what is charged all the same, where that is known @param words for a person */
    record Stop(boolean stopped, Optional<Money> charged, String words) {}

    /** Without a key nothing is bought. */
    @Override
    default Answer start(Request request, Progress progress) {
        return new Answer.Failed(new Failure.Bug("generator.unpaid", "A paid generator was asked past the ledger."));
    }

    @Override
    default Answer resume(String handle, Progress progress) {
        return new Answer.Failed(new Failure.Bug("generator.unpaid", "A paid generator was asked past the ledger."));
    }
}
