package org.filmwright;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Tallies;
import org.filmwright.production.Tally;

/** What an agent has done in a project, as {@code agents list} and {@code agents show} print it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AgentTally(long asked, long succeeded, long failed, long working, long waiting, Map<String, Long> by,
        Optional<Double> medianSeconds, Optional<Double> confidence, Map<String, Long> reviews,
        Optional<Instant> since) {
    static AgentTally of(Tally tally) {
        return new AgentTally(tally.asked(), tally.succeeded(), tally.failed(), tally.working(), tally.waiting(),
                tally.by(), tally.median(), tally.sure(), tally.reviews(), tally.since());
    }

    /** Of a project, by agent; nothing where there is no project, or somebody works in it, which is said. */
    static Map<String, AgentTally> in(Console console, Optional<Path> project) {
        Optional<Path> known = project.filter(folder -> Files.isDirectory(folder.resolve("journal")));
        if (known.isEmpty()) {
            return Map.of();
        }
        return switch (Desk.at(known.get())) {
            case Outcome.Failed<Desk>(Failure failure) -> {
                console.notice("What the agents did in this project is not told: " + Wording.of(failure));
                yield Map.of();
            }
            case Outcome.Ok<Desk>(Desk desk) -> {
                try (desk) {
                    yield new Tallies(desk.engine()).all()
                            .entrySet()
                            .stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, each -> of(each.getValue())));
                }
            }
        };
    }

    String words() {
        List<String> words = new ArrayList<>(List.of("asked " + asked, "done " + succeeded, "failed " + failed));
        if (working > 0) {
            words.add("at work " + working);
        }
        if (waiting > 0) {
            words.add("waiting for a person " + waiting);
        }
        if (!by.isEmpty()) {
            words.add("by " + counted(by));
        }
        median().ifPresent(words::add);
        confidence.ifPresent(sure -> words.add(String.format(Locale.ROOT, "%.0f %% sure on average", 100 * sure)));
        if (!reviews.isEmpty()) {
            words.add("answered " + counted(reviews));
        }
        since.ifPresent(from -> words.add("counted since " + from));
        return String.join("; ", words);
    }

    private Optional<String> median() {
        return medianSeconds.map(seconds -> String.format(Locale.ROOT, "half within %.2f s", seconds));
    }

    private static String counted(Map<String, Long> counts) {
        return counts.entrySet()
                .stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
