package org.filmwright.engine;

import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Money;

/**
 * What a step wants from somebody else's machine.
 *
 * @param operation what is done there: {@code image}, {@code clip}
 * @param request digest of everything that is asked for: the same request of the same step is bought once
 * @param estimate the expected price, zero where it costs nothing; absent where nobody knows, which needs a person's yes
 * @param purpose what it is for, in the costs
 */
public record Purchase(String provider, String model, String operation, Digest request, Optional<Money> estimate,
        Purpose purpose) {
    public Purchase {
        if (provider.isBlank() || estimate.filter(money -> money.amount().signum() < 0).isPresent()) {
            throw new IllegalArgumentException("A purchase names its provider and costs nothing or more");
        }
    }

    /** Whether the same seller is wanted for work of the same kind, whatever exactly is asked for. */
    boolean isLike(Purchase other) {
        return provider.equals(other.provider) && model.equals(other.model) && operation.equals(other.operation);
    }

    /** Scene and shot that the money is spent on; empty where it is for the whole film. */
    public record Purpose(String scene, String shot) {
        public static final Purpose FILM = new Purpose("", "");
    }
}
