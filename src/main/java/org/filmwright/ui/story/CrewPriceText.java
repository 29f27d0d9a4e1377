package org.filmwright.ui.story;

import java.math.RoundingMode;
import org.filmwright.production.Crew;
import org.filmwright.ui.kit.CostText;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Words;

/** What asking costs, in a sentence; rounded up, so that it never promises too little; or why nobody can be asked. */
final class CrewPriceText {
    private static final int CENTS = 2;

    private CrewPriceText() {}

    static String of(Crew.Price price) {
        return switch (price) {
            case Crew.Price.Free() -> Words.of("crew.price.free");
            case Crew.Price.AtMost(var most) -> Words.of("crew.price.most", "amount",
                    CostText.spent(most.amount().setScale(CENTS, RoundingMode.CEILING), most.currency()));
            case Crew.Price.Unknown() -> Words.of("crew.price.unknown");
            case Crew.Price.Unable(var why) -> Failures.words(why);
        };
    }
}
