package org.filmwright.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.LedgerFailed;

/** The order in which a project is opened: lock, copy after a crash, database, journal, staging (engine.md 5). */
final class ProjectOpening {
    private static final System.Logger LOG = System.getLogger(ProjectOpening.class.getName());
    private static final int COPIES = 3;
    private final Path root;
    private final InstantSource clock;

    ProjectOpening(Path root, InstantSource clock) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
    }

    Outcome<ProjectFolder> open() {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            return refused(root + " is a file, not a project folder.", "Name a folder.");
        }
        try {
            Files.createDirectories(root);
            return switch (ProjectLock.take(root)) {
                case ProjectLock.Try.Held(ProjectLock lock) -> behind(lock);
                case ProjectLock.Try.Taken(String holder) -> refused(
                        "The project " + root + " is open in another Filmwright (process " + holder + ").",
                        "Close it there, or wait until it is done.");
            };
        } catch (AccessDeniedException e) {
            return refused("There is no permission to write into " + root + ".",
                    "Change the permission, or choose another folder.");
        } catch (IOException e) {
            return Outcome.failed(Trouble.failure("The project " + root + " cannot be opened", e));
        }
    }

    private Outcome<ProjectFolder> behind(ProjectLock lock) throws IOException {
        Outcome<ProjectFolder> opened = refused("The project " + root + " could not be opened.", "Try again.");
        try {
            opened = read(lock);
        } finally {
            if (!(opened instanceof Outcome.Ok)) {
                lock.release();
            }
        }
        return opened;
    }

    private Outcome<ProjectFolder> read(ProjectLock lock) throws IOException {
        Optional<Instant> lastWrite = lock.unclean() ? lastWrite() : Optional.empty();
        if (lock.unclean()) {
            keepCopy();
        }
        for (String folder : List.of("media", "cache", "output", "exports", "backups", "trash")) {
            Files.createDirectories(root.resolve(folder));
        }
        empty(root.resolve("cache").resolve("staging"));
        try {
            Database database = Database.open(root);
            return read(lock, database, lastWrite);
        } catch (Schema.TooNew e) {
            return refused("The project " + root + " was last written by a newer version of Filmwright.",
                    "Open it with that version; update this one.");
        } catch (SQLException e) {
            return refused("The database of " + root + " cannot be read: " + e.getMessage() + ".",
                    "Put a copy from its backups folder in the place of " + ProjectFolder.DATABASE
                            + " and open it again: decisions made since come back from the journal.");
        }
    }

    private Outcome<ProjectFolder> read(ProjectLock lock, Database database, Optional<Instant> lastWrite)
            throws IOException {
        boolean done = false;
        try {
            Journal journal = Journal.open(root.resolve("journal"), record -> Facts.replay(database.gate(), record));
            Facts.rewind(database.gate(), journal.seq());
            done = true;
            return Outcome.ok(new ProjectFolder(root, lock, database, journal, lastWrite));
        } catch (Journal.Damaged e) {
            return refused("The journal of " + root + " is damaged (" + e.getMessage() + ").",
                    "Put the journal folder of a backup in its place. Do not edit it by hand.");
        } catch (Codec.Unreadable e) {
            return refused("The journal of " + root + " holds something this version cannot read.",
                    "Open the project with the version of Filmwright that wrote it.");
        } catch (LedgerFailed e) {
            return Outcome.failed(e.failure());
        } finally {
            if (!done) {
                database.close();
            }
        }
    }

    /** When journal or database were written last: up to then nothing is lost. */
    private Optional<Instant> lastWrite() throws IOException {
        List<Path> written = new ArrayList<>(List.of(root.resolve(ProjectFolder.DATABASE)));
        if (Files.isDirectory(root.resolve("journal"))) {
            try (Stream<Path> all = Files.list(root.resolve("journal"))) {
                all.forEach(written::add);
            }
        }
        Optional<Instant> last = Optional.empty();
        for (Path file : written.stream().filter(Files::isRegularFile).toList()) {
            Instant at = Files.getLastModifiedTime(file).toInstant();
            last = last.filter(newest -> newest.isAfter(at)).or(() -> Optional.of(at));
        }
        return last;
    }

    /** H2 mends its file when it opens it; the copy is for the day that goes wrong. */
    private void keepCopy() throws IOException {
        Path file = root.resolve(ProjectFolder.DATABASE);
        if (Files.isRegularFile(file)) {
            Path backups = Files.createDirectories(root.resolve("backups"));
            Path copy = backups.resolve("after-crash-" + clock.millis() + ".mv.db");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            LOG.log(System.Logger.Level.DEBUG, "Copied the database to " + copy);
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

    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> all = Files.walk(folder)) {
                deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        }
        Files.createDirectories(folder);
    }

    private static Outcome<ProjectFolder> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was changed.", remedy));
    }
}
