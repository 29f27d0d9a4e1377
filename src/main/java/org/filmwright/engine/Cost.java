package org.filmwright.engine;

import org.filmwright.base.Money;

/**
 * What was spent on something.
 *
 * @param on name of the provider, scene, shot, or day; empty for what belongs to none
 * @param estimated sum of the estimates; @param charged sum of the real prices of calls that are over
 * @param open sum of what is reserved or may have been charged
 * @param unknown calls that may have been charged; @param unpriced calls without estimate or price
 */
public record Cost(String on, int calls, Money estimated, Money charged, Money open, int unknown, int unpriced) {
    /** What costs are added up by. */
    public enum By {
        PROVIDER, SCENE, SHOT, DAY, RUN
    }
}
