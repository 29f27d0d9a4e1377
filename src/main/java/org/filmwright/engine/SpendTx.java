package org.filmwright.engine;

import org.filmwright.base.Money;

/** The rows about money in one transaction. Decides nothing. */
public interface SpendTx extends SpendView {
    void insert(PaidCall call);

    /** Replaces the call of the same key. */
    void update(PaidCall call);

    /** Adds to what counts in a bucket. */
    void add(Cap.Bucket bucket, Money amount);

    /** Sets a cap in the place of the one it replaces. */
    void cap(Cap cap);

    /** Replaces the step's hold, which goes to the end of its subject's line. */
    void hold(StepId step, Hold hold);

    void release(StepId step);
}
