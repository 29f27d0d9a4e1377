package org.filmwright.production.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    /** The first file that is not the same over there; then, and after a failure or when it is stopped, nothing half copied is left. */
    static Optional<String> copy(Model model, Path there, Tally tally) throws IOException {
        Path hidden = there.resolveSibling(".moving-" + model.name());
        Intake.delete(hidden);
        try {
            Optional<String> wrong = copied(model, hidden, tally);
            if (wrong.isEmpty()) {
                Files.move(hidden, there, StandardCopyOption.ATOMIC_MOVE);
            }
            return wrong;
        } finally {
            Intake.delete(hidden);
        }
    }

    private static Optional<String> copied(Model model, Path there, Tally tally) throws IOException {
        for (Model.Part part : model.parts()) {
            Path copy = there.resolve(part.path());
            Files.createDirectories(copy.getParent());
            copy(model.folder().resolve(part.path()), copy, tally);
            if (!Digest.ofFile(copy, tally::more).hex().equals(part.sha256())) {
                return Optional.of(part.path());
            }
        }
        return Optional.empty();
    }

    private static void copy(Path from, Path to, Tally tally) throws IOException {
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(from); OutputStream out = Files.newOutputStream(to)) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                out.write(piece, 0, n);
                tally.more(n);
            }
        }
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
