package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.filmwright.net.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What left this machine, a line for each request, beside the program's log; of long ago only the last megabyte. */
final class EgressFile implements Consumer<Passage> {
    private static final Logger LOG = LoggerFactory.getLogger(EgressFile.class);
    private static final long LONGEST = 1 << 20;
    private final Path file;

    EgressFile(Path folder) {
        this.file = folder.resolve("logs").resolve("egress.log");
    }

    @Override
    public synchronized void accept(Passage passage) {
        String line = "%s  %s  sent %d  got %d  %s  %s%n".formatted(passage.at(), passage.host(), passage.sent(),
                passage.got(), passage.why(), passage.end());
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LONGEST) {
                Files.move(file, file.resolveSibling("egress.log.0"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("What left this machine could not be written down: {}", line, e);
        }
    }

    /** The newest last; empty where nothing ever left. */
    List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            LOG.warn("The log of what left this machine could not be read.", e);
            return List.of();
        }
    }
}
