package org.filmwright.production;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Money;

/** Who makes something in a project, by the ids of generators. */
public sealed interface Trade permits Artists, Filmers {
    /** Those who can be asked since the project was opened. */
    List<String> here();

    /** Who was asked last, also where nobody of that id is here any more. */
    Optional<String> last();

    /** What those of {@link #here} take who charge. */
    Map<String, Artists.Tariff> tariffs();

    /** What one piece by somebody is said to cost; nothing where it costs nothing, or nobody knows. */
    default Optional<Money> price(String maker) {
        return Optional.ofNullable(tariffs().get(maker)).flatMap(Artists.Tariff::price);
    }

    /** Whether somebody charges, and nobody knows how much. */
    default boolean isUnpriced(String maker) {
        return Optional.ofNullable(tariffs().get(maker)).filter(tariff -> tariff.price().isEmpty()).isPresent();
    }
}
