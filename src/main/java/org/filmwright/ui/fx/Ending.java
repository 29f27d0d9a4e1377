package org.filmwright.ui.fx;

/**
 * The end of the program by a signal: the toolkit goes while the window's thread still draws, and what that thread throws
 * then is nobody's mistake.
 */
public final class Ending {
    private Ending() {}

    /** Everything else that the thread throws is told as before. */
    public static void watch(Thread window) {
        Thread.UncaughtExceptionHandler before = window.getUncaughtExceptionHandler();
        window.setUncaughtExceptionHandler((thread, problem) -> {
            if (!isEnding()) {
                before.uncaughtException(thread, problem);
            }
        });
    }

    /** Nobody may add or take away what is done at the end any more. */
    private static boolean isEnding() {
        try {
            Thread probe = Thread.ofPlatform().unstarted(() -> {});
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
