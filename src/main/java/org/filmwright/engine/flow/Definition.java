package org.filmwright.engine.flow;

import org.filmwright.base.Digest;

/**
 * A workflow as it is kept: a run holds on to the very text it was started with.
 *
 * @param hash SHA-256 of the text
 */
public record Definition(String name, int version, String hash, String json) {
    static Definition of(String name, int version, String json) {
        return new Definition(name, version, Digest.of(json).hex(), json);
    }
}
