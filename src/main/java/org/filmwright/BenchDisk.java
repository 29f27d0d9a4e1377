package org.filmwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the disk itself takes for what every start of a run waits for: a line at the end of a file, forced. */
final class BenchDisk implements AutoCloseable {
    static final String NAME = "a bare forced write of 400 bytes";
    private static final int LINE = 400;
    private final FileChannel file;

    BenchDisk(Path folder) {
        try {
            file = FileChannel.open(folder.resolve("bare"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nanoseconds of one write. */
    long write() {
        long start = System.nanoTime();
        try {
            file.write(ByteBuffer.allocate(LINE));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
