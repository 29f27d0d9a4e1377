package org.filmwright.generate.local.graph;

/** One call of the runtime and nothing else, on buffers that stand ready: what everything around it is measured against. */
@FunctionalInterface
public interface Bare {
    void run() throws PaintFailed;
}
