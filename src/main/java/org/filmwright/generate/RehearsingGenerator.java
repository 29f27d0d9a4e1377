package org.filmwright.generate;

import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;

/** A generator whose clips can be seen before they are made, frame by frame just as they will be. */
public interface RehearsingGenerator extends Generator {
    /** @param clip its size may be smaller than that of the clip itself; its folder is not used */
    Outcome<Rehearsal> rehearse(Request.Clip clip);

    /** Frames that are drawn when they are asked for. One thread at a time. */
    interface Rehearsal extends AutoCloseable {
        FrameSize size();

        int frames();

        /** @param argb filled with frame {@code n}: 0xffRRGGBB, row by row */
        void frame(int n, int[] argb);

        @Override
        void close();
    }
}
