package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.Outcome;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Question;
import org.filmwright.engine.Reviewed;
import org.filmwright.engine.Reviewed.Review;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;

/** The statistics of agents, out of the steps of a project that they worked in. */
public record Tallies(EngineApi engine) {
    /** A step, whose it was, and what it said. @param reports what it answered, each time it did; the last one last */
    private record Done(String agent, Reviewed reviewed, List<JsonNode> reports) {
        Step step() {
            return reviewed.step();
        }
    }

    /**
     * By agent. What a workflow wanted of anybody who could do it, and nobody answered, stands under what was wanted:
     * {@code agent:logline}.
     */
    public Map<String, Tally> all() {
        Map<String, Instant> marks = engine.countedFrom();
        Map<String, List<Done>> byAgent = engine.reviewed(AgentWork.HANDLERS)
                .stream()
                .filter(each -> each.step().ending().startedAt().isPresent())
                .map(Tallies::done)
                .collect(Collectors.groupingBy(Done::agent, TreeMap::new, Collectors.toList()));
        Map<String, Tally> all = new TreeMap<>();
        byAgent.forEach((agent, work) -> all.put(agent, tally(agent, work, since(marks, agent))));
        return all;
    }

    public Tally of(String agent) {
        return Optional.ofNullable(all().get(agent))
                .orElseGet(() -> Tally.none(agent, since(engine.countedFrom(), agent)));
    }

    /** Counts an agent anew from now on; all of them where none is named. */
    public Outcome<Instant> countAnew(Optional<String> agent) {
        return engine.countAnew(agent.map(AgentWork.HANDLERS::concat).orElse(AgentWork.ANY));
    }

    private static Optional<Instant> since(Map<String, Instant> marks, String agent) {
        return Stream.of(AgentWork.ANY, AgentWork.HANDLERS + agent)
                .flatMap(name -> Optional.ofNullable(marks.get(name)).stream())
                .max(Instant::compareTo);
    }

    private static Done done(Reviewed reviewed) {
        List<JsonNode> reports = new ArrayList<>();
        reviewed.reviews()
                .stream()
                .filter(Review::own)
                .flatMap(review -> review.question().option("accept").stream())
                .forEach(option -> reports.add(Json.tree(option.output())));
        Step step = reviewed.step();
        step.ending()
                .output()
                .map(Json::tree)
                .filter(report -> report.has("answer") && !reports.contains(report))
                .ifPresent(reports::add);
        return new Done(agent(step, reports), reviewed, reports);
    }

    private static String agent(Step step, List<JsonNode> reports) {
        String handler = step.work() instanceof StepSpec.Work.Task task ? task.handler() : "";
        return reports.isEmpty()
                ? handler.equals(AgentWork.ANY) ? Json.read(step.input(), AgentWork.Order.class).agent() : handler
                : reports.getLast().path("agent").asText();
    }

    private static Tally tally(String agent, List<Done> work, Optional<Instant> since) {
        List<Done> counted = work.stream().filter(each -> isSince(each.step().ending().startedAt(), since)).toList();
        List<Review> reviews = work.stream()
                .flatMap(each -> each.reviewed.reviews().stream())
                .filter(Tallies::isAboutWork)
                .filter(review -> isSince(review.choice()
                        .map(choice -> choice.at())
                        .or(() -> Optional.of(
                                review.askedAt())),
                        since))
                .toList();
        Map<String, Long> byChoice = reviews.stream()
                .flatMap(review -> review.choice().stream())
                .collect(Collectors.groupingBy(choice -> choice.choice(), Collectors.counting()));
        long again = reviews.stream().filter(Tallies::isAgain).count();
        List<JsonNode> reports = counted.stream().flatMap(each -> each.reports.stream()).toList();
        Map<String, Long> by = new HashMap<>();
        reports.forEach(report -> by.merge(report.path("by").asText(), 1L, Long::sum));
        return new Tally(agent, counted.size() + again, count(counted, StepState.SUCCEEDED),
                count(counted, StepState.FAILED), count(counted, StepState.RUNNING)
                        + count(counted, StepState.WAITING_EXTERNAL),
                reviews.stream().filter(review -> review.choice().isEmpty()).count(), by, median(counted),
                mean(reports), byChoice, since);
    }

    /** A step that asks itself is done anew where it is told so; what a gate sends back is another start of the step. */
    private static boolean isAgain(Review review) {
        return review.choice()
                .flatMap(choice -> review.question().option(choice.choice()))
                .filter(Question.Option::sendsBack)
                .isPresent();
    }

    /** Not whether it may cost something, nor what became of a call that was lost. */
    private static boolean isAboutWork(Review review) {
        return !review.own() || review.question().option(AgentWork.REDO).isPresent();
    }

    private static boolean isSince(Optional<Instant> at, Optional<Instant> since) {
        return at.filter(then -> since.filter(then::isBefore).isEmpty()).isPresent();
    }

    private static long count(List<Done> work, StepState state) {
        return work.stream().filter(each -> each.step().state() == state).count();
    }

    private static Optional<Double> mean(List<JsonNode> reports) {
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(reports.stream()
                        .mapToDouble(each -> each.path("confidence").asDouble())
                        .average()
                        .orElseThrow());
    }

    private static Optional<Double> median(List<Done> work) {
        List<Double> seconds = work.stream().flatMap(each -> took(each).stream()).sorted().toList();
        return seconds.isEmpty() ? Optional.empty() : Optional.of(seconds.get(seconds.size() / 2));
    }

    /** Until it answered, or asked a person whether its answer is taken. */
    private static Optional<Double> took(Done done) {
        Step.Ending ending = done.step().ending();
        Instant start = ending.startedAt().orElseThrow();
        return done.reviewed.reviews()
                .stream()
                .filter(review -> review.own() && !review.askedAt().isBefore(start))
                .map(Review::askedAt)
                .findFirst()
                .or(() -> done.step().state() == StepState.SUCCEEDED ? ending.endedAt() : Optional.empty())
                .map(end -> Duration.between(start, end).toMillis() / 1e3);
    }
}
