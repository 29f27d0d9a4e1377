package org.filmwright.ui.story;

import java.util.List;
import java.util.Optional;
import org.filmwright.ui.story.ScriptPage.Range;

/** Where the sought words stand, and at which of them one is. */
record Matches(List<Range> ranges, int at) {
    static final Matches NONE = new Matches(List.of(), 0);

    Matches {
        ranges = List.copyOf(ranges);
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    Optional<Range> current() {
        return isEmpty() ? Optional.empty() : Optional.of(ranges.get(at));
    }

    /** The next or previous one, round and round. */
    Matches step(int by) {
        return isEmpty() ? this : new Matches(ranges, Math.floorMod(at + by, ranges.size()));
    }
}
