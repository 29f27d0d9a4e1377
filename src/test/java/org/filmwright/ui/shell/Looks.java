package org.filmwright.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.filmwright.production.Project;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.ThreePanes;
import org.filmwright.ui.kit.Workspace;

/** What tests of other packages may see of the window. */
public final class Looks {
    private Looks() {}

    /** Puts a project among those opened before. */
    public static void remember(StudioWindow window, Path folder, Optional<Path> poster) {
        window.model().recents().opened(folder);
        poster.ifPresent(picture -> window.model().recents().poster(folder, picture));
    }

    /** The three panes of the workspace in front. */
    public static ThreePanes panes(StudioWindow window) {
        return ((Workspace) window.page(window.model().workspace().get())).panes();
    }

    /** What is in front. */
    public static Scope workspace(StudioWindow window) {
        return window.model().workspace().get();
    }

    /** All pages that can be in front. */
    public static List<Scope> pages(StudioWindow window) {
        return window.pages();
    }

    /** Holds files over the page in front; says whether they would be taken. */
    public static boolean hold(StudioWindow window, List<File> files) {
        return window.drop().hold(files, window.page(window.model().workspace().get()).root());
    }

    /** The same over a node of it. */
    public static boolean hold(StudioWindow window, List<File> files, Node under) {
        return window.drop().hold(files, under);
    }

    public static boolean drop(StudioWindow window, List<File> files, Node under) {
        return window.drop().drop(files, under);
    }

    /** Does what a menu would do. */
    public static boolean run(StudioWindow window, String command) {
        return window.commands().of(command).run();
    }

    public static boolean drop(StudioWindow window, List<File> files) {
        return window.drop().drop(files, window.page(window.model().workspace().get()).root());
    }

    public static boolean isOpen(StudioWindow window, Project project) {
        return window.desk().project().get().filter(open -> open == project).isPresent();
    }

    /** Work behind the window ends as nobody foresaw. */
    public static void fail(StudioWindow window) {
        window.desk().offstage().run(() -> {
            throw new IllegalStateException("a test says so");
        });
    }

    /** What a command is called now. */
    public static String words(StudioWindow window, String command) {
        return window.commands().words(command).getValue();
    }

    public static Desk desk(StudioWindow window) {
        return window.desk();
    }

    public static boolean isSettled(StudioWindow window) {
        return window.isSettled();
    }
}
