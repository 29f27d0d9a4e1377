package org.filmwright.generate.draft.stage;

import java.util.List;
import java.util.SplittableRandom;
import org.filmwright.generate.Staging;

/**
 * A camera setup: everything a place must know to paint itself.
 *
 * @param seeds of the place (windows, doors and trees hang on it) and of this board (clouds, small things)
 * @param close 0 for wide shots to 1 for extreme close-ups: the background will be thrown out of focus; paint large shapes
 */
public record Setup(Staging staging, Stage stage, Palette palette, Idea idea, List<Mark> marks, Seeds seeds,
        double close) {
    /** Of the place, for every shot in it, and of this board alone. */
    public record Seeds(long geography, long board) {}

    public Setup {
        marks = List.copyOf(marks);
    }

    public long geography() {
        return seeds.geography;
    }

    public long seed() {
        return seeds.board;
    }

    /** Randomness that is the same in every shot of the place. */
    public SplittableRandom place() {
        return new SplittableRandom(seeds.geography);
    }

    /** Randomness of this board alone. */
    public SplittableRandom board() {
        return new SplittableRandom(seeds.board);
    }

    /** Heading and action in lower case, to look words up in. */
    public String words() {
        return (staging.place().location() + " " + staging.action()).toLowerCase(java.util.Locale.ROOT);
    }
}
