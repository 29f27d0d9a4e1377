package org.filmwright.engine;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One step of one run. Made from the run and the step's path in it, so that the steps of a run lie together in every index;
 * those of older projects were made otherwise: who looks for a step asks for its run and path.
 */
public record StepId(String value) {
    /** So much of the run's id that its steps stand together, and so little that they are told apart by a few letters. */
    private static final int SHARED = 4;

    public StepId {
        if (value.isBlank() || value.length() > 36) {
            throw new IllegalArgumentException("The id of a step has 1 to 36 characters: '" + value + "'");
        }
    }

    /** Of a step that is made now: the beginning of the run's id, then a digest of both. */
    public static StepId of(RunId run, String path) {
        byte[] name = (run.value() + "/" + path).getBytes(StandardCharsets.UTF_8);
        String within = run.value().substring(0, Math.min(SHARED, run.value().length()));
        return new StepId(within + UUID.nameUUIDFromBytes(name).toString().substring(SHARED));
    }

    @Override
    public String toString() {
        return value;
    }
}
