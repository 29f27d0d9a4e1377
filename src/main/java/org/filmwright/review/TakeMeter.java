package org.filmwright.review;

import java.nio.file.Path;
import org.filmwright.base.Outcome;
import org.filmwright.base.Region;

/** Measures a take's picture. Port; implemented where the pictures are read. */
@FunctionalInterface
public interface TakeMeter {
    Outcome<TakeMeasures> measure(Path picture, Region subject);
}
