package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.filmwright.base.Failure;

/** What a person is told when an order cannot be painted. None of it is tried again by itself, but for what was only interrupted. */
final class Parked {
    private Parked() {}

    /** @param last how it ended with less memory */
    static Failure after(Death last, Path model) {
        String what = "The process of " + model.getFileName() + " " + last.why().replaceFirst("\\.$", "")
                + ", also with less memory. Everything else was kept.";
        return switch (last.cause()) {
            case MEMORY -> new Failure.Exhausted("memory",
                    what + " Make the picture smaller, close other programs, or choose a smaller model.");
            case CRASH -> new Failure.Misconfigured(what,
                    "Check the driver of the graphics card, or paint on the CPU; then retry.");
            case SILENCE -> new Failure.Misconfigured(what,
                    "Choose a smaller model or picture, or close other programs; then retry.");
            case GIBBERISH -> new Failure.Misconfigured(what,
                    "Restart Filmwright; where that does not help, install it again.");
        };
    }

    static Failure unstarted(IOException e) {
        String what = "The process of the models could not be started: " + e.getMessage() + ".";
        return what.contains("error=12,")
                ? new Failure.Exhausted("memory", what + " Close other programs and retry.")
                : new Failure.Misconfigured(what,
                        "Check the temporary folder and its room, and install Filmwright again.");
    }

    static Failure closed() {
        return new Failure.Transient("The process of the models was ended with the studio. The picture is made again.",
                Duration.ZERO);
    }
}
