package org.filmwright.production;

import java.util.Optional;

/**
 * Who makes a film from now on, where a person chose somebody.
 *
 * @param artist who draws, as in {@link Artists}; nothing for who drew before
 * @param filmer who films, as in {@link Filmers}; nothing for who filmed before
 */
public record Makers(Optional<String> artist, Optional<String> filmer) {
    /** Nobody chose. */
    public static final Makers AS_BEFORE = new Makers(Optional.empty(), Optional.empty());

    public static Makers drawnBy(String artist) {
        return new Makers(Optional.of(artist), Optional.empty());
    }

    /** A look, made by them. */
    MakeOrder.Look over(MakeOrder.Look look) {
        MakeOrder.Look drawn = artist.map(look::by).orElse(look);
        return filmer.map(drawn::filmedBy).orElse(drawn);
    }
}
