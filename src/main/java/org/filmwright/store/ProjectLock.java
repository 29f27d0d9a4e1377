package org.filmwright.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One process at a time. The lock file names its holder, who empties it when closing properly: words found in it without
 * a holder mean that the last one died.
 */
final class ProjectLock implements AutoCloseable {
    /** Far behind the words, which anybody may read while the lock is held. */
    private static final long LOCKED_BYTE = 1 << 20;
    private final FileChannel file;
    private final boolean unclean;

    private ProjectLock(FileChannel file, boolean unclean) {
        this.file = file;
        this.unclean = unclean;
    }

    /** What came of trying. */
    sealed interface Try {
        record Held(ProjectLock lock) implements Try {}

        /** @param holder process id, or a guess at one */
        record Taken(String holder) implements Try {}
    }

    static Try take(Path root) throws IOException {
        FileChannel file = FileChannel.open(root.resolve("project.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            String words = words(file);
            held = lock(file).isPresent();
            if (!held) {
                return new Try.Taken(words);
            }
            String self = Long.toString(ProcessHandle.current().pid());
            file.truncate(0).write(ByteBuffer.wrap(self.getBytes(StandardCharsets.US_ASCII)), 0);
            file.force(false);
            return new Try.Held(new ProjectLock(file, !words.isEmpty()));
        } finally {
            if (!held) {
                file.close();
            }
        }
    }

    /** Whether the process before ended without closing the project. */
    boolean unclean() {
        return unclean;
    }

    /** Lets go; the next one finds the project closed properly. */
    @Override
    public void close() throws IOException {
        file.truncate(0);
        file.close();
    }

    /** Lets go without having closed the project: what was unclean before stays so. */
    void release() throws IOException {
        if (unclean) {
            file.close();
        } else {
            close();
        }
    }

    private static Optional<FileLock> lock(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock(LOCKED_BYTE, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static String words(FileChannel file) throws IOException {
        ByteBuffer words = ByteBuffer.allocate(40);
        int length = file.read(words, 0);
        return length <= 0 ? "" : new String(words.array(), 0, length, StandardCharsets.US_ASCII);
    }
}
