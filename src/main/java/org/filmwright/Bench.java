package org.filmwright;

import java.util.List;

/** A benchmark that compares a hot path with a peer or the bare library in one run. */
@FunctionalInterface
interface Bench {
    List<BenchResult> run();
}
