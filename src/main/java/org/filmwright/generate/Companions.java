package org.filmwright.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/**
 * Small models that see and measure rather than paint (diffusion.md 16). Each is there only where its model is; what is
 * asked of one that is not is {@link org.filmwright.base.Failure.Misconfigured}. Files appear whole or not at all.
 * Calls block, and throw {@link org.filmwright.base.Cancelled} when asked to stop.
 */
public interface Companions {
    /** What one can do. */
    enum Skill {
        /** How near each point of a picture is. */
        DEPTH,
        /** The same picture with more pixels. */
        ENLARGE,
        /** The frame between two frames. */
        BETWEEN,
        /** Pictures and words in one space (CLIP): how well a picture answers its prompt, which pictures are nearly the same. */
        LIKENESS,
        /** What a sentence means, for finding it by other words. */
        MEANING
    }

    /** Nobody. */
    Companions NONE = new NoCompanions();

    Set<Skill> skills();

    /**
     * Which model answers: changes with any of its files, so that what it said can be kept under it.
     *
     * @param skill one of {@link #skills()}
     */
    String version(Skill skill);

    /** Writes a grey PNG of 16 bits as large as the picture: 0 is the farthest point of it, 65535 the nearest. */
    Outcome<Path> depth(Path picture, Path to, Progress progress);

    /** Writes the picture as a PNG, as many times as large each way as the model makes it (2 or 4). */
    Outcome<Path> enlarge(Path picture, Path to, Progress progress);

    /**
     * Writes the frame at a time between two frames of the same size, as a PNG.
     *
     * @param at above 0 (the first) and below 1 (the second)
     */
    Outcome<Path> between(Path first, Path second, double at, Path to, Progress progress);

    /** One vector of length 1 a picture; the likeness of two is their dot product, -1 to 1. */
    Outcome<List<float[]>> likenessOfPictures(List<Path> pictures, Progress progress);

    /** One vector of length 1 a text, in the space of {@link #likenessOfPictures}; words beyond 77 ids are left out. */
    Outcome<List<float[]>> likenessOfWords(List<String> texts, Progress progress);

    /** One vector of length 1 a text, in a space of its own. */
    Outcome<List<float[]>> meaning(List<String> texts, Progress progress);
}
