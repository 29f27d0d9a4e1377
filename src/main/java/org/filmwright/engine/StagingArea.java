package org.filmwright.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for each execution of a step that asks for one, {@code <step>/<epoch>}, gone when it ends. */
final class StagingArea {
    private static final System.Logger LOG = System.getLogger(StagingArea.class.getName());
    private final Path root;

    StagingArea(Path root) {
        this.root = root;
    }

    Path make(Step step) {
        try {
            return Files.createDirectories(folder(step));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leftovers do no harm: the folder is emptied when the project is opened. */
    void clear(Step step) {
        Path folder = folder(step);
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
            // Another execution of the step may be at work beside it, where this one was left behind.
            if (isEmpty(folder.getParent())) {
                Files.deleteIfExists(folder.getParent());
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Left behind: " + folder, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private Path folder(Step step) {
        return root.resolve(step.id().value()).resolve(Long.toString(step.tries().epoch()));
    }
}
