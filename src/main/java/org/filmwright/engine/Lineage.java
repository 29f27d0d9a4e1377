package org.filmwright.engine;

import java.util.Optional;
import org.filmwright.engine.flow.Definition;

/**
 * Where a run comes from.
 *
 * @param definition the text it was started with; none for a run whose steps were given one by one
 * @param parent the step of another run that waits for this one
 * @param correlation the same for a run and every run nested in it: the id of the outermost
 */
public record Lineage(Optional<Definition> definition, Optional<StepId> parent, String correlation) {
    static Lineage first(RunSpec spec) {
        return new Lineage(spec.definitions().stream().findFirst(), Optional.empty(), spec.id().value());
    }
}
