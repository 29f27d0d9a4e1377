package org.filmwright.production;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who films the pictures of a project, by the ids of generators: {@code camera}, or {@code PROVIDER:NAME} for a model of
 * somebody who charges.
 *
 * @param here those who can be asked since the project was opened
 * @param last who was asked for its newest clips, also where nobody of that id is here any more
 * @param tariffs what those of {@code here} take for a clip who charge, the shortest that they make
 */
public record Filmers(List<String> here, Optional<String> last, Map<String, Artists.Tariff> tariffs)
        implements
            Trade {
    /** The rostrum camera, which needs no model. */
    public static final String CAMERA = "camera";

    /** Nobody else, in a project without clips. */
    public static final Filmers NONE = new Filmers(List.of(CAMERA), Optional.empty(), Map.of());

    public Filmers {
        here = List.copyOf(here);
        tariffs = Map.copyOf(tariffs);
    }
}
