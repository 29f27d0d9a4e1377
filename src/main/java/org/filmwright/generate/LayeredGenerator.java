package org.filmwright.generate;

import java.nio.file.Path;
import java.util.List;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** A generator that paints far to near, and can show what it painted in each depth. */
public interface LayeredGenerator extends Generator {
    /**
     * A picture taken apart.
     *
     * @param picture the file that {@link #start} answers to the same request, byte for byte
     * @param planes far to near; laid over each other they are the picture
     */
    record Layers(Path picture, List<Request.Plane> planes) {}

    /** Paints the same picture once more, into the request's folder, and keeps its planes apart. */
    Outcome<Layers> layers(Request.Image request, Progress progress);
}
