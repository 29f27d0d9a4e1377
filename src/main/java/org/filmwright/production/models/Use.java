package org.filmwright.production.models;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What a model was used for.
 *
 * @param film the folder of a project, or that of pictures that belong to none
 * @param pictures that it painted there
 * @param last when it did last
 */
public record Use(Path film, int pictures, Instant last) {
    /** As a person knows it: without what only the system needs. */
    public String title() {
        return film.getFileName() == null
                ? film.toString()
                : film.getFileName().toString().replaceFirst("\\.filmwright$", "");
    }
}
