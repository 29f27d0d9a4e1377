package org.filmwright.generate.draft.stage;

/** Knows every kind of place; always finds one, so unknown words get the nearest kit with its own signature. */
public interface Places {
    Scenery dress(Setup setup);
}
