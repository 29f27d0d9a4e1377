package org.filmwright.production.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What one program at a time may hold; a kill lets go of it. */
public final class Claim implements AutoCloseable {
    private final FileChannel file;

    private Claim(FileChannel file) {
        this.file = file;
    }

    /** Empty while somebody else holds it. @param file is made where it is not there, and stays */
    static Optional<Claim> of(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = channel.tryLock() != null;
        } catch (OverlappingFileLockException here) {
            held = false;
        } finally {
            if (!held) {
                channel.close();
            }
        }
        return held ? Optional.of(new Claim(channel)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
