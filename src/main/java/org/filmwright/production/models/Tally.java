package org.filmwright.production.models;

import org.filmwright.base.Progress;

/** Tells how far work is that reads or writes so many bytes in all, and hears when it should stop. */
final class Tally {
    private static final long TOLD = 8 << 20;

    private final Progress progress;
    private final long whole;
    private long done;
    private long told;

    /** @param whole bytes, each time they are read or written */
    Tally(Progress progress, long whole) {
        this.progress = progress;
        this.whole = Math.max(1, whole);
    }

    /** @throws org.filmwright.base.Cancelled when somebody asked to stop */
    void more(long bytes) {
        progress.checkCancelled();
        done += bytes;
        if (done - told >= TOLD || done >= whole) {
            told = done;
            progress.report(Math.min(1, (double) done / whole), "");
        }
    }
}
