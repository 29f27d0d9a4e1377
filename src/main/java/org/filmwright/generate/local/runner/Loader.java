package org.filmwright.generate.local.runner;

import java.nio.file.Path;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.Painter;

/** Brings a model into the memory of the process that calls it. */
@FunctionalInterface
public interface Loader {
    /** What cannot be loaded is a failure with a remedy; {@code Exhausted("memory", …)} is tried once more frugally. */
    Outcome<Painter> load(Setup setup);

    /** The same for a companion; frugally it is one that computes on the processor. */
    default Outcome<Companion> companion(Setup setup) {
        return Outcome.failed(new Failure.Bug("runner.companion", "This process knows no companions: "
                + setup.model().getFileName() + " was not loaded."));
    }

    /**
     * @param model its folder
     * @param device as the settings call it: {@code cpu}, {@code cuda:0}
     * @param frugal keeps no more of it in memory than the next stage needs, however long that takes
     */
    record Setup(Path model, String device, boolean frugal) {}
}
