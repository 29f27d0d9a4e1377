package org.filmwright.generate.local.text;

/**
 * @param ids as many as were asked for, padded at the right
 * @param used how many of them are not padding
 * @param cut the end of the text that found no room; empty where all of it did
 */
public record Tokens(int[] ids, int used, String cut) {
    public boolean isWhole() {
        return cut.isEmpty();
    }
}
