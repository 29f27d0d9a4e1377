package org.filmwright.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request for a run.
 *
 * @param name of the workflow, for people: {@code make}
 * @param idempotencyKey the same key is the same run
 * @param input JSON, kept with the run
 * @param steps the first steps; handlers may add more as they go
 * @param priority -9 to 9: the steps of a run with a higher one start first; 0 is usual
 */
public record RunSpec(String name, String idempotencyKey, String input, List<StepSpec> steps, int priority) {
    public RunSpec {
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

    public RunId id() {
        return RunId.ofKey(idempotencyKey);
    }
}
