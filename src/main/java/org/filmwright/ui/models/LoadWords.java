package org.filmwright.ui.models;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.production.models.Load;
import org.filmwright.production.models.Use;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Words;

/** What is done about a model, and what it was used for, in words. */
final class LoadWords {
    private LoadWords() {}

    /** {@code 41 %}; nothing while that is not known. */
    static String percent(Load.Amount amount) {
        return Double.isNaN(amount.fraction())
                ? ""
                : Words.of("unit.percent", "value", Math.round(Math.floor(amount.fraction() * 100)));
    }

    static double fraction(Load load) {
        return switch (load.state()) {
            case Load.Going(Load.Amount amount, _) -> amount.fraction();
            case Load.Stopped(Load.Amount amount, _) -> amount.fraction();
            case Load.Asks _ -> Double.NaN;
        };
    }

    /** Behind the bar: {@code 41 %  88.0 MB/s · 4:20 left}, {@code stopped at 41 %}. */
    static String figures(Load load) {
        return switch (load.state()) {
            case Load.Going(Load.Amount amount, Load.Pace pace) -> Double.isNaN(amount.fraction())
                    ? Words.of("models.load." + load.kind())
                    : Words.of(pace.rate() < 1 ? "models.figures.percent" : "models.figures", "percent",
                            percent(amount),
                            "rate", Bytes.words(Math.round(pace.rate())), "left", left(pace));
            case Load.Stopped(Load.Amount amount, Optional<Failure> why) -> Words.of(why.isPresent()
                    ? "models.failed.at"
                    : "models.paused.at", "percent", percent(amount));
            case Load.Asks _ -> Words.of("models.asks");
        };
    }

    private static String left(Load.Pace pace) {
        return pace.left().map(time -> Words.of("eta.left", "time", Words.duration(time.toSeconds()))).orElse("");
    }

    /** {@code 9.8 GB of 23.8 GB}. */
    static String have(Load load) {
        return switch (load.state()) {
            case Load.Going(Load.Amount amount, _) -> have(amount);
            case Load.Stopped(Load.Amount amount, _) -> have(amount);
            case Load.Asks _ -> "";
        };
    }

    private static String have(Load.Amount amount) {
        return amount.whole() == 0
                ? ""
                : Words.of("models.have", "done", Bytes.words(amount.done()), "whole", Bytes.words(amount.whole()));
    }

    /** The whole sentence, with what to do. */
    static String sentence(Load load) {
        return switch (load.state()) {
            case Load.Going _ -> Words.of("models.going." + load.kind(), "name", load.name());
            case Load.Asks _ -> Words.of("models.asks.hint", "name", load.name());
            case Load.Stopped(_, Optional<Failure> why) -> why.map(Failures::words)
                    .orElseGet(() -> Words.of("models.paused.hint"));
        };
    }

    /** {@code today}, {@code yesterday}, {@code 12 Nov 2026}; {@code never} where it was not used. */
    static String last(List<Use> uses, LocalDate today) {
        return uses.stream().findFirst().map(use -> day(use.last(), today)).orElseGet(() -> Words.of("models.never"));
    }

    static String day(Instant at, LocalDate today) {
        LocalDate day = LocalDate.ofInstant(at, ZoneId.systemDefault());
        return day.equals(today)
                ? Words.of("models.today")
                : day.equals(today.minusDays(1))
                        ? Words.of("models.yesterday")
                        : day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    /** {@code 12 pictures, today}. */
    static String use(Use use, LocalDate today) {
        return Words.of("models.use", "pictures", Words.count("models.pictures.n", use.pictures()), "day", day(use
                .last(), today));
    }

    /** Of all that it painted, before it is taken away. */
    static String used(List<Use> uses, LocalDate today) {
        int pictures = uses.stream().mapToInt(Use::pictures).sum();
        return Words.of(uses.size() == 1 ? "models.used.film" : "models.used.films", "pictures", Words.count(
                "models.pictures.n", pictures), "film", uses.getFirst().title(), "more", uses.size() - 1, "day",
                day(
                        uses.getFirst().last(), today));
    }
}
