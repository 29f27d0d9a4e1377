package org.filmwright.engine;

import java.time.Duration;

/** Who does the work of an engine: threads in the product, the test's own thread in a test. */
public interface Crew {
    /** Runs a step; the engine never asks for more at once than its lanes have room for. */
    void work(Runnable step);

    /** Runs a short action after a while. */
    void later(Duration delay, Runnable action);

    /** Runs short actions one after the other, in the order given. */
    void tell(Runnable news);

    /** Takes nothing new and waits for the running steps to end, at most 10 s. */
    void dismiss();
}
