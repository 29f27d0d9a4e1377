package org.filmwright.production;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Money;

/**
 * Who draws in a project, by the ids of generators: {@code draft}, {@code local:NAME} for a model of this machine, or
 * {@code PROVIDER:NAME} for one of somebody who charges.
 *
 * @param here those who can be asked since the project was opened
 * @param tariffs what those of {@code here} take who charge
 * @param last who was asked for its newest pictures, also where nobody of that id is here any more
 */
public record Artists(List<String> here, Optional<String> last, Map<String, Tariff> tariffs)
        implements
            Trade {
    /** The storyboard artist, who needs no model. */
    public static final String DRAFT = "draft";

    private static final String LOCAL = "local:";

    /** Nobody else, in a project without pictures. */
    public static final Artists NONE = new Artists(List.of(DRAFT), Optional.empty());

    public Artists {
        here = List.copyOf(here);
        tariffs = Map.copyOf(tariffs);
    }

    /** Nobody of whom charges. */
    public Artists(List<String> here, Optional<String> last) {
        this(here, last, Map.of());
    }

    /** @param price of one picture; absent where nobody knows it @param on the day on which it was read */
    public record Tariff(Optional<Money> price, Optional<LocalDate> on) {}

    /** @param model its name on the shelf */
    public static String local(String model) {
        return LOCAL + model;
    }

    /** The model that an artist is; nothing where that is none of this machine. */
    public static Optional<String> model(String artist) {
        return artist.startsWith(LOCAL) ? Optional.of(artist.substring(LOCAL.length())) : Optional.empty();
    }
}
