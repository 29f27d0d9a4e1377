package org.filmwright.production.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How files come into the models folder: into a hidden folder first, then renamed whole. One at a time on this machine; who
 * holds it sweeps away what a kill left behind.
 */
final class Intake implements AutoCloseable {
    private static final String LOCK = ".adding.lock";
    private static final String STAGED = ".adding-";

    private final Path models;
    private final ModelNotes notes;
    private final Claim claim;

    private Intake(Path models, Claim claim) {
        this.models = models;
        this.notes = new ModelNotes(models);
        this.claim = claim;
    }

    /** Empty while somebody else holds it. */
    static Optional<Intake> open(Path models) throws IOException {
        Optional<Claim> claim = Claim.of(models.resolve(LOCK));
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        Intake intake = new Intake(models, claim.get());
        try {
            intake.sweep();
            return Optional.of(intake);
        } catch (IOException e) {
            claim.get().close();
            throw e;
        }
    }

    /** An empty hidden folder; it is gone when this closes, unless it was published. */
    Path staged(String name) throws IOException {
        return Files.createDirectory(models.resolve(STAGED + name));
    }

    /** A kill before the rename leaves nothing; one after it is finished by whoever comes next. */
    void publish(Path staged, Model model) throws IOException {
        notes.prepare(model);
        Files.move(staged, model.folder(), StandardCopyOption.ATOMIC_MOVE);
        notes.settle(model.name());
    }

    private void sweep() throws IOException {
        notes.finish();
        List<Path> left;
        try (Stream<Path> all = Files.list(models)) {
            left = all.filter(each -> each.getFileName().toString().startsWith(STAGED)).toList();
        }
        for (Path each : left) {
            delete(each);
        }
    }

    /** With all that is in it; links are deleted, not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> inside = Files.walk(folder)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    @Override
    public void close() throws IOException {
        try (claim) {
            sweep();
        }
    }
}
