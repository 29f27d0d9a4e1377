package org.filmwright;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench NAME}: figures beside their baselines; exit code 1 when a budget is missed. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Runs a benchmark and prints its figures beside their baselines.")
final class BenchCommand implements Callable<Integer> {
    private static final Map<String, Supplier<Bench>> BENCHES = new TreeMap<>(
            Map.of("clip", BenchClip::new, "engine", BenchEngine::new, "export",
                    () -> new BenchExport(60), "gallery",
                    () -> new BenchGallery(BenchGallery.SIZES), "local",
                    () -> new BenchLocal(Optional.empty(), "cpu"), "scrub",
                    () -> new BenchScrub(BenchScrub.SEEKS), "search",
                    () -> new BenchSearch(BenchSearch.TAKES), "start", BenchStart::new, "story", BenchStory::new,
                    "timeline",
                    () -> new BenchTimeline(BenchTimeline.SIZES)));

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", completionCandidates = Names.class, description = "One of: ${COMPLETION-CANDIDATES}")
    private String name;

    @Option(names = "--soak", paramLabel = "TIME", converter = Time.class, description = "engine only: keeps a hundred runs going for so long (30s, 5m, 2h), and prints what that came to.")
    private Optional<Duration> soak = Optional.empty();

    @Option(names = "--takes", paramLabel = "N", split = ",", description = "gallery only: how many takes the projects have, the fewest first.")
    private List<Integer> takes = List.of();

    @Option(names = "--model", paramLabel = "FOLDER", description = "local only: a model of your own, by its folder or its name in the model manager, in place of graphs without meaning.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--device", paramLabel = "ID", description = "local only: cpu, or a card: cuda:0. Default: cpu.")
    private Optional<String> device = Optional.empty();

    @Option(names = "--seed", description = "Which executions fail in a soak.", defaultValue = "1")
    private long seed;

    @Override
    public Integer call() {
        Supplier<Bench> bench = bench();
        if (bench == null) {
            throw new ParameterException(spec.commandLine(),
                    "There is no bench '" + name + "'. There are: " + String.join(", ", BENCHES.keySet()) + ".");
        }
        List<BenchResult> results = bench.get().run();
        console.result(new Report(name, results, Machine.here()), () -> results.forEach(this::print));
        return results.stream().allMatch(BenchResult::ok) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Supplier<Bench> bench() {
        if (soak.isPresent()) {
            return () -> soak(soak.get());
        }
        if (model.isPresent() || device.isPresent()) {
            return this::local;
        }
        return takes.isEmpty() ? BENCHES.get(name) : this::gallery;
    }

    private Bench local() {
        if (!name.equals("local")) {
            throw new ParameterException(spec.commandLine(), "Only 'bench local' has a model and a device.");
        }
        return new BenchLocal(model, device.orElse("cpu"));
    }

    private Bench soak(Duration time) {
        if (!name.equals("engine")) {
            throw new ParameterException(spec.commandLine(), "Only 'bench engine' can be soaked.");
        }
        return new BenchSoak(time, seed);
    }

    private Bench gallery() {
        if (!name.equals("gallery") || takes.stream().anyMatch(each -> each < 4)) {
            throw new ParameterException(spec.commandLine(),
                    "Only 'bench gallery' has takes, and needs four of them at least.");
        }
        return new BenchGallery(takes.stream().sorted().toList());
    }

    private void print(BenchResult result) {
        console.out()
                .printf("%-4s %-62s %12.4g %-8s %-28s %10.4g   ratio %.2f   budget %s%n", result.ok() ? "ok" : "MISS",
                        result.name(), result.value(), result.unit(), result.baselineName(), result.baseline(),
                        result.ratio(),
                        result.budget());
    }

    record Report(String bench, List<BenchResult> results, Machine machine) {}

    /** Where the figures were taken. */
    record Machine(String os, String java, int cores, long memoryMiB) {
        static Machine here() {
            Runtime machine = Runtime.getRuntime();
            return new Machine(System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                    Runtime.version().toString(), machine.availableProcessors(), machine.maxMemory() >> 20);
        }
    }

    /** {@code 90s}, {@code 5m}, {@code 2h}. */
    static final class Time implements CommandLine.ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("[1-9]\\d{0,5}[smh]")) {
                throw new CommandLine.TypeConversionException("'" + text + "' is no time; write 30s, 5m or 2h.");
            }
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        }
    }

    static final class Names extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(BENCHES.keySet());
        }
    }
}
