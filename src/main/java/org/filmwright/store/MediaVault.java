package org.filmwright.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;

/** The media files of a project, named by their content and never changed. A row never precedes its file. */
public final class MediaVault {
    private final Path root;
    private final Waypoint waypoint;

    MediaVault(Path root, Waypoint waypoint) {
        this.root = root;
        this.waypoint = waypoint;
    }

    /**
     * Publishes a finished file whole: hashed, forced to disk, renamed into place. The staged file is gone after. A file
     * that was there already counts as new, so that the sweep leaves it to the row that is about to name it.
     */
    public Outcome<MediaRef> publish(Path staged, String extension) {
        try {
            MediaRef media = new MediaRef(Digest.ofFile(staged), extension);
            Path target = file(media);
            if (Files.isRegularFile(target) && Files.size(target) == Files.size(staged)) {
                Files.setLastModifiedTime(target, Files.getLastModifiedTime(staged));
                forceFolder(target.getParent());
                Files.delete(staged);
            } else {
                move(staged, target);
            }
            return Outcome.ok(media);
        } catch (IOException e) {
            return Outcome.failed(Trouble.failure("A file could not be kept in the project", e));
        }
    }

    /** The file behind a reference; it may be missing when somebody removed it by hand. */
    public Path file(MediaRef media) {
        return root.resolve(media.path());
    }

    /** Every file under {@code media}. */
    List<Path> files() throws IOException {
        Path media = root.resolve("media");
        if (!Files.isDirectory(media)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(media)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void move(Path staged, Path target) throws IOException {
        force(staged, StandardOpenOption.WRITE);
        Files.createDirectories(target.getParent());
        waypoint.pass("media forced");
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        waypoint.pass("media moved");
        forceFolder(target.getParent());
        waypoint.pass("media kept");
    }

    /** Makes new names in a folder durable; Windows does so by itself. */
    static void forceFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            force(folder, StandardOpenOption.READ);
        }
    }

    /** The interrupt of a thread closes the channel it works on: then once more. It stays interrupted. */
    private static void force(Path path, StandardOpenOption access) throws IOException {
        boolean interrupted = false;
        boolean forced = false;
        try {
            while (!forced) {
                interrupted |= Thread.interrupted();
                forced = isForced(path, access);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isForced(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }
}
