package org.filmwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.filmwright.production.Project;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Screenplay;
import org.filmwright.ui.shell.TypingBench;

/** {@code bench story}: reading and planning a script of 120 pages, beside a bare split of the same text into lines. */
final class BenchStory implements Bench {
    private static final int PAGES = 120;
    private static final int ROUNDS = 100;
    private static final long ENOUGH = 2_000_000_000;
    private static final int KEYS = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> NAMES = List.of("MARA", "TOBIAS", "NIA", "VOSS", "ILSE");
    private static final List<String> WORDS = List
            .of("looks", "the", "lamp", "walks", "to", "door", "and", "rain", "falls", "on", "a", "quiet", "street");

    @Override
    public List<BenchResult> run() {
        String script = script();
        List<BenchResult> reading = reading(script);
        return Stream.concat(reading.stream(), typing(script, reading.get(1).value()).stream()).toList();
    }

    /** Reading and planning alone, without a window. */
    static List<BenchResult> reading(String script) {
        Screenplay screenplay = FountainReader.read(script);
        double lines = best(script, text -> text.lines().count());
        double read = best(script, text -> FountainReader.read(text).elements().size());
        double plan = best(script, text -> Planner.plan(screenplay, 1).shots().size());
        double megabytes = script.length() / 1e6;
        return List.of(
                new BenchResult("read 120 pages, throughput", megabytes / read, "MB/s", megabytes / lines,
                        "String.lines() on the same text", lines / read, "ratio >= 0.02", lines / read >= 0.02),
                new BenchResult("read 120 pages", read * 1e3, "ms", lines * 1e3, "String.lines() on the same text",
                        read / lines, "value <= 20", read * 1e3 <= 20),
                new BenchResult("plan 120 pages", plan * 1e3, "ms", read * 1e3, "reading them", plan / read,
                        "value <= 250", plan * 1e3 <= 250));
    }

    /** @param read milliseconds of reading the script once */
    private static List<BenchResult> typing(String script, double read) {
        TypingBench.Typed typed = typed(script);
        return List.of(
                new BenchResult("keystroke, window's thread, p95", typed.p95(), "ms", typed.median(),
                        "the median keystroke", typed.p95() / typed.median(), "value <= 16", typed.p95() <= 16),
                new BenchResult("window's thread busy between keys, at most", typed.stall(), "ms", typed.p95(),
                        "a keystroke, p95", typed.stall() / typed.p95(), "value <= 250", typed.stall() <= 250),
                new BenchResult("opening the page, window's thread", typed.opening(), "ms", read, "reading it",
                        typed.opening() / read, "value <= 3000", typed.opening() <= 3000),
                new BenchResult("memory with the script open", typed.heap(), "MB", script.length() / 1e6, "its text",
                        typed.heap() / (script.length() / 1e6), "value <= 1000", typed.heap() <= 1000));
    }

    /** Types into the script in the real studio, on the headless platform, in a project that is thrown away. */
    private static TypingBench.Typed typed(String script) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Path folder = Files.createTempDirectory("filmwright-bench");
            try {
                StudioDesk desk = new StudioDesk();
                Project project = CommandFailed
                        .orFail(desk.begin(Files.writeString(folder.resolve("bench.fountain"), script)));
                return TypingBench.type(project, desk, KEYS);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }

    /** The least processor seconds of many rounds, fewer when they are slow; what is counted is used, so that nothing is left out. */
    private static double best(String script, ToLongFunction<String> work) {
        long used = 0;
        long best = Long.MAX_VALUE;
        long begun = THREADS.getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS && THREADS.getCurrentThreadCpuTime() - begun < ENOUGH; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            used += work.applyAsLong(script);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return used == 0 ? Double.NaN : best / 1e9;
    }

    /** About 55 lines a page: headings, action, dialogue with extensions and parentheticals, notes. */
    static String script() {
        SplittableRandom random = new SplittableRandom(2);
        StringBuilder text = new StringBuilder("Title: BENCH\nAuthor: Filmwright\n\n");
        for (int page = 0; page < PAGES; page++) {
            text.append("INT. ROOM ").append(page % 17).append(" - NIGHT #").append(page + 1).append("#\n\n");
            for (int block = 0; block < 9; block++) {
                String name = NAMES.get(random.nextInt(NAMES.size()));
                text.append(sentence(random, name)).append(" [[check]]\n\n").append(name);
                text.append(block % 3 == 0 ? " (V.O.)\n(quietly)\n" : "\n")
                        .append(sentence(random, "We"))
                        .append("\n\n");
            }
        }
        return text.toString();
    }

    private static String sentence(SplittableRandom random, String first) {
        StringBuilder words = new StringBuilder(first);
        int count = 6 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.append('.').toString();
    }
}
