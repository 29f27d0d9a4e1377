package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.media.MediaException;

/** A temporary folder in which a bench or a drill works, and which is gone afterwards. */
final class ScratchFolder {
    private ScratchFolder() {}

    /** What is done in the folder. */
    interface Work<T> {
        T in(Path folder) throws IOException, SQLException, InterruptedException;
    }

    /** Does {@code work} in a new folder; what hinders it ends the command with a sentence. */
    static <T> T with(Work<T> work) {
        try {
            Path folder = Files.createTempDirectory("filmwright-scratch");
            try {
                return work.in(folder);
            } finally {
                delete(folder);
            }
        } catch (MediaException e) {
            throw new CommandFailed(e.failure());
        } catch (IOException | SQLException e) {
            throw new CommandFailed(new Failure.Misconfigured("This could not run: " + e.getMessage() + ".",
                    "Check the temporary folder, its room and its permissions."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailed.refused("This was interrupted.", "Run it again.");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
