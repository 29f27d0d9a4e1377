package org.filmwright;

import java.util.function.Supplier;

/** Lets a command that is interrupted put its work back first. */
final class Stopping {
    private Stopping() {}

    /** Does {@code work}; if the program is told to end meanwhile, {@code stop} runs before it does. */
    static <T> T during(Runnable stop, Console console, Supplier<T> work) {
        Thread hook = Thread.ofPlatform().name("stop").unstarted(stop);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            forget(hook, console);
        }
    }

    private static void forget(Thread hook, Console console) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            console.notice("Stopping.");
        }
    }
}
