package org.filmwright.engine;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The lanes in which somebody works. A step in any other would wait for ever without a word: it is parked, and says so.
 *
 * @param names of the lanes of this engine; one without lanes only looks on, and parks nothing
 * @param shared whether others may work here, too, now or later: then every lane may be one of theirs
 */
record OpenLanes(Set<String> names, boolean shared) {
    static OpenLanes of(EngineSettings settings, Ledger ledger) {
        return new OpenLanes(settings.lanes().stream().map(LaneSpec::name).collect(Collectors.toSet()),
                ledger.pulse().isPresent());
    }

    boolean serves(Step step) {
        return shared || names.contains(step.lane());
    }

    /** Those of {@code steps} that could begin, and for which nobody is here. */
    void park(StepMoves moves, Collection<Step> steps) {
        if (!names.isEmpty() && !shared) {
            steps.stream()
                    .filter(step -> step.state() == StepState.READY && !serves(step))
                    .forEach(step -> moves.park(step, Handlers.lacking(step, "the lane '" + step.lane() + "'",
                            "The lanes here are " + String.join(", ", new TreeSet<>(names)) + ".")));
        }
    }
}
