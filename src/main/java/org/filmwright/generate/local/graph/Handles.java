package org.filmwright.generate.local.graph;

import java.util.concurrent.atomic.AtomicInteger;

/** How many native things of this process are open now: what is never closed is memory that no collector finds. */
public final class Handles {
    static final AtomicInteger TENSORS = new AtomicInteger();
    static final AtomicInteger GRAPHS = new AtomicInteger();

    private Handles() {}

    public static int tensors() {
        return TENSORS.get();
    }

    public static int graphs() {
        return GRAPHS.get();
    }
}
