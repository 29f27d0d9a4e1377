package org.filmwright.production;

/**
 * How often a person took an agent at its word, of the last times it was judged (decision 0087).
 *
 * @param of how many times, at most {@value Remembered#WINDOW}
 */
public record Standing(int taken, int of) {
    public static final Standing UNKNOWN = new Standing(0, 0);
    /** Judged less often, an agent stands where it would stand anyway: one press of a key moves nobody. */
    static final int ENOUGH = 3;

    public Standing {
        if (taken < 0 || taken > of) {
            throw new IllegalArgumentException("Taken " + taken + " times of " + of);
        }
    }

    /**
     * What an agent's own score is multiplied by, between 0.5 and 1.5; 1 where too little is known. Half, plus the share
     * that was taken as Laplace counts it: as if one more had been taken and one more refused.
     */
    public double weight() {
        return of < ENOUGH ? 1 : 0.5 + (taken + 1.0) / (of + 2.0);
    }

    /** Whether it counts, and for the better. */
    public boolean isTrusted() {
        return weight() > 1;
    }

    /** Whether it counts, and for the worse. */
    public boolean isDoubted() {
        return weight() < 1;
    }
}
