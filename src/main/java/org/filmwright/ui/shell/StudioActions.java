package org.filmwright.ui.shell;

import java.nio.file.Path;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.media.Encoders;
import org.filmwright.production.Makers;
import org.filmwright.production.Network;
import org.filmwright.production.Preferences;
import org.filmwright.production.Project;
import org.filmwright.production.ProviderKeys;
import org.filmwright.production.Writers;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Supply;
import org.filmwright.production.models.Devices;

/** What the studio asks of the rest of the program. Every call may take its time and is made behind the window. */
public interface StudioActions {
    /** Opens a project folder. */
    Outcome<Project> open(Path folder);

    /** Starts an empty project in a folder that does not exist yet. */
    Outcome<Project> create(Path folder);

    /** Opens a project folder, or starts one where there is none. */
    Outcome<Project> enter(Path folder);

    /** Where the project of a script or a story lies: beside it, under its name. */
    static Path folderOf(Path script) {
        String name = script.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return script.toAbsolutePath().normalize().resolveSibling(name + ".filmwright");
    }

    /** The models of this machine; their folder need not exist. */
    ModelShelf models();

    /** Who brings models from elsewhere. */
    Supply supply();

    /** Who may write for the agents; getting them ready may take long the first time, asked behind the window. */
    Writers writers();

    /** What is remembered of the person who sits here. */
    Preferences preferences();

    /** The keys of those who charge; asked behind the window, as the writers are. */
    ProviderKeys keys();

    /** What left this machine. */
    Network network();

    /** Where the models of an open project paint. */
    default Devices devices(Project project) {
        return Devices.NONE;
    }

    /** What codes films here. */
    default Encoders encoders() {
        return Encoders.ofMachine();
    }

    /** What this computer has; cheap. */
    Machine machine();

    /** Opens the project of a screenplay, which is made beside it when there is none, with script and plan recorded. */
    Outcome<Project> begin(Path screenplay);

    /**
     * Takes the project as far as a film: draws what is not drawn, circles the best take where nobody decided, makes
     * clips, cuts, exports. What is done already is not done again.
     *
     * @param artist who draws the first film of a project; a later one is drawn by who drew that
     * @return the film file
     * @throws org.filmwright.base.Cancelled when asked to stop through {@code progress}
     */
    Outcome<Path> make(Project project, Makers chosen, Progress progress);
}
