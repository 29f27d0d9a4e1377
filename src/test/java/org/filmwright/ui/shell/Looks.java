package org.filmwright.ui.shell;

/** What tests of other packages may see of the window. */
public final class Looks {
    private Looks() {}

    public static boolean isSettled(StudioWindow window) {
        return window.isSettled();
    }
}
