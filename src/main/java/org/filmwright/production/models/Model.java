package org.filmwright.production.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model on this machine: the files of one folder. What it can make is not known yet; nothing here runs it.
 *
 * @param folder where its files lie
 * @param ours whether they lie in the models folder; others are only remembered, never deleted
 * @param licence the file that says under which terms it came, relative to the folder
 * @param accepted the SHA-256 of the licence that a person accepted
 */
public record Model(String name, Path folder, boolean ours, List<Part> parts, Optional<String> licence,
        Optional<String> accepted, long addedAt) {
    public Model {
        parts = List.copyOf(parts);
    }

    /** @param path relative to the folder, with slashes */
    public record Part(String path, long bytes, String sha256) {}

    /** The same in another place. */
    Model at(Path other, boolean inModelsFolder) {
        return new Model(name, other, inModelsFolder, parts, licence, accepted, addedAt);
    }

    Model accepting(Licence terms) {
        return new Model(name, folder, ours, parts, licence, Optional.of(terms.sha256()), addedAt);
    }

    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    /** Whether it fits into {@code memory} bytes: its weights have to, and as much again as half of them to work. */
    public Fit fit(long memory) {
        if (bytes() > memory) {
            return Fit.TOO_LARGE;
        }
        return bytes() * 3 / 2 > memory ? Fit.TIGHT : Fit.FITS;
    }

    /** How a model sits in this machine's memory. */
    public enum Fit {
        FITS, TIGHT, TOO_LARGE
    }
}
