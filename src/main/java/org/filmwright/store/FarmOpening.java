package org.filmwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.LedgerFailed;

/**
 * How a worker joins a farm: tables, the shared folder (which carries a mark, so that nobody works into another one), its
 * own corner for staging, the list of workers.
 */
final class FarmOpening {
    static final String MARK = "farm.id";
    private final FarmAddress address;
    private final Path root;
    private final FarmNode node;

    FarmOpening(FarmAddress address, Path media, FarmNode node) {
        this.address = address;
        this.root = media.toAbsolutePath().normalize();
        this.node = node;
    }

    Outcome<ProjectFolder> open() {
        if (Files.exists(root.resolve(ProjectFolder.DATABASE))) {
            return refused(root + " holds a project with a database of its own. Nothing was changed.",
                    "Choose another folder for the media of the farm.");
        }
        try {
            ProjectOpening.makeFolders(root);
            String mark = mark();
            Database database = Database.open(address, Waypoint.NONE);
            return joined(database, mark);
        } catch (Schema.TooNew e) {
            return refused("The tables at " + address + " were last written by a newer version of Filmwright.",
                    "Update this worker.");
        } catch (SQLException e) {
            return Outcome.failed(new Failure.Misconfigured(
                    "The database " + address + " cannot be reached: " + Trouble.words(e) + ".",
                    "Check address, user and password (FILMWRIGHT_DATABASE_PASSWORD or ~/.pgpass)."));
        } catch (IOException e) {
            return Outcome.failed(Trouble.failure("The folder " + root + " cannot be used", e));
        }
    }

    private Outcome<ProjectFolder> joined(Database database, String mark) throws IOException {
        boolean done = false;
        try {
            String known = database.gate().write(unit -> known(unit.sql(), mark));
            if (!known.equals(mark)) {
                return refused(
                        root + " is not the media folder of the project at " + address + ". Nothing was changed.",
                        "Name the folder that the other workers use.");
            }
            node.register(database);
            ProjectFolder folder = ProjectFolder.shared(root, database, node, Waypoint.NONE);
            ProjectOpening.empty(folder.staging());
            done = true;
            return Outcome.ok(folder);
        } catch (LedgerFailed e) {
            return Outcome.failed(e.failure());
        } finally {
            if (!done) {
                database.close();
            }
        }
    }

    /** The mark that the project was begun with. */
    private static String known(Sql sql, String mine) {
        Optional<String> known = sql.first("select v from meta where k = 'media'", row -> row.getString(1));
        if (known.isEmpty()) {
            sql.update("insert into meta (k, v) values ('media', ?)", mine);
        }
        return known.orElse(mine);
    }

    /** A new mark comes into place whole, and only once, whoever is first. */
    private String mark() throws IOException {
        Path file = root.resolve(MARK);
        if (!Files.exists(file)) {
            Path part = Files.writeString(root.resolve(MARK + "." + node.id()), UUID.randomUUID().toString());
            try {
                Files.createLink(file, part);
            } catch (java.nio.file.FileAlreadyExistsException e) {
                System.getLogger(FarmOpening.class.getName()).log(System.Logger.Level.DEBUG, "Another was first", e);
            } finally {
                Files.delete(part);
            }
        }
        return Files.readString(file);
    }

    private static Outcome<ProjectFolder> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what, remedy));
    }
}
