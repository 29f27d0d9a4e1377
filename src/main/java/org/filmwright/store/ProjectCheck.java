package org.filmwright.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.TakeId;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.EventFold;
import org.filmwright.engine.LedgerView;
import org.filmwright.engine.Run;
import org.filmwright.engine.StepId;
import org.filmwright.images.Freed;
import org.filmwright.images.Trashed;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;

/** Every row has its file, every file its row, hashes match, chains and seals hold, the event log tells what rows say. */
final class ProjectCheck {
    /**
     * A screenplay, or the prose it was made of, is kept from the moment it came, before any step names it; a sound also
     * when no cut names it any more, since nobody here could make it again.
     */
    private static final Set<String> BROUGHT = Stream.concat(Stream.of("fountain", "txt"), MediaRef.SOUNDS.stream())
            .collect(Collectors.toUnmodifiableSet());
    private final Path root;
    private final Database database;
    private final MediaVault vault;
    private final Seals seals;
    private final Facts facts;

    ProjectCheck(Path root, Database database, MediaVault vault, Facts facts) {
        this.root = root;
        this.database = database;
        this.vault = vault;
        this.facts = facts;
        this.seals = new Seals(root, database, facts);
    }

    List<Finding> findings() {
        try {
            List<Finding> found = new ArrayList<>(media());
            found.addAll(rows(database));
            found.addAll(seals.findings());
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that are damaged or that nobody names go to the trash; what has to be made again says by whom. */
    List<Finding> repaired() {
        return findings().stream().map(this::mended).toList();
    }

    private static boolean isBrought(Path file) {
        String name = file.getFileName().toString();
        return BROUGHT.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Files without a row that are older than {@code before} go to the trash: left by a crash, wanted by nobody. */
    int sweep(Instant before) throws IOException {
        List<Path> old = new ArrayList<>();
        for (Path file : vault.files()) {
            if (!isBrought(file) && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                old.add(file);
            }
        }
        Set<String> named = old.isEmpty() ? Set.of() : names();
        List<String> orphans = old.stream().map(this::relative).filter(path -> !named.contains(path)).toList();
        orphans.forEach(path -> trashed(Finding.of(Finding.Kind.ORPHAN_FILE, path, ""), ""));
        return orphans.size();
    }

    /**
     * Takes that went to the trash before {@code before} are gone for good, and so is what else lies in there so long. A
     * database that was set aside as damaged stays a month longer: it may be the only original of something.
     */
    Freed empty(Instant before) throws IOException {
        List<TakeId> due = database.read(sql -> TrashRows.due(sql, before));
        if (!due.isEmpty()) {
            facts.record(new Fact.Discarded(due), unit -> EditRows.discarded(unit.sql(), due));
        }
        List<Path> all = due(database.read(TrashRows::files), before);
        Freed freed = sizes(all);
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
        copies(all).forEach(ProjectCheck::delete);
        return freed;
    }

    /** What {@link #empty} would delete. */
    Freed inTheTrash(Instant before) throws IOException {
        return sizes(due(database.read(sql -> TrashRows.files(sql, before)), before));
    }

    private List<Path> due(Set<String> pictures, Instant before) throws IOException {
        List<Path> due = new ArrayList<>(pictures.stream().map(root::resolve).filter(Files::exists).toList());
        Path trash = root.resolve("trash");
        if (Files.isDirectory(trash)) {
            try (Stream<Path> files = Files.list(trash)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    boolean original = file.getFileName().toString().startsWith(DatabaseFile.DAMAGED);
                    Instant until = original ? before.minus(Trashed.KEPT) : before;
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(until)) {
                        due.add(file);
                    }
                }
            }
        }
        return due;
    }

    private static Freed sizes(List<Path> files) throws IOException {
        Freed freed = Freed.NOTHING;
        for (Path file : files) {
            freed = freed.plus(Files.size(file));
        }
        return freed;
    }

    /** Smaller copies of pictures in the cache; they are named after them. */
    private List<Path> copies(List<Path> pictures) throws IOException {
        Path cache = root.resolve("cache");
        if (pictures.isEmpty() || !Files.isDirectory(cache)) {
            return List.of();
        }
        Set<String> names = pictures.stream().map(ProjectCheck::stem).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> names.contains(stem(file)) && Files.isRegularFile(file)).toList();
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\..*", "");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the event logs and counts of the runs say against their rows. */
    static List<Finding> rows(Database database) {
        List<Finding> found = new ArrayList<>(eventLogs(new SqlView(database)));
        found.addAll(counts(database));
        return found;
    }

    private List<Finding> media() throws IOException {
        Set<String> named = names();
        List<Finding> found = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (Path file : vault.files()) {
            String path = relative(file);
            there.add(path);
            if (!named.contains(path) && !isBrought(Path.of(path))) {
                found.add(Finding.of(Finding.Kind.ORPHAN_FILE, path, "No take, clip or step names this file."));
            } else if (!file.getFileName().toString().startsWith(Digest.ofFile(file).hex())) {
                found.add(made(Finding.Kind.DAMAGED_FILE, path, "The content of this file is not what it was."));
            }
        }
        named.stream()
                .filter(path -> !there.contains(path))
                .sorted()
                .map(path -> made(Finding.Kind.MISSING_FILE, path, "This file is gone."))
                .forEach(found::add);
        return found;
    }

    private Finding mended(Finding finding) {
        return switch (finding.kind()) {
            case ORPHAN_FILE -> trashed(finding, "It is in the trash now.");
            case DAMAGED_FILE -> trashed(finding, "It is in the trash now and has to be made again.");
            case MISSING_FILE, EVENT_LOG, JOURNAL -> finding;
        };
    }

    private Finding trashed(Finding finding, String how) {
        Path file = root.resolve(finding.where());
        try {
            Path trash = Files.createDirectories(root.resolve("trash"));
            Path there = trash.resolve(file.getFileName());
            Files.move(file, there, StandardCopyOption.REPLACE_EXISTING);
            // The folder changed just now: from this moment on the file is in the trash.
            Files.setLastModifiedTime(there, Files.getLastModifiedTime(trash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return finding.kind() == Finding.Kind.ORPHAN_FILE
                ? finding.mended(how)
                : new Finding(finding.kind(), finding.where(), finding.sentence() + " " + how, finding.maker(), false);
    }

    /** Every media file that a row names, as paths; what was paid for is named before its step has it. */
    private Set<String> names() {
        Set<String> names = new HashSet<>(database.read(sql -> sql.list("""
                select sha256, extension from artifact union all select sha256, extension from image_take
                union all select sha256, extension from clip""",
                row -> new MediaRef(new Digest(row.getString(1)), row.getString(2)).path())));
        new SqlView(database).spend()
                .calls()
                .stream()
                .flatMap(call -> call.closing().stream())
                .flatMap(closing -> closing.artifacts().stream())
                .forEach(file -> names.add(file.path()));
        database.read(CutRows::read).stream().flatMap(ProjectCheck::sounds).forEach(names::add);
        names.removeAll(database.read(TrashRows::files));
        return names;
    }

    private static Stream<String> sounds(Cut cut) {
        return cut.tracks()
                .stream()
                .flatMap(track -> track.items().stream())
                .filter(Item.Sound.class::isInstance)
                .map(item -> ((Item.Sound) item).media().path());
    }

    private Finding made(Finding.Kind kind, String path, String sentence) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Optional<StepId> maker = database.read(sql -> sql.first("select step_id from artifact where sha256 = ?",
                row -> new StepId(row.getString(1)), name.substring(0, name.indexOf('.'))));
        return new Finding(kind, path, sentence, maker, false);
    }

    private static List<Finding> eventLogs(LedgerView view) {
        List<Finding> found = new ArrayList<>();
        for (Run run : view.runs()) {
            EventFold.differences(view.events(run.id()), run, view.steps(run.id()))
                    .forEach(text -> found.add(Finding.of(Finding.Kind.EVENT_LOG, run.id().value(), text)));
        }
        return found;
    }

    private static List<Finding> counts(Database database) {
        return database.read(sql -> sql.list("""
                select r.id from wf_run r where exists (
                    select 1 from step_count c where c.run_id = r.id and c.n <> (
                        select count(*) from step_run s where s.run_id = c.run_id and s.state = c.state))""",
                row -> Finding.of(Finding.Kind.EVENT_LOG, row.getString(1), "The counts of its steps are wrong.")));
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
