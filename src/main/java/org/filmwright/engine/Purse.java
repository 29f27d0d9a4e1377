package org.filmwright.engine;

import java.util.function.Function;

/** How a step pays; see {@link StepContext#spend}. */
@FunctionalInterface
public interface Purse {
    StepResult spend(Purchase purchase, Seller seller, Function<PaidCall.Closing, StepResult> delivered);
}
