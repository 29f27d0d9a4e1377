package org.filmwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.filmwright.base.FrameSize;

/** What {@code image} was asked for. @param files one for each picture; the first takes {@code seed}, each later one more */
record ImageOrder(String prompt, String negative, Optional<FrameSize> size, OptionalInt steps, OptionalDouble guidance,
        Optional<Path> start, double strength, List<Path> files, long seed, Optional<Path> dump) {}
