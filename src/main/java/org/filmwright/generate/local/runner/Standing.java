package org.filmwright.generate.local.runner;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A process of models as it was last heard of, which costs nobody anything.
 *
 * @param model what is loaded
 * @param rss bytes that it holds; 0 where it does not run, or nobody can tell
 * @param pictures painted since it was started
 */
public record Standing(Optional<Path> model, long rss, int pictures) {
    /** Does not run. */
    public static final Standing NONE = new Standing(Optional.empty(), 0, 0);

    /** A change that nobody would see. */
    private static final long UNSEEN = 32L << 20;

    Standing loaded(Path now) {
        return new Standing(Optional.of(now), rss, pictures);
    }

    Standing painted(long held) {
        return new Standing(model, held, pictures + 1);
    }

    Standing holding(long held) {
        return Math.abs(held - rss) < UNSEEN ? this : new Standing(model, held, pictures);
    }
}
