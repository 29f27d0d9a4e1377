package org.filmwright.media;

import org.filmwright.base.FrameSize;

/** Draws the frames of a shot. Several threads may draw at once; the same frame always has the same samples. */
public sealed interface Camera permits RostrumCamera, MultiplaneCamera {
    FrameSize size();

    int frames();

    /** Draws frame {@code n}, 0 to frames() - 1. */
    void frame(int n, YuvFrame into);
}
