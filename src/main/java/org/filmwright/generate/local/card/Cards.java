package org.filmwright.generate.local.card;

import java.util.List;
import java.util.Optional;

/** The graphics cards of this machine that models can use. */
@FunctionalInterface
public interface Cards {
    /** As they are at this moment, which may take seconds to find out; none where there are none, or nobody tells of them. */
    List<Card> now();

    /** As the driver tells. */
    static Cards ofDriver() {
        return NvidiaSmi.usual();
    }

    /** @param device {@code cuda:0}; anything else is no card */
    default Optional<Card> find(String device) {
        return device.startsWith("cuda:")
                ? now().stream().filter(card -> card.device().equals(device)).findFirst()
                : Optional.empty();
    }
}
