package org.filmwright.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What can happen to a database file behind everybody's back. */
enum Damage {
    CUT_BY_64_KB, EMPTIED, FOREIGN_HEADER, GONE;

    void on(Path file) throws IOException {
        switch (this) {
            case GONE -> Files.delete(file);
            case EMPTIED -> resize(file, 0);
            case CUT_BY_64_KB -> resize(file, Math.max(0, Files.size(file) - (64 << 10)));
            case FOREIGN_HEADER -> {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap("This was a database once. ".repeat(400).getBytes()), 0);
                }
            }
        }
    }

    private static void resize(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }
}
