package org.filmwright.production.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which pictures a model painted: a line for each in a file beside its note. Several programs may paint at once, and each
 * adds its lines; one that a kill tore is passed over.
 */
public record ModelUses(Path models) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes down a picture. @param film as in {@link Use} */
    public void painted(String model, Path film, Instant at) throws IOException {
        String line = "\n" + JSON.createObjectNode()
                .put("film", film.toAbsolutePath().normalize().toString())
                .put("at", at.toEpochMilli()) + "\n";
        Files.createDirectories(models);
        Files.write(file(model), line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** The last used first. */
    public List<Use> of(String model) throws IOException {
        if (!Files.isRegularFile(file(model))) {
            return List.of();
        }
        Map<Path, Use> films = new HashMap<>();
        for (String line : new String(Files.readAllBytes(file(model)), StandardCharsets.UTF_8).split("\n")) {
            read(line).ifPresent(one -> films.merge(one.film(), one, ModelUses::sum));
        }
        return films.values().stream().sorted(Comparator.comparing(Use::last).reversed()).toList();
    }

    private static Use sum(Use one, Use other) {
        return new Use(one.film(), one.pictures() + other.pictures(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }

    private static Optional<Use> read(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            return read.path("film").isTextual() && read.path("at").isIntegralNumber()
                    ? Optional.of(new Use(Path.of(read.get("film").asText()), 1,
                            Instant.ofEpochMilli(read.get("at").asLong())))
                    : Optional.empty();
        } catch (JsonProcessingException | InvalidPathException torn) {
            return Optional.empty();
        }
    }

    void forget(String model) throws IOException {
        Files.deleteIfExists(file(model));
    }

    private Path file(String model) {
        return models.resolve(model + ".uses.jsonl");
    }
}
