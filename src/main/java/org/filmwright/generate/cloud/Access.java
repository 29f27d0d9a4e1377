package org.filmwright.generate.cloud;

import java.net.URI;
import org.filmwright.base.Outcome;
import org.filmwright.net.Door;
import org.filmwright.net.Pickup;

/** How one provider is reached now: a key that is set or forgotten counts from the next request on. */
public interface Access {
    /** Whether there is what is needed to ask: an address, and a key where one is wanted. */
    boolean ready();

    /** The way to its API, with the key; fails where none is set. */
    Outcome<Door> door();

    /** The way to another of its addresses. @param keyed whether the key goes along */
    Outcome<Door> door(URI base, boolean keyed);

    /** Where its results are fetched, without a key. */
    Pickup pickup();
}
