package org.filmwright.clips;

import java.util.List;

/**
 * How a clip was when it arrived: its numbers, and what in them a person should look at.
 *
 * @param alarms empty where nothing is
 */
public record Checked(ClipMeasures measures, List<ClipChecks.Alarm> alarms) {
    public Checked {
        alarms = List.copyOf(alarms);
    }

    public static Checked of(ClipMeasures measures, Asked asked) {
        return new Checked(measures, ClipChecks.alarms(measures, asked));
    }

    /** Whether nobody would want it in a film, so that something else has to be shown instead. */
    public boolean unusable() {
        return alarms.stream().anyMatch(alarm -> ClipChecks.UNUSABLE.contains(alarm.check()));
    }
}
