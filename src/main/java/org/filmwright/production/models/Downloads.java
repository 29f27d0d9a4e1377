package org.filmwright.production.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** Models on their way: a hidden folder each, kept after a kill so that it can go on, and gone once the model is
 * here; beside it, where it comes from. */
public record Downloads(Path models) {
    private static final String FOLDER = ".download-";
    private static final String LOCK = ".lock";
    private static final String ORIGIN = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Where something comes from that is on its way.
     *
     * @param manifest the text of its list as it was last read
     */
    public record Origin(Supply.Source source, String manifest) {}

    /** Where the files of this model are gathered. */
    public Path folder(String name) {
        return models.resolve(FOLDER + name);
    }

    /** For whoever downloads a model of this name; empty while somebody does. */
    public Optional<Claim> claim(String name) throws IOException {
        return Claim.of(models.resolve(FOLDER + name + LOCK));
    }

    /** Remembers it, for whoever goes on with it. */
    public void remember(String name, Origin origin) throws IOException {
        ObjectNode note = JSON.createObjectNode()
                .put("address", origin.source().address())
                .put("manifest", origin.manifest());
        origin.source().others().forEach(note.putArray("others")::add);
        Path fresh = models.resolve(FOLDER + name + ORIGIN + ".new");
        Files.writeString(fresh, note.toPrettyString());
        Files.move(fresh, origin(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty where nobody remembered it, or it cannot be read. */
    public Optional<Origin> originOf(String name) {
        try {
            JsonNode note = JSON.readTree(Files.readString(origin(name)));
            List<String> others = new ArrayList<>();
            note.path("others").forEach(other -> others.add(other.asText()));
            return note.path("address").isTextual() && note.path("manifest").isTextual()
                    ? Optional.of(new Origin(new Supply.Source(note.get("address").asText(), others),
                            note.get("manifest").asText()))
                    : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private Path origin(String name) {
        return models.resolve(FOLDER + name + ORIGIN);
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
            Files.deleteIfExists(origin(name));
            Files.deleteIfExists(models.resolve(FOLDER + name + LOCK));
            return Outcome.ok(name);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "What has come of " + name
                    + " could not be deleted: " + e.getMessage() + "."));
        }
    }
}
