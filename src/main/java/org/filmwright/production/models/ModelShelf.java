package org.filmwright.production.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.onnx.OnnxFolder;

/**
 * The models of this machine: one small JSON a model in the models folder. A model that lies elsewhere stays there; the
 * shelf only remembers it.
 */
public final class ModelShelf {
    private static final String NOTE = ".model.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final InstantSource clock;

    public ModelShelf(Path folder, InstantSource clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
    }

    public Path folder() {
        return folder;
    }

    /** By name. A note that cannot be read is passed over. */
    public List<Model> all() {
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

    /** Takes in a folder of ONNX files where it lies, after looking at every file; nothing is copied. */
    public Outcome<Model> importFrom(Path chosen) {
        try {
            Path from = chosen.toRealPath();
            String name = from.getFileName().toString();
            if (Files.exists(note(name))) {
                return refused("A model called " + name + " is here already.",
                        "Remove it first, or rename the folder.");
            }
            Optional<Failure.Refused> wrong = new OnnxFolder(from).wrong();
            if (wrong.isPresent()) {
                return refused(wrong.get().what(), wrong.get().remedy());
            }
            Model model = measured(name, from);
            write(model);
            return Outcome.ok(model);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "The model could not be read: " + e.getMessage()
                    + ". Nothing was imported."));
        }
    }

    /** Whether its files still are what they were when it came. */
    public Outcome<Model> verify(Model model) {
        try {
            for (Model.Part part : model.parts()) {
                Path file = model.folder().resolve(part.path());
                if (!Files.isRegularFile(file)) {
                    return refused(part.path() + " of " + model.name() + " is missing.", "Import the model again.");
                }
                if (!Digest.ofFile(file).hex().equals(part.sha256())) {
                    return refused(part.path() + " of " + model.name() + " has changed since it was imported.",
                            "Import the model again.");
                }
            }
            return Outcome.ok(model);
        } catch (IOException e) {
            return Outcome
                    .failed(new Failure.Exhausted("disk", "The model could not be read: " + e.getMessage() + "."));
        }
    }

    /** Forgets a model. Files in the models folder are deleted, others stay. Answers the bytes that were freed. */
    public Outcome<Long> remove(Model model) {
        try {
            long freed = 0;
            if (model.ours()) {
                delete(model, model.folder());
                freed = model.bytes();
            }
            Files.deleteIfExists(note(model.name()));
            return Outcome.ok(freed);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "The model could not be removed: " + e.getMessage()
                    + ". What could not be deleted is still there."));
        }
    }

    /**
     * Copies a model into another folder, looks at every copy, and from then on uses those. Files that lay in the models
     * folder are deleted then; files that lay elsewhere are somebody else's and stay.
     */
    public Outcome<Model> move(Model model, Path into) {
        Path there = into.toAbsolutePath().normalize().resolve(model.name());
        if (Files.exists(there)) {
            return refused("There is a " + model.name() + " in " + into + " already.", "Choose another folder.");
        }
        try {
            Files.createDirectories(into);
            if (Files.getFileStore(into).getUsableSpace() < model.bytes()) {
                return refused("There is no room for " + model.name() + " in " + into + ".",
                        "Choose a disk with more room.");
            }
            Optional<String> wrong = copied(model, there);
            if (wrong.isPresent()) {
                delete(model, there);
                return refused(wrong.get() + " of " + model.name() + " could not be copied whole.", "Check its files.");
            }
            Model moved = new Model(model.name(), there, there.startsWith(folder), model.parts(), model.licence(),
                    model.addedAt());
            write(moved);
            if (model.ours()) {
                delete(model, model.folder());
            }
            return Outcome.ok(moved);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", model.name() + " could not be moved: " + e.getMessage()
                    + ". It stays where it was."));
        }
    }

    /** The first file that is not the same over there; nothing half copied is left. */
    private static Optional<String> copied(Model model, Path there) throws IOException {
        try {
            return copy(model, there);
        } catch (IOException e) {
            delete(model, there);
            throw e;
        }
    }

    private static Optional<String> copy(Model model, Path there) throws IOException {
        for (Model.Part part : model.parts()) {
            Path copy = there.resolve(part.path());
            Files.createDirectories(copy.getParent());
            Files.copy(model.folder().resolve(part.path()), copy);
            if (!Digest.ofFile(copy).hex().equals(part.sha256())) {
                return Optional.of(part.path());
            }
        }
        return Optional.empty();
    }

    private static void delete(Model model, Path where) throws IOException {
        for (Model.Part part : model.parts()) {
            Files.deleteIfExists(where.resolve(part.path()));
        }
        String[] left = where.toFile().list();
        if (left != null && left.length == 0) {
            Files.delete(where);
        }
    }

    /** The text of the licence it came with. */
    public Optional<String> licence(Model model) {
        return model.licence().map(file -> {
            try {
                return Files.readString(model.folder().resolve(file));
            } catch (IOException e) {
                return e.getMessage();
            }
        });
    }

    /** The disk under the models folder; nothing where it does not say. */
    public Optional<Disk> disk() {
        try {
            Files.createDirectories(folder);
            FileStore store = Files.getFileStore(folder);
            return Optional.of(new Disk(store.getTotalSpace() - store.getUsableSpace(), store.getTotalSpace()));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** In bytes. */
    public record Disk(long used, long whole) {}

    private Model measured(String name, Path from) throws IOException {
        List<Model.Part> parts = new ArrayList<>();
        for (Path file : OnnxFolder.files(from)) {
            parts.add(new Model.Part(relative(from, file), Files.size(file), Digest.ofFile(file).hex()));
        }
        Optional<String> licence = parts.stream()
                .map(Model.Part::path)
                .filter(path -> path.toLowerCase(Locale.ROOT).matches("(licen[cs]e|copying)(\\.(txt|md))?"))
                .findFirst();
        return new Model(name, from, from.startsWith(folder), parts, licence, clock.millis());
    }

    private static String relative(Path from, Path file) {
        return from.relativize(file).toString().replace('\\', '/');
    }

    private Path note(String name) {
        return folder.resolve(name + NOTE);
    }

    private void write(Model model) throws IOException {
        ObjectNode note = JSON.createObjectNode();
        note.put("name", model.name());
        note.put("folder", model.folder().toString());
        note.put("addedAt", model.addedAt());
        model.licence().ifPresent(file -> note.put("licence", file));
        model.parts()
                .forEach(part -> note.withArray("parts")
                        .addObject()
                        .put("path", part.path())
                        .put("bytes", part.bytes())
                        .put("sha256", part.sha256()));
        Files.createDirectories(folder);
        Files.writeString(note(model.name()), note.toPrettyString());
    }

    private Optional<Model> read(Path note) {
        try {
            if (!(JSON.readTree(note.toFile()) instanceof ObjectNode found) || !found.hasNonNull("folder")) {
                return Optional.empty();
            }
            Path at = Path.of(found.get("folder").asText());
            List<Model.Part> parts = StreamSupport.stream(found.withArray("parts").spliterator(), false)
                    .map(part -> new Model.Part(part.path("path").asText(), part.path("bytes").asLong(), part.path(
                            "sha256").asText()))
                    .toList();
            return Optional.of(new Model(found.path("name").asText(), at, at.startsWith(folder), parts, Optional
                    .ofNullable(found.get("licence"))
                    .map(licence -> licence.asText()), found.path("addedAt").asLong()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was changed.", remedy));
    }
}
