package org.filmwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.media.MediaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A temporary folder in which a bench or a drill works, and which is gone afterwards. What one leaves behind that was killed
 * is gone with the next start: as long as somebody works in a folder he holds a lock, and that ends with him.
 */
final class ScratchFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ScratchFolder.class);
    private static final String PREFIX = "filmwright-scratch";
    private static final String LOCK = "in-use";
    private static final String WORK = "inside";

    private ScratchFolder() {}

    /** What is done in the folder. */
    interface Work<T> {
        T in(Path folder) throws IOException, SQLException, InterruptedException;
    }

    /** Does {@code work} in a new folder; what hinders it ends the command with a sentence. */
    static <T> T with(Work<T> work) {
        return with(Path.of(System.getProperty("java.io.tmpdir")), work);
    }

    /** @param temporary where the folder is made */
    static <T> T with(Path temporary, Work<T> work) {
        try {
            sweep(temporary);
            return within(Files.createTempDirectory(temporary, PREFIX), work);
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

    private static <T> T within(Path folder, Work<T> work) throws IOException, SQLException, InterruptedException {
        Path inside = folder.resolve(WORK);
        try (FileChannel held = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
                FileLock _ = held.lock()) {
            try {
                return work.in(Files.createDirectory(inside));
            } finally {
                empty(inside);
            }
        } finally {
            remove(folder);
        }
    }

    /** What cannot be removed, as what is another person's, stays. */
    private static void sweep(Path temporary) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                try {
                    if (isLeft(folder)) {
                        remove(folder);
                    }
                } catch (IOException | UncheckedIOException e) {
                    LOG.debug("A folder of before stays.", e);
                }
            }
        }
    }

    /** Empties it where nobody works in it; one without a lock is just being made. */
    private static boolean isLeft(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE); FileLock free = held.tryLock()) {
            if (free == null) {
                return false;
            }
            empty(folder.resolve(WORK));
            return true;
        } catch (OverlappingFileLockException thisProgram) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
