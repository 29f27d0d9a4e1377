package org.filmwright.ui.story;

import java.math.RoundingMode;
import org.filmwright.production.Crew;
import org.filmwright.ui.kit.CostText;
import org.filmwright.ui.kit.Words;

/** What asking costs, in a sentence; rounded up, so that it never promises too little. */
final class CrewPriceText {
    private static final int CENTS = 2;

    private CrewPriceText() {}

    static String of(Crew.Price price) {
        return !price.charged()
                ? Words.of("crew.price.free")
                : price.most()
                        .map(most -> Words.of("crew.price.most", "amount", CostText.spent(most.amount()
                                .setScale(CENTS, RoundingMode.CEILING), most.currency())))
                        .orElse(Words.of("crew.price.unknown"));
    }
}
