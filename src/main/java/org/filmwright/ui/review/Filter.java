package org.filmwright.ui.review;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.filmwright.review.Ruling;

/**
 * Which takes are shown.
 *
 * @param hidden takes with these rulings are left out
 * @param stars so many at least
 * @param stale only those that no longer answer the script
 * @param words that the shot's label, what it shows, or the reason of the verdict must contain
 */
record Filter(Set<Ruling> hidden, int stars, boolean stale, String words) {
    static final Filter NONE = new Filter(Set.of(), 0, false, "");

    Filter {
        hidden = Set.copyOf(hidden);
    }

    boolean isOff() {
        return equals(NONE);
    }

    Filter toggled(Ruling ruling) {
        Set<Ruling> changed = hidden.isEmpty() ? EnumSet.noneOf(Ruling.class) : EnumSet.copyOf(hidden);
        if (!changed.remove(ruling)) {
            changed.add(ruling);
        }
        return new Filter(changed, stars, stale, words);
    }

    Filter rated(int least) {
        return new Filter(hidden, least, stale, words);
    }

    Filter onlyStale(boolean only) {
        return new Filter(hidden, stars, only, words);
    }

    Filter saying(String text) {
        return new Filter(hidden, stars, stale, text.strip());
    }

    /** All but staleness, which whoever asks knows. */
    boolean shows(Frame frame) {
        return !hidden.contains(frame.ruling()) && frame.marks().stars() >= stars && says(frame);
    }

    private boolean says(Frame frame) {
        if (words.isEmpty()) {
            return true;
        }
        String text = frame.shot().label() + ' ' + frame.shot().content().action() + ' '
                + String.join(" ", frame.shot().content().people()) + ' '
                + frame.verdict().map(verdict -> verdict.reason()).orElse("");
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
