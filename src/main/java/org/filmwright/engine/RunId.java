package org.filmwright.engine;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One run of a workflow. Derived from its idempotency key, so that the same request is the same run, always. */
public record RunId(String value) {
    public RunId {
        if (value.isBlank() || value.length() > 36) {
            throw new IllegalArgumentException("The id of a run has 1 to 36 characters: '" + value + "'");
        }
    }

    public static RunId ofKey(String idempotencyKey) {
        return new RunId(UUID.nameUUIDFromBytes(idempotencyKey.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
