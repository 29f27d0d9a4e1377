package org.filmwright.engine;

import org.filmwright.base.Digest;

/**
 * Under which key a step's output is remembered, and whether it is an old one found again.
 *
 * @param key SHA-256 over the handler and what it says that its output depends on
 */
record Memo(String key, boolean reused) {
    static Memo of(String handler, String basis) {
        return new Memo(Digest.of(handler + "\n" + basis).hex(), false);
    }

    Memo found() {
        return new Memo(key, true);
    }
}
