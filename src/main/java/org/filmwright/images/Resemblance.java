package org.filmwright.images;

import java.util.OptionalDouble;
import org.filmwright.base.MediaRef;

/** How like each other two pictures are to somebody who knows what is in them: a cosine, -1 to 1, where both were looked at. */
@FunctionalInterface
public interface Resemblance {
    /** Two pictures from which on are nearly the same; what else they may be, their fingerprints tell (diffusion.md 16). */
    double SAME = 0.95;

    /** Where nobody knows. */
    Resemblance UNKNOWN = (one, other) -> OptionalDouble.empty();

    OptionalDouble of(MediaRef one, MediaRef other);
}
