package org.filmwright.engine;

import java.time.YearMonth;
import java.util.Optional;
import org.filmwright.base.Money;

/**
 * A limit that spending in its currency never passes.
 *
 * @param of which shot or provider; empty for each of them, and for the other scopes
 */
public record Cap(Scope scope, String of, Money limit) {
    /** What is added up. */
    public enum Scope {
        DAY, MONTH, PROJECT, SHOT, PROVIDER
    }

    /** Where spending is added up: one day, one shot. @param of {@code 2026-11-21}, {@code 2026-11}, an id */
    public record Bucket(Scope scope, String of) {}

    /** A cap with what counts against it now. */
    public record Standing(Cap cap, Bucket bucket, Money spent) {
        /** What is left; nothing where more was charged than expected. */
        public Money left() {
            Money rest = cap.limit.plus(spent.negated());
            return rest.amount().signum() < 0 ? Money.zero(rest.currency()) : rest;
        }
    }

    /** Where a call counts for this scope, if it does. */
    static Optional<Bucket> bucket(Scope scope, PaidCall call) {
        String where = switch (scope) {
            case DAY -> call.buyer().day().toString();
            case MONTH -> YearMonth.from(call.buyer().day()).toString();
            case PROJECT -> "project";
            case SHOT -> call.purchase().purpose().shot();
            case PROVIDER -> call.purchase().provider();
        };
        return where.isBlank() ? Optional.empty() : Optional.of(new Bucket(scope, where));
    }

    /** The bucket of a call that this cap limits, if it does. */
    Optional<Bucket> over(PaidCall call) {
        return bucket(scope, call).filter(bucket -> of.isBlank() || of.equals(bucket.of()));
    }

    Cap raisedTo(Money newLimit) {
        return new Cap(scope, of, newLimit);
    }

    /** The same limit with another amount. */
    boolean replaces(Cap other) {
        return scope == other.scope && of.equals(other.of) && limit.currency().equals(other.limit.currency());
    }
}
