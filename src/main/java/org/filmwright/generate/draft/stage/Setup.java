package org.filmwright.generate.draft.stage;

import java.util.List;
import java.util.SplittableRandom;
import org.filmwright.generate.Staging;

/**
 * A camera setup: everything a place must know to paint itself.
 *
 * @param geography same for every shot at the place: windows, doors and trees hang on it
 * @param seed of this board: clouds, small things
 * @param close 0 for wide shots to 1 for extreme close-ups: the background will be thrown out of focus; paint large shapes
 */
public record Setup(Staging staging, Stage stage, Palette palette, Idea idea, List<Mark> marks, long geography,
        long seed, double close) {
    public Setup {
        marks = List.copyOf(marks);
    }

    /** Randomness that is the same in every shot of the place. */
    public SplittableRandom place() {
        return new SplittableRandom(geography);
    }

    /** Randomness of this board alone. */
    public SplittableRandom board() {
        return new SplittableRandom(seed);
    }

    /** Heading and action in lower case, to look words up in. */
    public String words() {
        return (staging.place().location() + " " + staging.action()).toLowerCase(java.util.Locale.ROOT);
    }
}
