package org.filmwright.engine;

import org.filmwright.base.Progress;

/** Hears what happens, in the order it became durable, on a thread of the engine. Answers quickly. */
public interface EngineListener {
    default void runChanged(Run run) {}

    default void stepChanged(Step step) {}

    /** A person answered, in this process. */
    default void decided(OpenQuestion asked, Choice choice) {}

    /** At most ten times a second per step; never stored. @param fraction 0..1 of this step */
    default void progress(StepId step, double fraction, String note) {}

    /** How what a step makes looks by now; of those that come faster than ten times a second some are dropped. */
    default void glimpse(StepId step, Progress.Glimpse picture) {}
}
