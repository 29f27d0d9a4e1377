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
import org.filmwright.base.Digest;
import org.filmwright.net.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What left this machine, a line for each request, beside the program's log; of long ago only the last megabyte. */
final class EgressFile implements Consumer<Passage> {
    private static final Logger LOG = LoggerFactory.getLogger(EgressFile.class);
    private static final long LONGEST = 1 << 20;
    private static final Pattern LINE = Pattern
            .compile("(\\S+)  (\\S+)  sent (\\d+)  got (\\d+)  (.*?)  (.*?)(?:  for (\\S+))?");
    private static final int SHORT = 8;
    private static final String NONE = "-";
    private final Path file;
    private final Path older;
    private final String project;

    /** @param project that what is written from here on is made for */
    EgressFile(Path folder, Optional<Path> project) {
        this.project = project.map(EgressFile::mark).orElse(NONE);
        this.file = folder.resolve("logs").resolve("egress.log");
        this.older = file.resolveSibling("egress.log.0");
    }

    /** How the log tells one project from another: its name, and where it lies without saying so. */
    static String mark(Path project) {
        Path place = project.toAbsolutePath().normalize();
        return place.getFileName().toString().replaceAll("\\s", "_") + "#"
                + Digest.of(place.toString()).hex().substring(0, SHORT);
    }

    /** @param project the mark of the one it was made for, {@code -} for none; empty where an earlier version wrote it */
    record Line(Passage passage, Optional<String> project) {}

    /** @param complete whether the log still has everything that was ever written */
    record Past(List<Line> lines, boolean complete) {
        /** Whether it has everything from then on. */
        boolean reaches(Instant since) {
            return complete || !lines.isEmpty() && !lines.getFirst().passage().at().isAfter(since);
        }
    }

    @Override
    public synchronized void accept(Passage passage) {
        String line = "%s  %s  sent %d  got %d  %s  %s  for %s%n".formatted(passage.at(), passage.host(),
                passage.sent(), passage.got(), passage.why(), passage.end(), project);
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
        List<String> all = lines();
        List<Line> read = all.stream().flatMap(line -> read(line).stream()).toList();
        return new Past(read, !Files.exists(older) && read.size() == all.size());
    }

    private static Optional<Line> read(String line) {
        Matcher parts = LINE.matcher(line);
        try {
            return parts.matches()
                    ? Optional.of(new Line(new Passage(Instant.parse(parts.group(1)), parts.group(2),
                            Long.parseLong(parts.group(3)), Long.parseLong(parts.group(4)), parts.group(5),
                            parts.group(6)), Optional.ofNullable(parts.group(7))))
                    : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
