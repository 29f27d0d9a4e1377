package org.filmwright.production;

import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.TakeId;
import org.filmwright.review.PromptMatch;

/**
 * How well the takes of a shot match its prompt.
 *
 * @param known of those that were compared
 * @param coming whether the others are being compared, or will be
 * @param stopped why they are not, where something went wrong
 */
public record Matching(Map<TakeId, PromptMatch> known, boolean coming, Optional<Failure> stopped) {
    /** Where no model compares pictures with words. */
    public static final Matching NONE = new Matching(Map.of(), false, Optional.empty());

    public Matching {
        known = Map.copyOf(known);
    }

    /** How many of those that were compared match better than this one, and one more. */
    public int place(TakeId take) {
        int mine = known.get(take).ofHundred();
        return 1 + (int) known.values().stream().filter(other -> other.ofHundred() > mine).count();
    }
}
