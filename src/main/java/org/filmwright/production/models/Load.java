package org.filmwright.production.models;

import java.time.Duration;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * Something that is being done about a model, or that stopped and can go on.
 *
 * @param name of the model; of its file or host as long as that is not known
 * @param from where it comes from, for a person
 */
public record Load(long id, Kind kind, String name, String from, State state) {
    /** What is done. */
    public enum Kind {
        DOWNLOAD, IMPORT, CHECK, MOVE
    }

    /** How far it is. */
    public sealed interface State {}

    /** It goes on. */
    public record Going(Amount amount, Pace pace) implements State {}

    /** A licence has to be read first. */
    public record Asks(Licence licence) implements State {}

    /** A download that waits for somebody. @param why empty where a person stopped it */
    public record Stopped(Amount amount, Optional<Failure> why) implements State {}

    /** @param fraction 0 to 1, NaN as long as that is not known; @param whole bytes, 0 as long as they are not known */
    public record Amount(double fraction, long whole) {
        static final Amount UNKNOWN = new Amount(Double.NaN, 0);

        public long done() {
            return Double.isNaN(fraction) ? 0 : Math.round(fraction * whole);
        }
    }

    /** @param rate bytes a second, 0 as long as it is not known; @param left until it is done, where that can be told */
    public record Pace(double rate, Optional<Duration> left) {
        static final Pace UNKNOWN = new Pace(0, Optional.empty());

        static Pace of(Amount amount, double rate) {
            return new Pace(rate, rate < 1
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(Math.round((amount.whole() - amount.done()) * 1e3 / rate))));
        }
    }

    /** What came of it in the end. */
    public record Ended(Load load, Outcome<Model> outcome) {}
}
