package org.filmwright.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A storyboard: what a crew reads before it shoots.
 *
 * @param title of the film
 * @param date as people write it, for the head of each page
 * @param aspect width by height of the pictures
 */
public record Board(String title, String date, double aspect, List<Card> cards) {
    public Board {
        cards = List.copyOf(cards);
    }

    /**
     * One shot.
     *
     * @param scene as numbered by the author; @param heading of that scene
     * @param shot as on the slate, {@code 2-B}
     * @param picture a picture file; none where nothing is drawn yet
     * @param move of the camera, in words
     */
    public record Card(String scene, String heading, String shot, Optional<Path> picture, List<Speech> speech,
            String action, String move, double seconds) {
        public Card {
            speech = List.copyOf(speech);
        }
    }

    /** What somebody says in the shot. */
    public record Speech(String speaker, String words) {}
}
