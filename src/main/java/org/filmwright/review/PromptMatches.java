package org.filmwright.review;

import java.util.Map;
import java.util.Set;
import org.filmwright.base.Digest;

/**
 * How well pictures match prompts, as a version of a model saw it. Port; implemented by the store. It can be computed again,
 * so it is no fact.
 */
public interface PromptMatches {
    /** A picture by its content and a prompt by its text. */
    record Pair(Digest picture, Digest prompt) {}

    /** Keeps them all at once, in the place of what other versions said of the same. */
    void keep(String version, Map<Pair, PromptMatch> found);

    /** Of the pictures that were compared with that prompt by this version. */
    Map<Digest, PromptMatch> of(String version, Digest prompt);

    /** What this version has compared. */
    Set<Pair> known(String version);
}
