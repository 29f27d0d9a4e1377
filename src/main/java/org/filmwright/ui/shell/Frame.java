package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import org.filmwright.ui.kit.Loudspeaker;
import org.filmwright.ui.kit.Notifier;

/** What the studio asks of the window it stands in. */
public interface Frame {
    Choosers choosers();

    void fullScreen(boolean on);

    boolean isFullScreen();

    /** Whether what is typed goes to it. */
    boolean isFocused();

    /** Where a person who is elsewhere can be told something; nothing where this desktop offers none. */
    Optional<Notifier> notifier();

    /** Where films are heard. */
    default Loudspeaker loudspeaker() {
        return Loudspeaker.NONE;
    }

    /** Closes the window. */
    void quit();

    String version();

    /** Has the desktop show what was written down; says whether there is anything. */
    boolean openLog();

    /** Has the desktop show a folder; says whether it can. */
    boolean openFolder(Path folder);

    /**
     * Shows a scene in a window of its own, on another screen where there is one.
     *
     * @param closed told when a person closes it
     * @return closes it
     */
    Runnable secondWindow(Scene scene, Runnable closed);
}
