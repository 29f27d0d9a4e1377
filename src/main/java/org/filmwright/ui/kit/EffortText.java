package org.filmwright.ui.kit;

import java.time.Duration;
import org.filmwright.production.Edits;

/** What work will take, told before it is begun: {@code ~$0.00, about 0:50}. */
public final class EffortText {
    private EffortText() {}

    public static String of(Edits.Effort effort) {
        return Words.of("effort", "price", price(effort), "time", time(effort));
    }

    /** The time alone: {@code about 0:50}, {@code not measured yet}. */
    public static String time(Edits.Effort effort) {
        return effort.measured()
                ? EtaText.about(Duration.ofMillis(Math.round(effort.seconds() * 1000)))
                : Words.of("effort.unmeasured");
    }

    /** The money alone. */
    public static String price(Edits.Effort effort) {
        return effort.price()
                .map(money -> CostText.estimated(money.amount(), money.currency()))
                .orElseGet(() -> Words.of("cost.about", "amount", CostText.none()));
    }
}
