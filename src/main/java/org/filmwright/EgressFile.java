package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.net.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What left this machine, a line for each request, beside the program's log; of long ago only the last megabyte. */
final class EgressFile implements Consumer<Passage> {
    private static final Logger LOG = LoggerFactory.getLogger(EgressFile.class);
    private static final long LONGEST = 1 << 20;
    private static final Pattern LINE = Pattern
            .compile("(\\S+)  (\\S+)  sent (\\d+)  got (\\d+)  (.*?)  (.*)");
    private final Path file;
    private final Path older;

    EgressFile(Path folder) {
        this.file = folder.resolve("logs").resolve("egress.log");
        this.older = file.resolveSibling("egress.log.0");
    }

    /** @param complete whether the log still has everything that was ever written */
    record Past(List<Passage> passages, boolean complete) {
        /** Whether it has everything from then on. */
        boolean reaches(Instant since) {
            return complete || !passages.isEmpty() && !passages.getFirst().at().isAfter(since);
        }
    }

    @Override
    public synchronized void accept(Passage passage) {
        String line = "%s  %s  sent %d  got %d  %s  %s%n".formatted(passage.at(), passage.host(), passage.sent(),
                passage.got(), passage.why(), passage.end());
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LONGEST) {
                Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("What left this machine could not be written down: {}", line, e);
        }
    }

    /** The newest last; empty where nothing ever left. */
    List<String> lines() {
        List<String> all = new ArrayList<>();
        for (Path each : List.of(older, file)) {
            try {
                all.addAll(Files.exists(each) ? Files.readAllLines(each) : List.of());
            } catch (IOException e) {
                LOG.warn("The log of what left this machine could not be read.", e);
            }
        }
        return all;
    }

    /** The same, understood; a line that was cut off by a crash counts as a gap. */
    Past past() {
        List<String> lines = lines();
        List<Passage> passages = lines.stream().flatMap(line -> read(line).stream()).toList();
        return new Past(passages, !Files.exists(older) && passages.size() == lines.size());
    }

    private static Optional<Passage> read(String line) {
        Matcher parts = LINE.matcher(line);
        try {
            return parts.matches()
                    ? Optional.of(new Passage(Instant.parse(parts.group(1)), parts.group(2),
                            Long.parseLong(parts.group(3)), Long.parseLong(parts.group(4)), parts.group(5),
                            parts.group(6)))
                    : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
