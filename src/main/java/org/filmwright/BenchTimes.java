package org.filmwright;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** How long questions take, put several times over, and what comes of that for a bench of so many takes. */
record BenchTimes(int takes, List<String> questions, int rounds) {
    /** Milliseconds of every answer, the shortest first; each question is put once before, unmeasured. */
    double[] of(ToIntFunction<String> question) {
        questions.forEach(question::applyAsInt);
        return IntStream.range(0, rounds)
                .boxed()
                .flatMap(round -> questions.stream())
                .mapToDouble(words -> 1e3 * seconds(() -> question.applyAsInt(words)))
                .sorted()
                .toArray();
    }

    /** What {@code share} of the times are at most. @param sorted the shortest first; @param share 0 to 1 */
    static double at(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    /** @param most what {@code value} is allowed, in {@code unit} */
    BenchResult result(String name, String unit, double value, double base, String baseName, double most) {
        return new BenchResult(String.format(Locale.ROOT, "%s, %,d takes", name, takes), value, unit, base, baseName,
                value / base, "value <= " + most, value <= most);
    }
}
