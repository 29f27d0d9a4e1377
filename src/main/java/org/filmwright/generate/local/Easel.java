package org.filmwright.generate.local;

import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Where a model paints, one picture at a time; whoever asks while it is taken waits. */
public interface Easel {
    /**
     * Paints with the model of a folder, which is loaded first unless it is there. The order's file appears whole or not
     * at all.
     *
     * @throws org.filmwright.base.Cancelled when asked to stop
     */
    Outcome<Painter.Painted> paint(Path model, Painter.Order order, Progress progress);

    /**
     * How many seconds a picture will probably take that is painted as the model is made for; empty where none of this size
     * was measured here. Reads some megabytes.
     */
    default Optional<Double> expected(Path model, FrameSize size) {
        return Optional.empty();
    }
}
