package org.filmwright.search;

/** A piece of text of something that can be found. @param role whatever tells its owner what it is */
public record Passage(Enum<?> role, Weight weight, String text) {

    /**
     * How much a word counts that is found there; marks, as a state or a seed, count apart from the length of texts, and
     * what stands aside, as the name of a file, is hardly ever meant.
     */
    public enum Weight {
        NAME(3), SAID(1.5f), TEXT(1), MARK(1), ASIDE(0.2f);

        private final float boost;

        Weight(float boost) {
            this.boost = boost;
        }

        float boost() {
            return boost;
        }
    }
}
