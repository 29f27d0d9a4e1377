package org.filmwright.store;

import java.io.IOException;
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
import org.filmwright.images.Takes;
import org.filmwright.review.Verdicts;
import org.filmwright.story.Scripts;
import org.filmwright.timeline.Cuts;

/** An open project folder: rows in H2, facts in the journal, media by content. One process at a time. */
public final class ProjectFolder implements AutoCloseable {
    static final String DATABASE = "project.mv.db";
    private static final System.Logger LOG = System.getLogger(ProjectFolder.class.getName());
    private final Path root;
    private final ProjectLock lock;
    private final Database database;
    private final Journal journal;
    private final Facts facts;
    private final Optional<Instant> lastWrite;
    private final ScriptRows scripts;
    private final History history;

    ProjectFolder(Path root, ProjectLock lock, Database database, Journal journal, Optional<Instant> lastWrite) {
        this.lastWrite = lastWrite;
        this.root = root;
        this.lock = lock;
        this.database = database;
        this.journal = journal;
        this.facts = new Facts(journal, database.gate());
        this.scripts = new ScriptRows(database, facts);
        this.history = new EditRows(database, facts, scripts);
    }

    /** Opens a project that exists. */
    public static Outcome<ProjectFolder> open(Path root, InstantSource clock) {
        if (!Files.isRegularFile(root.resolve(DATABASE)) && !Files.isDirectory(root.resolve("journal"))) {
            return Outcome.failed(new Failure.Refused("There is no project at " + root + ". Nothing was changed.",
                    "Name a project folder (it holds " + DATABASE + "), or make a film to start one."));
        }
        return new ProjectOpening(root, clock).open();
    }

    /** Opens a project, or starts one in a folder that is new or empty or holds other things. */
    public static Outcome<ProjectFolder> openOrCreate(Path root, InstantSource clock) {
        return new ProjectOpening(root, clock).open();
    }

    /** When the last process wrote last, if it ended without closing the project. */
    public Optional<Instant> lastWriteBeforeUncleanEnd() {
        return lastWrite;
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
        return new TakeRows(database);
    }

    public Verdicts verdicts() {
        return new VerdictRows(database, facts);
    }

    public Clips clips() {
        return new ClipRows(database);
    }

    public Cuts cuts() {
        return new CutRows(database);
    }

    /** The rows of the engine. */
    public Ledger ledger() {
        return new SqlLedger(database, facts);
    }

    public MediaVault vault() {
        return new MediaVault(root);
    }

    /** For the files of running steps; emptied at every opening. */
    public Path staging() {
        return root.resolve("cache").resolve("staging");
    }

    /** The delivered clips, named for people. */
    public Path output() {
        return root.resolve("output");
    }

    /** Compares rows, files, journal and event log; changes nothing. */
    public List<Finding> check() {
        return new ProjectCheck(root, database, vault()).findings();
    }

    /** Checks, and mends what can be mended: nothing is deleted, files without a row go to the trash. */
    public List<Finding> repair() {
        return new ProjectCheck(root, database, vault()).repaired();
    }

    /** To be called after the engine is closed. */
    @Override
    public void close() {
        database.close();
        try {
            journal.close();
            lock.close();
        } catch (IOException e) {
            // The next opening then treats the project as left in haste, which is safe.
            LOG.log(System.Logger.Level.DEBUG, "Closing " + root, e);
        }
    }
}
