package org.filmwright.production.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Digest;

/** The files of a model, copied and deleted one by one: what else lies in the folder is not touched. */
final class ModelFiles {
    private ModelFiles() {}

    /** The first file that is not the same over there; then, and after a failure, nothing half copied is left. */
    static Optional<String> copy(Model model, Path there) throws IOException {
        Path hidden = there.resolveSibling(".moving-" + model.name());
        Intake.delete(hidden);
        try {
            Optional<String> wrong = copied(model, hidden);
            if (wrong.isEmpty()) {
                Files.move(hidden, there, StandardCopyOption.ATOMIC_MOVE);
            }
            return wrong;
        } finally {
            Intake.delete(hidden);
        }
    }

    private static Optional<String> copied(Model model, Path there) throws IOException {
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

    static void delete(Model model, Path where) throws IOException {
        for (Model.Part part : model.parts()) {
            if (SafeNames.isFile(part.path())) {
                Files.deleteIfExists(where.resolve(part.path()));
            }
        }
        if (!Files.isDirectory(where)) {
            return;
        }
        List<Path> folders;
        try (Stream<Path> all = Files.walk(where)) {
            folders = all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : folders) {
            String[] left = each.toFile().list();
            if (left != null && left.length == 0) {
                Files.delete(each);
            }
        }
    }
}
