package org.filmwright.timeline;

import java.util.Optional;

/** Where the current cut of a project is kept. Port; implemented by the store. */
public interface Cuts {
    Optional<Cut> current();

    void save(Cut cut);
}
