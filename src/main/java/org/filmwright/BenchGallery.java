package org.filmwright;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.filmwright.ui.shell.GalleryBench;

/**
 * {@code bench gallery}: looking at and deciding about the takes of projects of several sizes. The first is gone through
 * twice, and only the second time counts: what a virtual machine learns on the way is no growth.
 */
record BenchGallery(List<Integer> sizes) implements Bench {
    static final List<Integer> SIZES = List.of(1_000, 10_000, 50_000);
    private static final double FLAT = 3;

    BenchGallery {
        sizes = List.copyOf(sizes);
    }

    /** @param seconds that seeding took */
    private record Round(int takes, double seconds, GalleryBench.Looked looked) {}

    @Override
    public List<BenchResult> run() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        List<Round> rounds = ScratchFolder.with(folder -> {
            GallerySeed seed = new GallerySeed(folder.resolve("looks"), GallerySeed.LOOKS);
            round(seed, folder.resolve("warm.filmwright"), sizes.getFirst());
            List<Round> all = new ArrayList<>();
            for (int takes : sizes) {
                all.add(round(seed, folder.resolve(takes + ".filmwright"), takes));
            }
            return all;
        });
        List<BenchResult> results = new ArrayList<>();
        add(results, rounds, "seeding (" + GallerySeed.LOOKS + " paintings, " + GallerySeed.PICTURES
                + " linked pictures)", "s", 120, Round::seconds);
        look(results, rounds, "opening a project to its first picture", "ms", 3000, GalleryBench.Looked::opening);
        look(results, rounds, "opening the grid", "ms", 250, GalleryBench.Looked::grid);
        look(results, rounds, "key to next image, p50", "ms", 100, GalleryBench.Looked::next);
        look(results, rounds, "key to next image, p95", "ms", 100, GalleryBench.Looked::nextP95);
        look(results, rounds, "key to recorded verdict shown, p95", "ms", 250, GalleryBench.Looked::decided);
        look(results, rounds, "a verdict, window's thread, p95", "ms", 250, GalleryBench.Looked::change);
        look(results, rounds, "grid scroll, window's thread a pulse, p99", "ms", 16, GalleryBench.Looked::pulse);
        look(results, rounds, "window's thread busy, at most", "ms", 250, GalleryBench.Looked::stall);
        look(results, rounds, "pictures waiting, at most", "", 64, GalleryBench.Looked::waiting);
        look(results, rounds, "decoded pictures", "MB", 407, GalleryBench.Looked::decoded);
        look(results, rounds, "heap with project open", "MB", 1000, GalleryBench.Looked::heap);
        if (rounds.size() > 1) {
            results.add(growth(rounds.getFirst(), rounds.getLast()));
        }
        return results;
    }

    private static BenchResult growth(Round small, Round large) {
        double base = small.looked().nextP95();
        double ratio = large.looked().nextP95() / base;
        return new BenchResult(String.format(Locale.ROOT, "key to next image, p95, %,d over %,d takes", large.takes(),
                small.takes()), ratio, "times", base, "ms with the fewest takes", ratio, "value <= " + FLAT,
                ratio <= FLAT);
    }

    private static void look(List<BenchResult> results, List<Round> rounds, String name, String unit, double most,
            ToDoubleFunction<GalleryBench.Looked> figure) {
        add(results, rounds, name, unit, most, round -> figure.applyAsDouble(round.looked()));
    }

    private static void add(List<BenchResult> results, List<Round> rounds, String name, String unit, double most,
            ToDoubleFunction<Round> figure) {
        double base = figure.applyAsDouble(rounds.getFirst());
        for (Round round : rounds) {
            double value = figure.applyAsDouble(round);
            results.add(new BenchResult(String.format(Locale.ROOT, "%s, %,d takes", name, round.takes()), value, unit,
                    base, "with the fewest takes", base == 0 ? 1 : value / base, "value <= " + (long) most,
                    value <= most));
        }
    }

    private static Round round(GallerySeed seed, Path film, int takes) throws IOException {
        long begun = System.nanoTime();
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(film))) {
            seed.fill(wiring.records(), film, takes);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Round(takes, seconds, GalleryBench.look(film, new StudioDesk()));
    }
}
