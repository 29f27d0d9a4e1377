package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@link Statistics} counted by hand: what the SQL must answer, too. */
final class MemoryStatistics {
    private MemoryStatistics() {}

    record Review(String state, Instant at, Optional<Choice> choice) {}

    static Statistics of(List<Step> steps, Collection<Review> reviews) {
        Map<StepState, Long> byState = new EnumMap<>(StepState.class);
        steps.forEach(step -> byState.merge(step.state(), 1L, Long::sum));
        Map<String, List<Step>> byHandler = steps.stream()
                .filter(step -> step.work() instanceof StepSpec.Work.Task)
                .collect(Collectors.groupingBy(step -> ((StepSpec.Work.Task) step.work()).handler(), TreeMap::new,
                        Collectors.toList()));
        return new Statistics(byState, byHandler.entrySet()
                .stream()
                .map(kind -> kind(kind.getKey(), kind.getValue()))
                .toList(), reviews(reviews));
    }

    private static Statistics.Kind kind(String handler, List<Step> steps) {
        List<Double> took = steps.stream()
                .filter(step -> step.state() == StepState.SUCCEEDED)
                .flatMap(step -> step.took().stream())
                .map(each -> each.toMillis() / 1e3)
                .sorted()
                .toList();
        OptionalDouble sure = steps.stream()
                .flatMap(step -> step.ending().confidence().stream())
                .mapToDouble(Double::doubleValue)
                .average();
        return new Statistics.Kind(handler, took.size(),
                new Statistics.Times(took.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                        quantile(took, 0.5), quantile(took, 0.95), quantile(took, 1)),
                steps.stream().filter(step -> step.state() == StepState.FAILED).count(),
                steps.stream().mapToLong(step -> Math.max(0, step.tries().attempt() - 1)).sum(),
                steps.stream().mapToLong(step -> step.tries().crashes()).sum(),
                sure.isPresent() ? Optional.of(sure.getAsDouble()) : Optional.empty());
    }

    private static double quantile(List<Double> sorted, double q) {
        if (sorted.isEmpty()) {
            return 0;
        }
        double at = q * (sorted.size() - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }

    private static Statistics.Reviews reviews(Collection<Review> reviews) {
        List<Review> answered = reviews.stream().filter(review -> review.state.equals("ANSWERED")).toList();
        Map<String, Long> byChoice = new TreeMap<>();
        answered.forEach(review -> byChoice.merge(review.choice.orElseThrow().choice(), 1L, Long::sum));
        List<Double> seconds = answered.stream()
                .map(review -> Duration.between(review.at, review.choice.orElseThrow().at()).toMillis() / 1e3)
                .sorted()
                .toList();
        return new Statistics.Reviews(reviews.stream().filter(review -> review.state.equals("OPEN")).count(), byChoice,
                seconds.isEmpty() ? Optional.empty() : Optional.of(seconds.get(seconds.size() / 2)));
    }
}
