package org.filmwright.timeline;

import java.util.Optional;

/** Where the current cut of a project is kept. Port; implemented by the store. */
public interface Cuts {
    Optional<Cut> current();

    /** The cut as it was assembled last; where the current one is another, it was edited by hand since. */
    Optional<Cut> assembled();

    /**
     * Keeps a cut that was assembled anew.
     *
     * @param cut the current one from now on; {@code assembled} itself unless edits by hand were kept
     */
    void save(Cut cut, Cut assembled);

    default void save(Cut cut) {
        save(cut, cut);
    }

    /** The current cut, where it was edited by hand. */
    default Optional<Cut> edited() {
        return current().filter(cut -> assembled().filter(before -> !before.equals(cut)).isPresent());
    }
}
