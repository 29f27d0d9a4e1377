package org.filmwright.generate.local.graph;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import org.filmwright.base.Cancelled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the run of a graph from another thread, between two of its kernels, and every later one before it begins. */
public final class Halt {
    private static final Logger LOG = LoggerFactory.getLogger(Halt.class);

    private RunOptions running;
    private boolean asked;

    /** Asks whatever runs, and what would run next, to stop. */
    public synchronized void ask() {
        asked = true;
        if (running != null) {
            try {
                running.setTerminate(true);
            } catch (OrtException e) {
                LOG.warn("A run does not hear that it should stop; it ends with its step.", e);
            }
        }
    }

    public synchronized boolean isAsked() {
        return asked;
    }

    /** @throws Cancelled when it was asked before the run began */
    synchronized void begin(RunOptions options) {
        if (asked) {
            throw new Cancelled();
        }
        running = options;
    }

    synchronized void end() {
        running = null;
    }
}
