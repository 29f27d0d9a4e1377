package org.filmwright;

/**
 * One figure of a benchmark beside its baseline from the same run (cli.md).
 *
 * @param ratio ours / baseline
 * @param budget what {@code ratio} or {@code value} is held against, in words: {@code >= 2}
 * @param ok whether the budget holds
 */
record BenchResult(String name, double value, String unit, double baseline, String baselineName, double ratio,
        String budget, boolean ok) {}
