package org.filmwright.production;

import java.util.List;
import java.util.Optional;

/**
 * Who draws in a project, by the ids of generators: {@code draft}, or {@code local:NAME} for a model of this machine.
 *
 * @param here those who can be asked since the project was opened
 * @param last who was asked for its newest pictures, also where nobody of that id is here any more
 */
public record Artists(List<String> here, Optional<String> last) {
    /** The storyboard artist, who needs no model. */
    public static final String DRAFT = "draft";

    private static final String LOCAL = "local:";

    /** Nobody else, in a project without pictures. */
    public static final Artists NONE = new Artists(List.of(DRAFT), Optional.empty());

    public Artists {
        here = List.copyOf(here);
    }

    /** @param model its name on the shelf */
    public static String local(String model) {
        return LOCAL + model;
    }

    /** The model that an artist is; nothing where that is none of this machine. */
    public static Optional<String> model(String artist) {
        return artist.startsWith(LOCAL) ? Optional.of(artist.substring(LOCAL.length())) : Optional.empty();
    }
}
