package org.filmwright.timeline;

import java.util.Locale;
import org.filmwright.base.TimeOfDay;

/** How a shot follows the one before it. A dissolve says that time passes, a fade ends an act (film.md 5.2). */
public enum Join {
    /** No time between the two. */
    CUT(0),
    /** Time passes. */
    DISSOLVE(1.0),
    /** Much time passes. */
    LONG_DISSOLVE(2.0),
    /** To black, and up again. */
    FADE(1.0);

    private final double seconds;

    Join(double seconds) {
        this.seconds = seconds;
    }

    /** How long the picture changes; for a fade, each way. 24 and 48 frames of film. */
    public double seconds() {
        return seconds;
    }

    /**
     * The join between two scenes. What the author wrote between them wins; else the light and the words of the heading.
     *
     * @param transition as in the script ({@code DISSOLVE TO:}), or empty
     * @param heading of the scene that begins; its last part says when ({@code EXT. PIER - THE NEXT DAY}), or empty
     * @param before light of the scene that ends
     * @param after light of the scene that begins
     */
    public static Join between(String transition, String heading, TimeOfDay before, TimeOfDay after) {
        String asked = transition.toUpperCase(Locale.ROOT);
        String when = heading.toUpperCase(Locale.ROOT).replaceFirst(".*( - |--|–|—|,)", "");
        if (asked.contains("FADE")) {
            return FADE;
        }
        if (asked.contains("DISSOLVE")) {
            return longGap(when) || asked.contains("SLOW") ? LONG_DISSOLVE : DISSOLVE;
        }
        if (asked.contains("CUT") || when.matches(".*\\b(CONTINUOUS|SAME|MOMENTS? LATER)\\b.*")) {
            return CUT;
        }
        if (longGap(when) || nightsApart(before, after)) {
            return LONG_DISSOLVE;
        }
        return when.contains("LATER") || before != after ? DISSOLVE : CUT;
    }

    private static boolean longGap(String when) {
        return when.matches(".*\\b(DAYS?|WEEKS?|MONTHS?|YEARS?) (LATER|EARLIER)\\b.*")
                || when.matches(".*\\bNEXT (DAY|MORNING|WEEK|MONTH|YEAR|SPRING|SUMMER|AUTUMN|FALL|WINTER)\\b.*");
    }

    /** From night straight into the day: at least some hours that nobody saw. */
    private static boolean nightsApart(TimeOfDay before, TimeOfDay after) {
        return before == TimeOfDay.NIGHT && (after == TimeOfDay.MORNING || after == TimeOfDay.DAY);
    }
}
