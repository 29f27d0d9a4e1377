package org.filmwright.generate;

import java.nio.file.Path;
import java.util.List;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** A generator that paints far to near, and can show what it painted in each depth. */
public interface LayeredGenerator extends Generator {
    /**
     * Paints a picture once more, at its own size, and keeps its planes apart, into the request's folder.
     *
     * @param picture what {@link #start} answered to the request; refused where something else is painted by now
     * @return far to near; laid over each other they are the picture
     */
    Outcome<List<Request.Plane>> planes(Request.Image request, Path picture, Progress progress);
}
