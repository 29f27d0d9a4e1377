package org.filmwright;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.filmwright.ui.shell.TimelineBench;

/**
 * {@code bench timeline}: a film of three hours and 5,000 clips in the real studio: opened, edited, pulled at, scrolled.
 * Beside it the same with a tenth of the clips, after one round that does not count.
 */
record BenchTimeline(List<Integer> sizes) implements Bench {
    static final List<Integer> SIZES = List.of(500, 5_000);

    BenchTimeline {
        sizes = List.copyOf(sizes);
    }

    private record Round(int clips, TimelineBench.Worked worked) {}

    @Override
    public List<BenchResult> run() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        List<Round> rounds = ScratchFolder.with(folder -> {
            TimelineSeed seed = new TimelineSeed(folder.resolve("looks"));
            round(seed, folder.resolve("warm.filmwright"), sizes.getFirst());
            List<Round> all = new ArrayList<>();
            for (int clips : sizes) {
                all.add(round(seed, folder.resolve(clips + ".filmwright"), clips));
            }
            return all;
        });
        List<BenchResult> results = new ArrayList<>();
        add(results, rounds, "opening to the lanes", "ms", 2000, TimelineBench.Worked::opening);
        add(results, rounds, "opening, longest work of the window's thread", "ms", 250,
                TimelineBench.Worked::stall);
        add(results, rounds, "an edit of the cut itself, p95", "ms", 16, TimelineBench.Worked::pure);
        add(results, rounds, "an edit, window's thread, p95", "ms", 16, TimelineBench.Worked::edit);
        add(results, rounds, "key to edited cut on the lanes, p95", "ms", 250, TimelineBench.Worked::shown);
        add(results, rounds, "a step of a pulled edge, window's thread, p99", "ms", 16, TimelineBench.Worked::pull);
        add(results, rounds, "scrolling clip by clip, window's thread a pulse, p99", "ms", 16,
                TimelineBench.Worked::near);
        add(results, rounds, "scrolling a third of the film, window's thread a pulse, p99", "ms", 16,
                TimelineBench.Worked::far);
        add(results, rounds, "zooming, window's thread a pulse, p99", "ms", 16, TimelineBench.Worked::zoom);
        add(results, rounds, "nodes on the lanes, at most", "", 400, TimelineBench.Worked::nodes);
        add(results, rounds, "heap with the film open", "MB", 1500, TimelineBench.Worked::heap);
        return results;
    }

    private static void add(List<BenchResult> results, List<Round> rounds, String name, String unit, double most,
            ToDoubleFunction<TimelineBench.Worked> figure) {
        double base = figure.applyAsDouble(rounds.getFirst().worked());
        for (Round round : rounds) {
            double value = figure.applyAsDouble(round.worked());
            results.add(new BenchResult(String.format(Locale.ROOT, "%s, %,d clips", name, round.clips()), value, unit,
                    base, "with the fewest clips", base == 0 ? 1 : value / base, "value <= " + (long) most,
                    value <= most));
        }
    }

    private static Round round(TimelineSeed seed, Path film, int clips) throws IOException {
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(film))) {
            seed.fill(wiring.records(), film, clips);
        }
        return new Round(clips, TimelineBench.work(film, new StudioDesk()));
    }
}
