package org.filmwright.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for each execution of a step, {@code <step>/<epoch>}, gone when it ends. */
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
        try (Stream<Path> files = Files.walk(folder(step).getParent())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Left behind: " + folder(step), e);
        }
    }

    private Path folder(Step step) {
        return root.resolve(step.id().value()).resolve(Long.toString(step.tries().epoch()));
    }
}
