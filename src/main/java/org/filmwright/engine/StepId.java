package org.filmwright.engine;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One step of one run: derived from the run and the step's path in it. */
public record StepId(String value) {
    public StepId {
        if (value.isBlank() || value.length() > 36) {
            throw new IllegalArgumentException("The id of a step has 1 to 36 characters: '" + value + "'");
        }
    }

    public static StepId of(RunId run, String path) {
        byte[] name = (run.value() + "/" + path).getBytes(StandardCharsets.UTF_8);
        return new StepId(UUID.nameUUIDFromBytes(name).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
