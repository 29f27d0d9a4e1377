package org.filmwright;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench NAME}: figures beside their baselines; exit code 1 when a budget is missed. */
@Command(name = "bench", description = "Runs a benchmark and prints its figures beside their baselines.")
final class BenchCommand implements Callable<Integer> {
    private static final Map<String, Supplier<Bench>> BENCHES = new TreeMap<>(
            Map.of("clip", BenchClip::new, "engine", BenchEngine::new, "start", BenchStart::new, "story",
                    BenchStory::new));

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", completionCandidates = Names.class, description = "One of: ${COMPLETION-CANDIDATES}")
    private String name;

    @Override
    public Integer call() {
        Supplier<Bench> bench = BENCHES.get(name);
        if (bench == null) {
            throw new ParameterException(spec.commandLine(),
                    "There is no bench '" + name + "'. There are: " + String.join(", ", BENCHES.keySet()) + ".");
        }
        List<BenchResult> results = bench.get().run();
        console.result(new Report(name, results, Machine.here()), () -> results.forEach(this::print));
        return results.stream().allMatch(BenchResult::ok) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void print(BenchResult result) {
        console.out()
                .printf("%-4s %-34s %12.4g %-8s %-28s %10.4g   ratio %.2f   budget %s%n", result.ok() ? "ok" : "MISS",
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

    static final class Names extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(BENCHES.keySet());
        }
    }
}
