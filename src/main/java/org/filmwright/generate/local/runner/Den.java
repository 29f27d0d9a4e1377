package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary folder of one process of models. Its name holds the process id of the studio, so that the next one finds what was left
 * by a studio that was killed.
 */
record Den(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(Den.class);
    private static final String PREFIX = "filmwright-models-";

    static Den make() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> old = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : old) {
                if (isLeft(folder)) {
                    new Den(folder).clear();
                }
            }
        }
        return new Den(Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-"));
    }

    private static boolean isLeft(Path folder) {
        String owner = folder.getFileName().toString().substring(PREFIX.length()).replaceFirst("-.*", "");
        return owner.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(owner)).isEmpty();
    }

    /** Removes it with everything in it; what cannot be removed yet stays for the next start. */
    void clear() {
        clear(folder);
    }

    static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} stays for now.", folder, e);
        }
    }
}
