package org.filmwright.keys;

import java.util.Optional;
import org.filmwright.base.Outcome;

/** The key of a provider, for whoever talks to it. May be asked from any thread; takes up to two seconds. */
@FunctionalInterface
public interface Keys {
    /**
     * The key as it is now.
     *
     * @param provider its id: {@code anthropic}
     * @return empty where none is kept; a failure where one is kept and cannot be had
     */
    Outcome<Optional<Key>> of(String provider);
}
