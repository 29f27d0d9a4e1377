package org.filmwright.production.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is remembered of each model: one small JSON in the models folder, replaced whole. */
record ModelNotes(Path folder) {
    private static final String NOTE = ".model.json";
    private static final String PENDING = ".model.json.new";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By name. A note that cannot be read, or that speaks of another name, is passed over. */
    List<Model> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> notes = Files.list(folder)) {
            return notes.filter(note -> note.getFileName().toString().endsWith(NOTE))
                    .flatMap(note -> read(note).stream())
                    .sorted(Comparator.comparing(Model::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return Files.exists(note(name));
    }

    void write(Model model) throws IOException {
        prepare(model);
        settle(model.name());
    }

    /** Writes a note that counts only once it is settled. */
    void prepare(Model model) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(pending(model.name()), text(model));
    }

    void settle(String name) throws IOException {
        Files.move(pending(name), note(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void forget(String name) throws IOException {
        Files.deleteIfExists(note(name));
    }

    /** After a kill: settles the notes whose folder has arrived, and drops the others. */
    void finish() throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.list(folder)) {
            left = all.filter(note -> note.getFileName().toString().endsWith(PENDING)).toList();
        }
        for (Path note : left) {
            String file = note.getFileName().toString();
            String name = file.substring(1, file.length() - PENDING.length());
            if (!has(name) && Files.isDirectory(folder.resolve(name)) && read(note, name).isPresent()) {
                settle(name);
            } else {
                Files.deleteIfExists(note);
            }
        }
    }

    private Path note(String name) {
        return folder.resolve(name + NOTE);
    }

    private Path pending(String name) {
        return folder.resolve("." + name + PENDING);
    }

    private static String text(Model model) {
        ObjectNode note = JSON.createObjectNode();
        note.put("name", model.name());
        note.put("folder", model.folder().toString());
        note.put("addedAt", model.addedAt());
        model.licence().ifPresent(file -> note.put("licence", file));
        model.accepted().ifPresent(sha256 -> note.put("accepted", sha256));
        model.parts()
                .forEach(part -> note.withArray("parts")
                        .addObject()
                        .put("path", part.path())
                        .put("bytes", part.bytes())
                        .put("sha256", part.sha256()));
        return note.toPrettyString();
    }

    private Optional<Model> read(Path note) {
        String file = note.getFileName().toString();
        return read(note, file.substring(0, file.length() - NOTE.length()));
    }

    private Optional<Model> read(Path note, String name) {
        try {
            if (!(JSON.readTree(note.toFile()) instanceof ObjectNode found) || !found.hasNonNull("folder")
                    || !found.path("name").asText().equals(name)) {
                return Optional.empty();
            }
            Path at = Path.of(found.get("folder").asText());
            List<Model.Part> parts = StreamSupport.stream(found.withArray("parts").spliterator(), false)
                    .map(part -> new Model.Part(part.path("path").asText(), part.path("bytes").asLong(), part.path(
                            "sha256").asText()))
                    .toList();
            return Optional.of(new Model(name, at, at.startsWith(folder), parts, text(found, "licence"),
                    text(found, "accepted"), found.path("addedAt").asLong()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(ObjectNode note, String field) {
        return note.hasNonNull(field) ? Optional.of(note.get(field).asText()) : Optional.empty();
    }
}
