package org.filmwright.production;

import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.export.FilmFrames;
import org.filmwright.generate.RehearsingGenerator;

/** A rehearsal as a film of its own. */
public record RehearsedFilm(RehearsingGenerator.Rehearsal rehearsal, FrameRate rate) implements FilmFrames {
    @Override
    public FrameSize size() {
        return rehearsal.size();
    }

    @Override
    public int frames() {
        return rehearsal.frames();
    }

    @Override
    public void frame(int n, int[] argb) {
        rehearsal.frame(n, argb);
    }

    @Override
    public void close() {
        rehearsal.close();
    }
}
