package org.filmwright.production.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** Models on their way: a hidden folder each, kept after a kill so that it can go on, and gone once the model is here. */
public record Downloads(Path models) {
    private static final String FOLDER = ".download-";
    private static final String LOCK = ".lock";

    /** Where the files of this model are gathered. */
    public Path folder(String name) {
        return models.resolve(FOLDER + name);
    }

    /** For whoever downloads a model of this name; empty while somebody does. */
    public Optional<Claim> claim(String name) throws IOException {
        return Claim.of(models.resolve(FOLDER + name + LOCK));
    }

    /** Names of those that have not come to their end. */
    public List<String> unfinished() {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(models)) {
            return all.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .filter(each -> each.startsWith(FOLDER))
                    .map(each -> each.substring(FOLDER.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws away what has come, unless it is coming just now. */
    public Outcome<String> discard(String name) {
        try {
            Optional<Claim> claim = claim(name);
            if (claim.isEmpty()) {
                return Outcome.failed(new Failure.Refused(name + " is being downloaded just now. Nothing was deleted.",
                        "Stop the download first."));
            }
            try (Claim _ = claim.get()) {
                Intake.delete(folder(name));
            }
            Files.deleteIfExists(models.resolve(FOLDER + name + LOCK));
            return Outcome.ok(name);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "What has come of " + name
                    + " could not be deleted: " + e.getMessage() + "."));
        }
    }
}
