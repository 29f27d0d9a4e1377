package org.filmwright;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.filmwright.base.Outcome;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code jobs}: the queue of a project. A job is one step of one workflow. */
@Command(name = "jobs", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "Shows the queue of a project and works on it.")
final class JobsCommand {
    /** Where the project is. */
    static final class Place {
        @Option(names = "--project", required = true, paramLabel = "P", description = "The project folder.")
        private Path folder;

        Desk open() {
            return Desk.open(folder);
        }

        Path folder() {
            return folder;
        }
    }

    /** One job as printed. */
    record Row(String id, String workflow, String path, String handler, String lane, String state, int attempt,
            int crashes, Optional<Double> seconds, Optional<String> failure) {
        static Row of(Step step) {
            String handler = switch (step.work()) {
                case StepSpec.Work.Task task -> task.handler();
                case StepSpec.Work.Gate _ -> "gate";
                case StepSpec.Work.Subflow sub -> sub.workflow();
            };
            return new Row(step.id().value(), step.run().value(), step.path(), handler, step.lane(),
                    word(step.state()), step.tries().attempt(), step.tries().crashes(), JobsCommand.seconds(step),
                    step.ending().failure().map(Wording::of));
        }
    }

    /** What the jobs of one handler took. */
    record Durations(long count, double mean, double longest, long retries, long crashes) {}

    record Statistics(Map<String, Integer> byState, Map<String, Durations> byHandler) {}

    @Command(name = "list", description = "All jobs, newest workflow first.")
    int list(@Mixin Console console, @Mixin Place place) {
        try (Desk desk = place.open()) {
            List<Row> rows = desk.steps().stream().map(Row::of).toList();
            console.result(rows, () -> rows.forEach(row -> console.out()
                    .printf("%.8s  %-16s %-6s %s%n", row.id(), row.state(), row.lane(), row.path())));
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "One job: its tries, its failure, how long it took.")
    int show(@Mixin Console console, @Mixin Place place, @Parameters(paramLabel = "ID") String id) {
        try (Desk desk = place.open()) {
            Row row = Row.of(desk.step(id));
            console.result(row, () -> console.out()
                    .printf("%s  %s%nstate    %s%nlane     %s%nattempt  %d, crashes %d%n%s%s", row.id(), row.path(),
                            row.state(), row.lane(), row.attempt(), row.crashes(),
                            row.seconds().map("took     %.2f s%n"::formatted).orElse(""),
                            row.failure().map("failed   %s%n"::formatted).orElse("")));
            return ExitCode.DONE;
        }
    }

    @Command(name = "retry", description = "Does a job again, and everything that depends on it, with the next make.")
    int retry(@Mixin Console console, @Mixin Place place, @Parameters(paramLabel = "ID") String id) {
        try (Desk desk = place.open()) {
            Step step = desk.step(id);
            Desk.orFail(desk.engine().retry(step.id()));
            console.result(Row.of(desk.step(id)), () -> console.out().println(step.path() + " is open again."));
            return ExitCode.DONE;
        }
    }

    @Command(name = "cancel", description = "Cancels the workflow that a job belongs to: nothing after it could be done. What is done is kept.")
    int cancel(@Mixin Console console, @Mixin Place place, @Parameters(paramLabel = "ID") String id) {
        try (Desk desk = place.open()) {
            Run run = Desk.orFail(desk.engine().cancel(desk.step(id).run()));
            console.result(Map.of("workflow", run.id().value(), "state", word(run.state())),
                    () -> console.out().println("Cancelled " + run.name() + "; what is done is kept."));
            return ExitCode.DONE;
        }
    }

    @Command(name = "pause", description = "Pauses every workflow.")
    int pause(@Mixin Console console, @Mixin Place place) {
        return all(console, place, EngineApi::pause);
    }

    @Command(name = "resume", description = "Lets every paused workflow go on.")
    int resume(@Mixin Console console, @Mixin Place place) {
        return all(console, place, EngineApi::resume);
    }

    @Command(name = "stats", description = "Counts by state; times, retries and crashes by kind of job.")
    int stats(@Mixin Console console, @Mixin Place place) {
        try (Desk desk = place.open()) {
            Statistics statistics = statistics(desk.steps());
            console.result(statistics, () -> {
                statistics.byState().forEach((state, n) -> console.out().printf("%-16s %6d%n", state, n));
                statistics.byHandler()
                        .forEach((name, took) -> console.out()
                                .printf("%-16s %6d  mean %.2f s, longest %.2f s, %d retries, %d crashes%n", name,
                                        took.count(), took.mean(), took.longest(), took.retries(), took.crashes()));
            });
            return ExitCode.DONE;
        }
    }

    static Optional<Double> seconds(Step step) {
        Optional<Instant> end = step.ending().endedAt();
        return step.ending().startedAt().flatMap(start -> end.map(at -> Duration.between(start, at).toMillis() / 1e3));
    }

    static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static int all(Console console, Place place, BiFunction<EngineApi, RunId, Outcome<Run>> change) {
        try (Desk desk = place.open()) {
            List<RunId> open = desk.engine().runs().stream().filter(run -> !run.state().ended()).map(Run::id).toList();
            Map<String, String> states = new TreeMap<>();
            open.forEach(id -> states.put(id.value(), word(Desk.orFail(change.apply(desk.engine(), id)).state())));
            console.result(states, () -> states.forEach((id, state) -> console.out().println(id + "  " + state)));
            return ExitCode.DONE;
        }
    }

    private static Statistics statistics(List<Step> steps) {
        Map<String, Integer> byState = new TreeMap<>();
        steps.forEach(step -> byState.merge(word(step.state()), 1, Integer::sum));
        return new Statistics(byState, steps.stream()
                .collect(Collectors.groupingBy(step -> Row.of(step).handler(), TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), JobsCommand::durations))));
    }

    private static Durations durations(List<Step> steps) {
        DoubleSummaryStatistics took = steps.stream()
                .filter(step -> step.state() == StepState.SUCCEEDED)
                .flatMap(step -> seconds(step).stream())
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        long retries = steps.stream().mapToLong(step -> Math.max(0, step.tries().attempt() - 1)).sum();
        long crashes = steps.stream().mapToLong(step -> step.tries().crashes()).sum();
        return new Durations(took.getCount(), took.getAverage(), Math.max(0, took.getMax()), retries, crashes);
    }
}
