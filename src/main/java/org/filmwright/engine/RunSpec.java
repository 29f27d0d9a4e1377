package org.filmwright.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.engine.flow.Definition;

/**
 * A request for a run.
 *
 * @param name of the workflow, for people: {@code make}
 * @param idempotencyKey the same key is the same run
 * @param input JSON, kept with the run
 * @param steps the first steps; handlers may add more as they go
 * @param definitions the workflow it runs and those nested in it; none where the steps are all there is
 * @param priority -9 to 9: the steps of a run with a higher one start first; 0 is usual
 */
public record RunSpec(String name, String idempotencyKey, String input, List<StepSpec> steps, int priority,
        List<Definition> definitions) {
    public RunSpec {
        // Runs that an older version started have none.
        definitions = definitions == null ? List.of() : List.copyOf(definitions);
        Urgency.requireInRange(priority);
        steps = List.copyOf(steps);
        Set<String> paths = steps.stream().map(StepSpec::path).collect(Collectors.toSet());
        if (paths.size() < steps.size() || !steps.stream().allMatch(step -> paths.containsAll(step.dependsOn()))) {
            throw new IllegalArgumentException(
                    "Each step of a run has its own path and waits only for steps of the run");
        }
        if (name.isBlank() || idempotencyKey.isBlank() || idempotencyKey.length() > 200 || steps.isEmpty()) {
            throw new IllegalArgumentException("A run has a name, a key of 1 to 200 characters and a first step");
        }
    }

    /** Of usual priority. */
    public RunSpec(String name, String idempotencyKey, String input, List<StepSpec> steps) {
        this(name, idempotencyKey, input, steps, 0);
    }

    /** Of steps that follow no definition. */
    public RunSpec(String name, String idempotencyKey, String input, List<StepSpec> steps, int priority) {
        this(name, idempotencyKey, input, steps, priority, List.of());
    }

    /** The same run, sooner or later than others. */
    public RunSpec of(int newPriority) {
        return new RunSpec(name, idempotencyKey, input, steps, newPriority, definitions);
    }

    public RunId id() {
        return RunId.ofKey(idempotencyKey);
    }
}
