package org.filmwright.production;

import java.util.Map;
import java.util.function.Supplier;

/** The tallies as they are until an agent does something: counted once, by the first who looks. */
final class Counting {
    private final Supplier<Map<String, Tally>> count;
    private Map<String, Tally> counted;

    Counting(Supplier<Map<String, Tally>> count) {
        this.count = count;
    }

    synchronized Map<String, Tally> all() {
        if (counted == null) {
            counted = count.get();
        }
        return counted;
    }
}
