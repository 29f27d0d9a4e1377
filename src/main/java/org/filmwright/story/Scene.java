package org.filmwright.story;

import java.util.List;

/**
 * One scene of the screenplay.
 *
 * @param number position in the script, from 1
 * @param label the author's scene number where one is written ({@code #12A#}), else the position
 * @param heading as written, without a forced mark or scene number
 * @param line of the heading in the script, from 1
 * @param characters names in order of appearance, extensions stripped
 */
public record Scene(int number, String label, String heading, Place place, int line, List<String> characters,
        Length length) {
    public Scene {
        characters = List.copyOf(characters);
    }

    /** How much a scene holds: words of action and dialogue, and the estimate of film.md 1.3 in seconds. */
    public record Length(int words, double seconds) {}
}
