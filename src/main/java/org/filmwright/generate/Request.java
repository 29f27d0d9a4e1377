package org.filmwright.generate;

import java.nio.file.Path;
import org.filmwright.base.FrameSize;

/** What a generator is asked for. Files are written into {@code folder}, which exists and is the caller's. */
public sealed interface Request {
    Path folder();

    /** One picture; {@code take} is 1, 2, 3 …: takes of a shot differ as ideas, not in noise. */
    record Image(String prompt, Staging staging, FrameSize size, long seed, int take, Path folder) implements Request {}
}
