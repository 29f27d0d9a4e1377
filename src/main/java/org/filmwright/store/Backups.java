package org.filmwright.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * Copies of the H2 file in {@code backups/}, made while it is open. Each is opened once and its rows are counted before it
 * counts as a backup. They are numbered, so that a clock that jumps confuses nothing.
 */
final class Backups {
    static final Duration EVERY = Duration.ofHours(24);
    private static final System.Logger LOG = System.getLogger(Backups.class.getName());
    private static final int KEEP = 7;
    private static final int TRIES = 3;
    private static final String NAME = "backup-(\\d{6})-\\d{8}\\.zip";
    private final Path folder;
    private final InstantSource clock;

    Backups(Path root, InstantSource clock) {
        this.folder = root.resolve("backups");
        this.clock = clock;
    }

    /** Whether none was made in the last 24 hours, or the clock cannot be right. */
    boolean due() throws IOException {
        Instant now = clock.instant();
        return newestFirst().stream()
                .findFirst()
                .map(newest -> Instant.ofEpochMilli(newest.toFile().lastModified()))
                .filter(made -> made.isAfter(now.minus(EVERY)) && !made.isAfter(now.plus(EVERY)))
                .isEmpty();
    }

    /** Makes a backup; where the database cannot be copied, or no copy is whole, the older ones stay. */
    Optional<Path> make(Database database) {
        Path part = folder.resolve("backup.part");
        try {
            Files.createDirectories(folder);
            database.gate().tidy();
            for (int attempt = 0; attempt < TRIES; attempt++) {
                String counts = database.gate().write(unit -> backUp(unit.sql(), part));
                if (counts.equals(countsIn(part))) {
                    return Optional.of(kept(part));
                }
            }
            LOG.log(System.Logger.Level.WARNING, "No backup held what the project holds; the older ones are kept.");
        } catch (IOException | org.filmwright.engine.LedgerFailed e) {
            LOG.log(System.Logger.Level.WARNING, "No backup could be made; the older ones are kept.", e);
        } finally {
            part.toFile().delete();
        }
        return Optional.empty();
    }

    private Path kept(Path part) throws IOException {
        Path made = Files.move(part, folder.resolve(nextName()), StandardCopyOption.ATOMIC_MOVE);
        if (!made.toFile().setLastModified(clock.millis())) {
            LOG.log(System.Logger.Level.DEBUG, "The time of " + made + " could not be set");
        }
        keepNewest();
        return made;
    }

    List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(NAME))
                    .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
                    .toList();
        }
    }

    /** Takes the database file out of a backup. */
    static void unpack(Path backup, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(backup); ZipInputStream zip = new ZipInputStream(file)) {
            if (zip.getNextEntry() == null) {
                throw new IOException(backup.getFileName() + " is empty");
            }
            Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String backUp(Sql sql, Path target) {
        try (Statement statement = sql.connection().createStatement()) {
            statement.execute("backup to '" + target.toAbsolutePath().toString().replace("'", "''") + "'");
            return RowScan.counts(sql.connection()).toString();
        } catch (SQLException e) {
            throw Trouble.of(e);
        }
    }

    private static String countsIn(Path backup) throws IOException {
        Path trial = Files.createTempDirectory(backup.toAbsolutePath().getParent(), "trial");
        Path file = trial.resolve("project.mv.db");
        try {
            unpack(backup, file);
            try (Connection copy = DriverManager
                    .getConnection("jdbc:h2:async:" + trial.resolve("project") + ";ACCESS_MODE_DATA=r")) {
                return RowScan.trouble(copy).isPresent() ? "" : RowScan.counts(copy).toString();
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "A copy that cannot be opened", e);
            return "";
        } finally {
            ProjectOpening.empty(trial);
            Files.delete(trial);
        }
    }

    private String nextName() throws IOException {
        int last = newestFirst().stream()
                .findFirst()
                .map(newest -> Integer.parseInt(newest.getFileName().toString().substring(7, 13)))
                .orElse(0);
        String day = clock.instant().toString().substring(0, 10).replace("-", "");
        return "backup-%06d-%s.zip".formatted(last + 1, day);
    }

    private void keepNewest() throws IOException {
        for (Path old : newestFirst().stream().skip(KEEP).toList()) {
            Files.delete(old);
        }
    }
}
