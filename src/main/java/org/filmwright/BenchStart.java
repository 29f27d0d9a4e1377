package org.filmwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code bench start}: from the start of the process to the first layout of the window, beside a bare JavaFX window in
 * a process of its own; then how calm the frame is with a project open. Runs without a display.
 */
final class BenchStart implements Bench {
    private static final int ROUNDS = 3;

    @Override
    public List<BenchResult> run() {
        return ScratchFolder.with(this::measured);
    }

    /** Measures the way a person starts it: with what an earlier start left, if this program stands in jars. */
    private List<BenchResult> measured(Path folder) {
        List<String> program = StartCache.program();
        List<Map<String, Double>> bare = rounds(program, folder, "bare");
        Path kept = folder.resolve("start-cache.aot");
        if (StartCache.make(kept)) {
            program.addAll(List.of("-XX:AOTCache=" + kept, "-XX:+VerifySharedSpaces"));
        }
        List<Map<String, Double>> rounds = rounds(program, folder, "studio");
        String window = "bare JavaFX window";
        double shown = middle(bare, "layout");
        double used = middle(bare, "cpu");
        return List.of(result("start to first layout", rounds, "layout", "ms", shown, window, 3000),
                result("the same in processor time", rounds, "cpu", "ms", used, window, 6000),
                result("window thread busy, longest, processor time", rounds, "stall", "ms", used, window, 250),
                result("theme switch, processor time", rounds, "theme", "ms", used, window, 250),
                result("scale step, processor time", rounds, "scale", "ms", used, window, 250),
                result("workspace switch, processor time", rounds, "workspace", "ms", used, window, 250),
                result("pulses in 3 s when idle", rounds, "pulses", "", 1, "one", 0),
                result("heap with project open", rounds, "heap", "MB", 1024, "1 GB", 1024));
    }

    private static BenchResult result(String name, List<Map<String, Double>> rounds, String figure, String unit,
            double baseline, String baselineName, double most) {
        double value = middle(rounds, figure);
        return new BenchResult(name, value, unit, baseline, baselineName, value / baseline, "value <= " + (long) most,
                value <= most);
    }

    private static double middle(List<Map<String, Double>> rounds, String figure) {
        return rounds.stream()
                .mapToDouble(round -> round.get(figure))
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Double>> rounds(List<String> program, Path folder, String what) {
        return Stream.generate(() -> ScratchFolder.with(home -> figures(program, StartCache.unseen(home, folder.resolve(
                "natives"), what)))).limit(ROUNDS).toList();
    }

    private static Map<String, Double> figures(List<String> program, List<String> arguments) {
        List<String> command = Stream.concat(program.stream(), arguments.stream()).toList();
        Map<String, Double> figures = new HashMap<>();
        try {
            Process child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            child.inputReader()
                    .lines()
                    .map(line -> line.split(" "))
                    .filter(words -> words.length == 3 && words[0].equals("figure"))
                    .forEach(words -> figures.put(words[1], Double.valueOf(words[2])));
            child.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (figures.isEmpty()) {
            throw CommandFailed.refused("The studio could not be started to be measured.",
                    "Run filmwright doctor, then the bench again.");
        }
        return figures;
    }
}
