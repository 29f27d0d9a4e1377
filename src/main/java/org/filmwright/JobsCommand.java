package org.filmwright;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Dispatch;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Lane;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.production.Job;
import org.filmwright.production.JobQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code jobs}: the queue of a project. A job is one step of one workflow. */
@Command(name = "jobs", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "Shows the queue of a project and works on it.")
final class JobsCommand {
    private static final int MOST = 100_000;

    /** Where the project is. */
    static final class Place {
        @Option(names = "--project", required = true, paramLabel = "P", description = "The project folder.")
        private Path folder;

        @Option(names = "--database", paramLabel = "URL", description = "Where the rows of a farm's project are. "
                + FarmOptions.DATABASE)
        private Optional<String> database;

        Desk open() {
            return database.map(url -> Desk.join(FarmOptions.address(url), folder)).orElseGet(() -> Desk.open(folder));
        }

        /** Whether it is one of a farm. */
        boolean isShared() {
            return database.isPresent();
        }

        /** The project, to be worked on. */
        Outcome<Wiring> work() {
            return database.map(url -> Wiring.join(FarmOptions.address(url), folder, FarmOptions.visitor(),
                    Wiring.withFilm(Wiring.lanes()))).orElseGet(() -> Wiring.open(folder));
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

    /** What the jobs of one handler took, in seconds. */
    record Durations(long count, double mean, double p50, double p95, double longest, long failures, long retries,
            long crashes, Optional<Double> confidence) {
        static Durations of(org.filmwright.engine.Statistics.Kind kind) {
            return new Durations(kind.count(), kind.took().mean(), kind.took().p50(), kind.took().p95(),
                    kind.took().longest(), kind.failures(), kind.retries(), kind.crashes(), kind.confidence());
        }

        String words() {
            return String.format(Locale.ROOT,
                    "%6d  mean %.2f s, half within %.2f s, 95 %% within %.2f s, longest %.2f s,"
                            + " %d failed, %d retries, %d crashes%s",
                    count, mean, p50, p95, longest, failures, retries,
                    crashes,
                    confidence.map(sure -> String.format(Locale.ROOT, ", %.0f %% sure", 100 * sure)).orElse(""));
        }
    }

    record Statistics(Map<String, Long> byState, Map<String, Durations> byHandler,
            org.filmwright.engine.Statistics.Reviews reviews) {
        static Statistics of(org.filmwright.engine.Statistics all) {
            Map<String, Long> byState = new TreeMap<>();
            all.byState().forEach((state, n) -> byState.put(word(state), n));
            Map<String, Durations> byHandler = new TreeMap<>();
            all.kinds().forEach(kind -> byHandler.put(kind.handler(), Durations.of(kind)));
            return new Statistics(byState, byHandler, all.reviews());
        }

        /** Questions to people, where any were asked. */
        List<String> reviewWords() {
            List<String> lines = new ArrayList<>();
            if (reviews.open() > 0) {
                lines.add(String.format(Locale.ROOT, "%-16s %6d still to be answered", "questions", reviews.open()));
            }
            new TreeMap<>(reviews.byChoice()).forEach(
                    (choice, n) -> lines
                            .add(String.format(Locale.ROOT, "%-16s %6d %s", choice, n, n == 1 ? "answer" : "answers")));
            reviews.medianSeconds()
                    .ifPresent(half -> lines.add(String.format(Locale.ROOT,
                            "%-16s half of the answers came within %.0f s", "reviews", half)));
            return lines;
        }
    }

    /** One lane as printed. */
    record LaneRow(String name, int room, int waiting, boolean unserved, Optional<String> paused,
            Optional<Instant> until) {
        /** Those that were opened once, and those of a farm in which steps wait all the same. */
        static List<LaneRow> all(Dispatch dispatch) {
            List<String> unserved = dispatch.unserved();
            Map<String, LaneRow> rows = new TreeMap<>();
            dispatch.lanes().forEach(lane -> rows.put(lane.name(), of(lane, dispatch, unserved)));
            unserved.forEach(name -> rows.computeIfAbsent(name, _ -> new LaneRow(name, 0,
                    dispatch.queue(name, MOST).size(), true, Optional.empty(), Optional.empty())));
            return List.copyOf(rows.values());
        }

        static LaneRow of(Lane lane, Dispatch dispatch, List<String> unserved) {
            return new LaneRow(lane.name(), lane.spec().room(), dispatch.queue(lane.name(), MOST).size(),
                    unserved.contains(lane.name()), lane.pause().map(Lane.Pause::reason),
                    lane.pause().flatMap(Lane.Pause::until));
        }

        String words() {
            return String.format(Locale.ROOT, "%-10s room %d, %d waiting%s%s", name, room, waiting,
                    unserved ? ", no worker takes it" : "",
                    paused.map(why -> ", paused" + until.map(end -> " until " + end).orElse("") + ": " + why)
                            .orElse(""));
        }
    }

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
                            row.failure()
                                    .map((row.state().equals("failed") ? "failed   %s%n" : "because  %s%n")::formatted)
                                    .orElse("")));
            return ExitCode.DONE;
        }
    }

    @Command(name = "retry", description = "Does a job again, and everything that depends on it, with the next make.")
    int retry(@Mixin Console console, @Mixin Place place, @Parameters(paramLabel = "ID") String id,
            @Option(names = "--smaller", description = "Where it did not fit into memory: the same film at half its size.") boolean smaller) {
        if (smaller) {
            return retrySmaller(console, place, id);
        }
        try (Desk desk = place.open()) {
            Step step = desk.step(id);
            CommandFailed.orFail(desk.engine().retry(step.id()));
            console.result(Row.of(desk.step(id)), () -> console.out().println(step.path() + " is open again."));
            return ExitCode.DONE;
        }
    }

    @Command(name = "cancel", description = "Cancels the workflow that a job belongs to: nothing after it could be done. What is done is kept.")
    int cancel(@Mixin Console console, @Mixin Place place, @Parameters(paramLabel = "ID") String id) {
        try (Desk desk = place.open()) {
            Run run = CommandFailed.orFail(desk.engine().cancel(desk.step(id).run()));
            console.result(Map.of("workflow", run.id().value(), "state", word(run.state())),
                    () -> console.out().println("Cancelled " + run.name() + "; what is done is kept."));
            return ExitCode.DONE;
        }
    }

    @Command(name = "pause", description = "Pauses every workflow, or one lane: nothing new starts in it.")
    int pause(@Mixin Console console, @Mixin Place place,
            @Option(names = "--lane", paramLabel = "NAME") Optional<String> lane,
            @Option(names = "--reason", defaultValue = "Paused by hand.", description = "Shown where people wait.") String reason,
            @Option(names = "--minutes", description = "Goes on by itself after so long.") Optional<Long> minutes) {
        Optional<Instant> until = minutes.map(n -> Desk.clock().instant().plus(Duration.ofMinutes(n)));
        return lane.map(name -> lane(console, place, dispatch -> dispatch.pause(name, reason, until)))
                .orElseGet(() -> all(console, place, EngineApi::pause));
    }

    @Command(name = "resume", description = "Lets every paused workflow go on, or one lane.")
    int resume(@Mixin Console console, @Mixin Place place,
            @Option(names = "--lane", paramLabel = "NAME") Optional<String> lane) {
        return lane.map(name -> lane(console, place, dispatch -> dispatch.resume(name)))
                .orElseGet(() -> all(console, place, EngineApi::resume));
    }

    @Command(name = "lanes", description = "The lanes: how many may run at once, how many wait, which are paused and why, which no worker of a farm takes.")
    int lanes(@Mixin Console console, @Mixin Place place) {
        try (Desk desk = place.open()) {
            Dispatch dispatch = desk.engine().dispatch();
            List<LaneRow> rows = LaneRow.all(dispatch);
            console.result(rows, () -> rows.forEach(row -> console.out().println(row.words())));
            return ExitCode.DONE;
        }
    }

    @Command(name = "move", description = "Moves a waiting job in its queue: front, up, down or back.")
    int move(@Mixin Console console, @Mixin Place place, @Parameters(paramLabel = "ID") String id,
            @Parameters(paramLabel = "PLACE", description = "${COMPLETION-CANDIDATES}") Dispatch.Place to) {
        try (Desk desk = place.open()) {
            Step step = CommandFailed.orFail(desk.engine().dispatch().move(desk.step(id).id(), to));
            console.result(Row.of(step), () -> console.out().println(step.path() + " has moved: " + word(to) + "."));
            return ExitCode.DONE;
        }
    }

    @Command(name = "drop", description = "Leaves a job out that nobody works on; what depends on it goes on without it.")
    int drop(@Mixin Console console, @Mixin Place place, @Parameters(paramLabel = "ID") String id) {
        try (Desk desk = place.open()) {
            Step step = CommandFailed.orFail(desk.engine().dispatch().drop(desk.step(id).id()));
            console.result(Row.of(step), () -> console.out().println(step.path() + " is left out."));
            return ExitCode.DONE;
        }
    }

    @Command(name = "stats", description = "Counts by state; times, retries and crashes by kind of job.")
    int stats(@Mixin Console console, @Mixin Place place) {
        try (Desk desk = place.open()) {
            Statistics statistics = Statistics.of(desk.engine().statistics());
            console.result(statistics, () -> {
                statistics.byState().forEach((state, n) -> console.out().printf("%-16s %6d%n", state, n));
                statistics.byHandler().forEach((name, took) -> console.out().printf("%-16s %s%n", name, took.words()));
                statistics.reviewWords().forEach(console.out()::println);
            });
            return ExitCode.DONE;
        }
    }

    private static int retrySmaller(Console console, Place place, String id) {
        try (Desk desk = place.open()) {
            JobQueue queue = desk.queue();
            StepId step = desk.step(id).id();
            Job job = queue.all()
                    .stream()
                    .filter(each -> each.id().equals(step.value()))
                    .findFirst()
                    .orElseThrow(() -> CommandFailed.refused("This job is no longer part of its workflow.",
                            "List the jobs to see what is."));
            CommandFailed.orFail(queue.retrySmaller(job));
            Run run = desk.engine().runs().getFirst();
            console.result(WorkflowRows.Row.of(desk.engine(), run),
                    () -> console.out()
                            .printf("%s is open again, smaller. Go on with: filmwright workflows resume %.8s --go-on --project %s%n",
                                    run.name(), run.id(), place.folder()));
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

    private static int lane(Console console, Place place, Function<Dispatch, Outcome<Lane>> change) {
        try (Desk desk = place.open()) {
            Dispatch dispatch = desk.engine().dispatch();
            LaneRow row = LaneRow.of(CommandFailed.orFail(change.apply(dispatch)), dispatch, dispatch.unserved());
            console.result(row, () -> console.out().println(row.words()));
            return ExitCode.DONE;
        }
    }

    private static int all(Console console, Place place, BiFunction<EngineApi, RunId, Outcome<Run>> change) {
        try (Desk desk = place.open()) {
            List<RunId> open = desk.engine().runs().stream().filter(run -> !run.state().ended()).map(Run::id).toList();
            Map<String, String> states = new TreeMap<>();
            open.forEach(
                    id -> states.put(id.value(), word(CommandFailed.orFail(change.apply(desk.engine(), id)).state())));
            console.result(states, () -> states.forEach((id, state) -> console.out().println(id + "  " + state)));
            return ExitCode.DONE;
        }
    }
}
