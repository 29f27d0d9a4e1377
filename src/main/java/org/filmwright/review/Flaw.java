package org.filmwright.review;

/** Why a take is no good, from a list: what can be counted can be mended in the prompt. */
public enum Flaw {
    HANDS, FACE, LIKENESS, FRAMING, LIGHT, CONTINUITY, TEXT, SOFT
}
