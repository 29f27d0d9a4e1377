package org.filmwright.review;

import java.util.Optional;

/**
 * What somebody noted about a take beside the ruling.
 *
 * @param stars 0 to 5; 0 for none
 * @param flaw why it was rejected, where that was said
 */
public record Marks(int stars, Optional<Flaw> flaw) {
    public static final int MOST = 5;
    public static final Marks NONE = new Marks(0, Optional.empty());

    public Marks {
        if (stars < 0 || stars > MOST) {
            throw new IllegalArgumentException("A take has 0 to " + MOST + " stars, not " + stars);
        }
    }

    public Marks rated(int given) {
        return new Marks(given, flaw);
    }

    public Marks flawed(Optional<Flaw> why) {
        return new Marks(stars, why);
    }
}
