package org.filmwright.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * The order in which a project is opened (engine.md 5): lock, copy after a crash, database (made anew where it is damaged),
 * journal, check, staging. The engine then takes up what was being worked on.
 */
final class ProjectOpening {
    private final Path root;
    private final InstantSource clock;
    private final Waypoint waypoint;
    private final List<String> news = new ArrayList<>();

    ProjectOpening(Path root, InstantSource clock, Waypoint waypoint) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
        this.waypoint = waypoint;
    }

    Outcome<ProjectFolder> open() {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            return refused(root + " is a file, not a project folder.", "Name a folder.");
        }
        if (Files.exists(root.resolve(FarmOpening.MARK))) {
            return refused("The rows of the project " + root + " lie in the database of a farm.",
                    "Name that database: --database postgresql://…");
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
        makeFolders(root);
        empty(root.resolve("cache").resolve("staging"));
        CloseMark mark = new CloseMark(root);
        boolean unclean = lock.unclean() || !mark.fits();
        boolean touched = !lock.unclean() && mark.touched();
        try {
            DatabaseFile.Opened opened = new DatabaseFile(root, clock, waypoint).open(unclean);
            if (touched && opened.rescue().isEmpty()) {
                news.add(
                        "The database of this project was changed by something else than Filmwright since it was closed."
                                + " It was looked through row by row, and no damage was found. Facts that it lacked came back from the"
                                + " journal; steps that it lacked are done again when they are needed.");
            }
            return read(opened, unclean, lastWrite, () -> {
                try {
                    mark.leave();
                } finally {
                    lock.close();
                }
            });
        } catch (Schema.TooNew e) {
            return refused("The project " + root + " was last written by a newer version of Filmwright.",
                    "Open it with that version; update this one.");
        } catch (SQLException e) {
            return refused(
                    "The database of " + root
                            + " cannot be read, and there is no journal and no backup to make it from: "
                            + e.getMessage() + ".",
                    "If " + ProjectFolder.DATABASE + " is not from Filmwright, choose another folder.");
        }
    }

    static void makeFolders(Path root) throws IOException {
        for (String folder : List.of("media", "cache", "output", "exports", "backups", "trash")) {
            Files.createDirectories(root.resolve(folder));
        }
    }

    private Outcome<ProjectFolder> read(DatabaseFile.Opened opened, boolean unclean, Optional<Instant> lastWrite,
            ProjectFolder.Closing closing) throws IOException {
        Database database = opened.database();
        boolean done = false;
        try {
            long before = Journal.bytes(root.resolve("journal"));
            long applied = database.read(JournaledFacts::applied);
            Journal journal = Journal.open(root.resolve("journal"), record -> {
                if (record.seq() > applied) {
                    JournaledFacts.replay(database.gate(), record);
                }
            }, Journal.FULL, waypoint);
            tellOfTail(before - Journal.bytes(root.resolve("journal")));
            tellOfJournal(JournaledFacts.rewind(database.gate(), journal.seq()));
            opened.rescue().ifPresent(rescue -> tellOf(rescue, database));
            if (unclean) {
                tellOfRows(database);
            }
            tellOfMedia(database);
            done = true;
            return Outcome.ok(ProjectFolder.alone(root, database, journal, closing, waypoint,
                    new ProjectFolder.Past(lastWrite, news)));
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

    private void tellOfTail(long cut) {
        if (cut > 0) {
            news.add("The journal ended in the middle of a line, as a crash leaves it: the last %d bytes were cut off."
                    .formatted(cut) + " Nobody had been told that they were kept; everything before them is there.");
        }
    }

    private void tellOfJournal(long lacking) {
        if (lacking > 0) {
            news.add((lacking == 1
                    ? "The journal lacks its last fact; the database still holds it."
                    : "The journal lacks its last " + lacking + " facts; the database still holds them.")
                    + " Something else than Filmwright has changed it. Copy the project before going on.");
        }
    }

    /** A few of its pictures and clips, another few each time, so that a loss is not found out on the day of the film. */
    private void tellOfMedia(Database database) throws IOException {
        List<Finding> found = new SpotCheck(database, new MediaVault(root, waypoint)).findings();
        if (!found.isEmpty()) {
            news.add("Of the media files that were looked at, " + found.size() + (found.size() == 1 ? " is" : " are")
                    + " gone or damaged, such as "
                    + found.getFirst().where() + ". What can be done about it: filmwright project check " + root + ".");
        }
    }

    private static String counted(Sql sql, String table, String one) {
        int n = sql.number("select count(*) from " + table);
        return n + " " + one + (n == 1 ? "" : "s");
    }

    private void tellOf(DatabaseFile.Rescue rescue, Database database) {
        String source = rescue.backup()
                .map(backup -> "the backup " + root.relativize(backup) + " and the journal")
                .orElse("the journal");
        String kept = database
                .read(sql -> counted(sql, "image_take", "take") + ", " + counted(sql, "clip", "clip") + ", "
                        + counted(sql, "verdict", "verdict") + " and the decisions of "
                        + counted(sql, "wf_run", "workflow"));
        String aside = rescue.aside()
                .map(file -> " The old file lies in " + root.relativize(file) + ".")
                .orElse("");
        news.add("The database of this project " + rescue.why() + ". It was made anew from " + source + ", with " + kept
                + ": nothing that was confirmed is lost." + aside
                + " Steps done since are done again when they are needed.");
    }

    private void tellOfRows(Database database) {
        int found = ProjectCheck.rows(database).size();
        if (found > 0) {
            news.add("After the last crash " + found + " things do not fit together. See: filmwright project check "
                    + root + ".");
        }
    }

    static void empty(Path folder) throws IOException {
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
