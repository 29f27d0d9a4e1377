package org.filmwright.engine;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Money;

/** Questions to the rows about money. */
public interface SpendView {
    Optional<PaidCall> call(String key);

    /** The calls of a step, oldest first. */
    List<PaidCall> calls(StepId step);

    /** All calls, oldest first. */
    List<PaidCall> calls();

    /** In the order of their scopes. */
    List<Cap> caps();

    /** What counts in a bucket: charged, or reserved. */
    Money total(Cap.Bucket bucket, Currency currency);

    Optional<Hold> hold(StepId step);

    /** The steps that wait for an answer on a subject, the one that asks first. */
    List<StepId> held(String subject);

    /** Everybody who waits, in the order of asking. */
    Map<StepId, Hold> holds();

    /** Calls added up; currencies apart. */
    List<Cost> costs(Cost.By by);
}
