package org.filmwright.story;

import java.util.Optional;

/** Where the screenplay of a project is kept. Port; implemented by the store. */
public interface Scripts {
    Optional<Script> current();

    void save(Script script);

    /** The author's text, byte for byte as read, and the plan that stands for it. */
    record Script(String fileName, String text, ShotPlan plan) {}
}
