package org.filmwright.store;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.filmwright.images.Trashed;

/** What keeps a project safe over months: seals, backups, the sweeping of what a crash left. Trouble here stops no work. */
public final class Upkeep {
    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());
    private static final String BACKED_UP = "backed_up";
    private static final Duration DAY = Duration.ofHours(24);
    private final Database database;
    private final Seals seals;
    /** None on a server, which is backed up there. */
    private final Optional<Backups> backups;
    private final ProjectCheck check;
    private final InstantSource clock;

    Upkeep(Database database, Seals seals, Optional<Backups> backups, ProjectCheck check, InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.backups = backups;
        this.check = check;
        this.clock = clock;
    }

    /** Signs what was recorded: after a run has ended, at export, once a day. */
    public void seal(SealKey key) {
        quietly("sealing", () -> seals.seal(key, clock.instant()));
    }

    /**
     * To be called before work begins: files that no row names and that are older than a day go to the trash; what has
     * been there for 30 days is deleted.
     */
    public void sweep() {
        quietly("sweeping", () -> {
            int swept = check.sweep(clock.instant().minus(DAY));
            int deleted = check.empty(clock.instant().minus(Trashed.KEPT)).files();
            LOG.log(System.Logger.Level.DEBUG,
                    () -> swept + " files without a row went to the trash, " + deleted + " left it for good");
        });
    }

    /** To be called now and then: a backup and a seal when the last are a day old. */
    public synchronized void daily(SealKey key) {
        quietly("backing up", () -> {
            for (Backups each : backups.stream().toList()) {
                if (each.due()) {
                    backUp(each);
                    seal(key);
                }
            }
        });
    }

    /** To be called at a clean exit: a backup, if anything changed since the last. The daily one may still be at it. */
    public synchronized void backUpChanges() {
        quietly("backing up", () -> {
            for (Backups each : backups.stream().toList()) {
                if (each.newestFirst().isEmpty() || !state().equals(backedUp())) {
                    backUp(each);
                }
            }
        });
    }

    private void backUp(Backups each) {
        String state = state();
        if (each.make(database).isPresent()) {
            database.gate().write(unit -> {
                unit.sql().update("delete from meta where k = ?", BACKED_UP);
                return unit.sql().update("insert into meta (k, v) values (?, ?)", BACKED_UP, state);
            });
        }
    }

    /** Grows with every fact and every event. */
    private String state() {
        return database.read(sql -> JournaledFacts.applied(sql) + "/"
                + sql.first("select sum(event_seq) from wf_run", row -> row.getLong(1)).orElse(0L));
    }

    private String backedUp() {
        return database.read(sql -> sql.first("select v from meta where k = ?", row -> row.getString(1), BACKED_UP))
                .orElse("");
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void quietly(String what, Work work) {
        try {
            work.run();
        } catch (IOException | org.filmwright.engine.LedgerFailed e) {
            LOG.log(System.Logger.Level.WARNING, what + " did not work", e);
        }
    }
}
