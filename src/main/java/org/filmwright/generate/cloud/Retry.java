package org.filmwright.generate.cloud;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.filmwright.net.Reply;

/** When a server wants to be asked again. */
final class Retry {
    private static final Duration MOST = Duration.ofHours(1);

    private Retry() {}

    /**
     * From {@code retry-after-ms}, or {@code retry-after} in seconds or as a date; of a 429 also from {@code ratelimit-reset}
     * in seconds; never more than an hour.
     */
    static Optional<Duration> after(Reply.Answered answered) {
        return answered.header("retry-after-ms")
                .flatMap(text -> number(text).map(millis -> Duration.ofMillis(millis.longValue())))
                .or(() -> answered.header("retry-after").flatMap(text -> seconds(text).or(() -> date(text, answered))))
                .or(() -> answered.status() == 429
                        ? answered.header("ratelimit-reset").flatMap(Retry::seconds)
                        : Optional.empty())
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait.compareTo(MOST) > 0 ? MOST : wait);
    }

    private static Optional<Duration> seconds(String text) {
        return number(text).map(seconds -> Duration.ofMillis((long) (seconds * 1000)));
    }

    private static Optional<Double> number(String text) {
        return text.strip().matches("\\d{1,9}(\\.\\d{1,6})?")
                ? Optional.of(Double.parseDouble(text.strip()))
                : Optional.empty();
    }

    /** Against the server's own clock, where it says what time it has. */
    private static Optional<Duration> date(String text, Reply.Answered answered) {
        return time(text).flatMap(then -> answered.header("date")
                .flatMap(Retry::time)
                .map(now -> Duration.between(now, then)));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
