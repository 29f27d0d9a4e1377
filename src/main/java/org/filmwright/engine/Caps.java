package org.filmwright.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Money;

/** The arithmetic of limits. */
final class Caps {
    private Caps() {}

    /** The first cap that a call would pass. Where its price is unknown: the first that is used up. */
    static Optional<Hold.OverCap> over(SpendView rows, PaidCall call) {
        return rows.caps().stream().flatMap(cap -> passed(rows, cap, call).stream()).findFirst();
    }

    /** Every cap that can be named today, with what counts against it. */
    static List<Cap.Standing> standings(SpendView rows, LocalDate today) {
        return rows.caps()
                .stream()
                .flatMap(cap -> bucket(cap, today).stream().map(where -> standing(rows, cap, where)))
                .toList();
    }

    private static Cap.Standing standing(SpendView rows, Cap cap, Cap.Bucket where) {
        return new Cap.Standing(cap, where, rows.total(where, cap.limit().currency()));
    }

    private static Optional<Cap.Bucket> bucket(Cap cap, LocalDate today) {
        String where = switch (cap.scope()) {
            case DAY -> today.toString();
            case MONTH -> YearMonth.from(today).toString();
            case PROJECT -> "project";
            case SHOT, PROVIDER -> cap.of();
        };
        return where.isBlank() ? Optional.empty() : Optional.of(new Cap.Bucket(cap.scope(), where));
    }

    private static Optional<Hold.OverCap> passed(SpendView rows, Cap cap, PaidCall call) {
        return cap.over(call).flatMap(bucket -> {
            Money spent = rows.total(bucket, cap.limit().currency());
            Optional<Money> price = call.purchase().estimate();
            boolean mine = price.isEmpty() || price.get().currency().equals(cap.limit().currency());
            Money after = mine && price.isPresent() ? spent.plus(price.get()) : spent;
            boolean passed = price.isEmpty() ? after.compareTo(cap.limit()) >= 0 : after.compareTo(cap.limit()) > 0;
            return mine && passed && !price.filter(Money::nothing).isPresent()
                    ? Optional.of(new Hold.OverCap(cap, bucket, raised(cap, after)))
                    : Optional.empty();
        });
    }

    /** Twice the limit, or twice what is needed where that is more. */
    private static Money raised(Cap cap, Money needed) {
        return Stream.of(cap.limit().times(2), needed.times(2)).max(Money::compareTo).orElseThrow();
    }
}
