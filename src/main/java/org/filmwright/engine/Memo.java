package org.filmwright.engine;

import java.util.Map;
import java.util.TreeMap;
import org.filmwright.base.Digest;

/**
 * Under which key a step's output is remembered, and whether it is an old one found again.
 *
 * @param key SHA-256 over the handler, what it says it depends on, its input, and the outputs it is given
 */
record Memo(String key, boolean reused) {
    static Memo of(StepContext context, String handler, String basis) {
        Map<String, String> upstream = new TreeMap<>();
        context.upstream().forEach((path, output) -> upstream.put(path, Digest.of(output).hex()));
        return new Memo(Digest.of(String.join("\n", handler, basis, Digest.of(context.input()).hex(),
                upstream.values().toString())).hex(), false);
    }

    Memo found() {
        return new Memo(key, true);
    }
}
