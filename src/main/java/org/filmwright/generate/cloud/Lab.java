package org.filmwright.generate.cloud;

import java.nio.file.Path;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Request;

/** Makes what a provider filmed a clip of the film that ordered it; whoever reads video files is elsewhere. */
@FunctionalInterface
public interface Lab {
    /** @param raw as it came @param to where the clip goes, in the size, rate and length of the order */
    Outcome<Path> conformed(Path raw, Request.Clip order, Path to, Progress progress);
}
