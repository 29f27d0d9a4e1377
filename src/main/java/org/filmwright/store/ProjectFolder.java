package org.filmwright.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.clips.Clips;
import org.filmwright.engine.Ledger;
import org.filmwright.history.History;
import org.filmwright.images.Freed;
import org.filmwright.images.Takes;
import org.filmwright.review.PromptMatches;
import org.filmwright.review.Verdicts;
import org.filmwright.story.Scripts;
import org.filmwright.timeline.Cuts;

/** An open project: its folder, its rows, its facts. Its own H2 file serves one process, PostgreSQL a farm of them. */
public final class ProjectFolder implements AutoCloseable {
    static final String DATABASE = "project.mv.db";
    private static final System.Logger LOG = System.getLogger(ProjectFolder.class.getName());
    private final Path root;
    private final Database database;
    private final Facts facts;
    private final Optional<FarmNode> node;
    private final Closing closing;
    private final MediaVault vault;
    private final Past past;
    private final ScriptRows scripts;
    private final History history;
    private final Takes takes;
    private final Verdicts verdicts;
    private final ClipRows clips;
    private final CutRows cuts;

    private ProjectFolder(Path root, Database database, Facts facts, Optional<FarmNode> node, Closing closing,
            MediaVault vault, Past past) {
        this.root = root;
        this.database = database;
        this.facts = facts;
        this.node = node;
        this.closing = closing;
        this.vault = vault;
        this.past = past;
        this.scripts = new ScriptRows(database, facts, node.isPresent());
        this.history = new EditRows(database, facts, scripts);
        this.takes = new TakeRows(database, facts, node.isPresent());
        this.verdicts = new VerdictRows(database, facts, node.isPresent());
        this.clips = new ClipRows(database, facts, node.isPresent());
        this.cuts = new CutRows(database, facts);
    }

    /**
     * What this opening found.
     *
     * @param lastWrite when the last process wrote last, if it ended without closing the project
     * @param news what a person should know
     */
    record Past(Optional<Instant> lastWrite, List<String> news) {
        Past {
            news = List.copyOf(news);
        }
    }

    /** What is done last, once the database is closed. */
    interface Closing {
        void close() throws IOException;
    }

    static ProjectFolder alone(Path root, Database database, Journal journal, Closing closing, Waypoint waypoint,
            Past past) {
        return new ProjectFolder(root, database, new JournaledFacts(journal, database.gate()), Optional.empty(), () -> {
            try {
                journal.close();
            } finally {
                closing.close();
            }
        }, new MediaVault(root, waypoint), past);
    }

    static ProjectFolder shared(Path root, Database database, FarmNode node, Waypoint waypoint) {
        return new ProjectFolder(root, database, new SharedFacts(database), Optional.of(node), () -> {},
                new MediaVault(root, waypoint), new Past(Optional.empty(), List.of()));
    }

    /** Opens a project that exists. */
    public static Outcome<ProjectFolder> open(Path root, InstantSource clock) {
        if (!Files.isRegularFile(root.resolve(DATABASE)) && !Files.isDirectory(root.resolve("journal"))) {
            return Outcome.failed(new Failure.Refused("There is no project at " + root + ". Nothing was changed.",
                    "Name a project folder (it holds " + DATABASE + "), or make a film to start one."));
        }
        return new ProjectOpening(root, clock, Waypoint.NONE).open();
    }

    /** Opens a project, or starts one in a folder that is new or empty or holds other things. */
    public static Outcome<ProjectFolder> openOrCreate(Path root, InstantSource clock) {
        return openOrCreate(root, clock, Waypoint.NONE);
    }

    /** The same in a drill, which is told where its process is. */
    public static Outcome<ProjectFolder> openOrCreate(Path root, InstantSource clock, Waypoint waypoint) {
        return new ProjectOpening(root, clock, waypoint).open();
    }

    /** Opens a project whose rows lie on a PostgreSQL server; {@code media} is its folder, which all workers share. */
    public static Outcome<ProjectFolder> join(FarmAddress address, Path media, FarmNode node) {
        return new FarmOpening(address, media, node).open();
    }

    /** When the last process wrote last, if it ended without closing the project. */
    public Optional<Instant> lastWriteBeforeUncleanEnd() {
        return past.lastWrite();
    }

    public Path root() {
        return root;
    }

    public Scripts scripts() {
        return scripts;
    }

    /** What people changed by hand. */
    public History history() {
        return history;
    }

    public Takes takes() {
        return takes;
    }

    public Verdicts verdicts() {
        return verdicts;
    }

    public PromptMatches matches() {
        return new MatchRows(database);
    }

    public Clips clips() {
        return clips;
    }

    public Cuts cuts() {
        return cuts;
    }

    /** The rows of the engine. */
    public Ledger ledger() {
        return new SqlLedger(database, facts, node);
    }

    public MediaVault vault() {
        return vault;
    }

    /** For the files of running steps; emptied at every opening. */
    public Path staging() {
        Path all = root.resolve("cache").resolve("staging");
        return node.map(worker -> all.resolve(worker.id())).orElse(all);
    }

    /** The delivered clips, named for people. */
    public Path output() {
        return root.resolve("output");
    }

    /** What a person should know about this opening: what was mended and what was kept. */
    public List<String> news() {
        return past.news();
    }

    /** Compares rows, files, journal, seals and event log; changes nothing. */
    public List<Finding> check() {
        return checker().findings();
    }

    /** Checks, and mends what can be mended: nothing is deleted, files without a row go to the trash. */
    public List<Finding> repair() {
        return checker().repaired();
    }

    /** What {@link #emptyTrash} would delete. */
    public Freed inTheTrash(Instant before) {
        try {
            return checker().inTheTrash(before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes for good what lies in the trash since before then. */
    public Outcome<Freed> emptyTrash(Instant before) {
        try {
            return Outcome.ok(checker().empty(before));
        } catch (IOException | UncheckedIOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "Not every file in the trash could be deleted: " + e
                    .getMessage() + ". The rest goes when the trash is emptied again."));
        }
    }

    /** Sets how many steps of a lane may run on the whole farm at once. */
    void limit(String lane, int most) {
        database.gate().write(unit -> FarmNode.limit(unit.sql(), lane, most));
    }

    /** How many facts were ever recorded. */
    long facts() {
        return facts.head().seq();
    }

    /** Who signed the journal last, and up to where. */
    public String seal() {
        try {
            return seals().newest()
                    .map(seal -> "Sealed up to fact " + seal.seq() + " at " + seal.at() + " with the key "
                            + SealKey.id(seal.publicKey()) + ".")
                    .orElse("Not sealed yet.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals, backups, sweeping. */
    public Upkeep upkeep(InstantSource clock) {
        Optional<Backups> backups = node.isPresent() ? Optional.empty() : Optional.of(new Backups(root, clock));
        return new Upkeep(database, seals(), backups, checker(), clock);
    }

    private ProjectCheck checker() {
        return new ProjectCheck(root, database, vault, facts);
    }

    private Seals seals() {
        return new Seals(root, database, facts);
    }

    /** To be called after the engine is closed. */
    @Override
    public void close() {
        // An interrupt would close the lock's channel before it says that all is well.
        boolean interrupted = Thread.interrupted();
        node.ifPresent(worker -> worker.leave(database));
        database.close();
        try {
            closing.close();
        } catch (IOException e) {
            // The next opening then treats the project as left in haste, which is safe.
            LOG.log(System.Logger.Level.DEBUG, "Closing " + root, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
