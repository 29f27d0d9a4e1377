package org.filmwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long the database file was when it was last closed: another length means that something happened to it since. */
record CloseMark(Path root) {
    boolean fits() throws IOException {
        Path file = root.resolve(ProjectFolder.DATABASE);
        return !Files.exists(file) && !Files.exists(mark())
                || Files.exists(mark()) && Files.exists(file)
                        && Files.readString(mark()).equals(Long.toString(Files.size(file)));
    }

    /** It was closed in order, and something else than Filmwright has changed its length since. */
    boolean touched() throws IOException {
        return Files.exists(mark()) && Files.exists(root.resolve(ProjectFolder.DATABASE)) && !fits();
    }

    void leave() throws IOException {
        Files.writeString(mark(), Long.toString(Files.size(root.resolve(ProjectFolder.DATABASE))));
    }

    private Path mark() {
        return root.resolve("cache").resolve("database.length");
    }
}
