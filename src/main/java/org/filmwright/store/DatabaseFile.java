package org.filmwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.engine.LedgerFailed;

/**
 * The H2 file of a project: opened, looked through after a crash, and made anew from the newest backup where it is damaged
 * or gone. What the backup lacks comes back from the journal, which is applied afterwards.
 */
final class DatabaseFile {
    private static final System.Logger LOG = System.getLogger(DatabaseFile.class.getName());
    /** What the name of a file begins with that was set aside into the trash. */
    static final String DAMAGED = "damaged-";
    private static final int COPIES = 3;
    private static final int IN_USE = 90020;
    private final Path root;
    private final Path file;
    private final InstantSource clock;
    private final Waypoint waypoint;

    DatabaseFile(Path root, InstantSource clock, Waypoint waypoint) {
        this.root = root;
        this.file = root.resolve(ProjectFolder.DATABASE);
        this.clock = clock;
        this.waypoint = waypoint;
    }

    /** @param rescue what had to be done to open it: where the old file lies, and what stands in its place */
    record Opened(Database database, Optional<Rescue> rescue) {}

    /** @param why in words; @param aside where the damaged file lies now; @param backup from which the new one was made */
    record Rescue(String why, Optional<Path> aside, Optional<Path> backup) {}

    /** @param unclean whether the process before died, so that the file has to be looked through */
    Opened open(boolean unclean) throws IOException, SQLException, Schema.TooNew {
        if (unclean) {
            keepCopy();
        }
        if (isLost()) {
            return rescued(Files.exists(file) ? "is empty" : "is gone");
        }
        try {
            Database database = Database.open(root, waypoint);
            Optional<String> trouble = unclean ? trouble(database) : Optional.empty();
            if (trouble.isEmpty()) {
                return new Opened(database, Optional.empty());
            }
            database.close();
            return rescued("is damaged: " + trouble.get());
        } catch (SQLException e) {
            if (e.getErrorCode() == IN_USE || !isOurs()) {
                throw e;
            }
            if (String.valueOf(e.getMessage()).contains("larger than the supported format")) {
                throw new Schema.TooNew();
            }
            return rescued("is damaged: it cannot be opened");
        }
    }

    /** H2 takes an empty file for a new database; one that belongs to a journal or backups is an old one, lost. */
    private boolean isLost() throws IOException {
        return (!Files.isRegularFile(file) || Files.size(file) == 0) && isOurs();
    }

    /** Only where there is something to make it from. */
    private boolean isOurs() throws IOException {
        return Journal.exists(root.resolve("journal")) || !new Backups(root, clock).newestFirst().isEmpty();
    }

    private Opened rescued(String why) throws IOException, SQLException, Schema.TooNew {
        Optional<Path> aside = moveAside();
        for (Path backup : new Backups(root, clock).newestFirst()) {
            Optional<Database> restored = restored(backup);
            if (restored.isPresent()) {
                return new Opened(restored.get(), Optional.of(new Rescue(why, aside, Optional.of(backup))));
            }
        }
        return new Opened(Database.open(root, waypoint), Optional.of(new Rescue(why, aside, Optional.empty())));
    }

    private Optional<Database> restored(Path backup) throws IOException, Schema.TooNew {
        try {
            Backups.unpack(backup, file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, backup.getFileName() + " cannot be unpacked", e);
            Files.deleteIfExists(file);
            return Optional.empty();
        }
        try {
            Database database = Database.open(root, waypoint);
            if (trouble(database).isEmpty()) {
                return Optional.of(database);
            }
            database.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, backup.getFileName() + " cannot be read", e);
        }
        Files.deleteIfExists(file);
        return Optional.empty();
    }

    private static Optional<String> trouble(Database database) {
        try {
            return database.gate().write(unit -> RowScan.trouble(unit.sql().connection()));
        } catch (LedgerFailed e) {
            return Optional.of("a part of it cannot be read");
        }
    }

    private Optional<Path> moveAside() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Path trash = Files.createDirectories(root.resolve("trash"));
        Path target = trash.resolve(DAMAGED + clock.millis() + ".mv.db");
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(Files.setLastModifiedTime(target, FileTime.from(clock.instant())));
    }

    /** H2 mends its file when it opens it; the copy is for the day that goes wrong. */
    private void keepCopy() throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        Path backups = Files.createDirectories(root.resolve("backups"));
        Files.copy(file, backups.resolve("after-crash-" + clock.millis() + ".mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> all = Files.list(backups)) {
            List<Path> old = all.filter(each -> each.getFileName().toString().startsWith("after-crash-"))
                    .sorted(Comparator.reverseOrder())
                    .skip(COPIES)
                    .toList();
            for (Path each : old) {
                Files.delete(each);
            }
        }
    }
}
