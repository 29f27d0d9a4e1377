package org.filmwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
        List<Map<String, Double>> bare = Stream.generate(() -> figures("bare")).limit(ROUNDS).toList();
        List<Map<String, Double>> rounds = Stream.generate(this::studio).limit(ROUNDS).toList();
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

    private Map<String, Double> studio() {
        try {
            Path folder = Files.createTempDirectory("filmwright-bench-start");
            try {
                return figures("studio", folder.toString());
            } finally {
                clear(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static Map<String, Double> figures(String... arguments) {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-Dglass.platform=Headless", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Xmx1g"));
        if (arguments.length > 1) {
            command.add("-Duser.home=" + arguments[1]);
        }
        String modules = System.getProperty("jdk.module.path");
        if (modules != null) { // the launcher keeps JavaFX there
            command.addAll(List.of("--module-path", modules, "--add-modules", "javafx.controls,javafx.swing"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StartProbe.class.getName()));
        command.addAll(Arrays.asList(arguments));
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
