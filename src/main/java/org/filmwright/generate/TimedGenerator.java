package org.filmwright.generate;

import java.util.Optional;
import org.filmwright.base.FrameSize;

/** A generator of this machine that remembers how long its pictures took here. */
public interface TimedGenerator extends Generator {
    /** How many seconds a picture will probably take; empty where nothing like it was measured here. May read files. */
    Optional<Double> expected(FrameSize size);
}
