package org.filmwright.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Vectors of length 1 under names, side by side in pages, compared one with all: exact, and at 50,000 of 512 figures still
 * quicker than a person sees (decision 96). Safe from any thread.
 */
public final class Vectors {
    private static final int ROWS = 1024;
    /** From so many on, what stands out is told from the spread of the rest; of fewer that says little. */
    private static final int MANY = 20;

    private final Map<String, Integer> rows = new HashMap<>();
    private final List<float[]> pages = new ArrayList<>();
    private int width;

    /** A name and its cosine, -1 to 1. */
    public record Near(String name, double likeness) {}

    /** Whether it could be held beside those that are here. */
    public synchronized boolean fits(float[] vector) {
        return vector.length > 0 && (width == 0 || vector.length == width)
                && Math.abs(dot(vector, 0, vector) - 1) < 0.01;
    }

    /** @throws IllegalArgumentException where it does not fit: another number of figures, or not of length 1 */
    public synchronized void put(String name, float[] vector) {
        if (!fits(vector)) {
            throw new IllegalArgumentException("A vector of " + vector.length + " figures, not of length 1 or not of "
                    + width + ".");
        }
        width = vector.length;
        int row = rows.computeIfAbsent(name, _ -> rows.size());
        if (row / ROWS == pages.size()) {
            pages.add(new float[ROWS * width]);
        }
        System.arraycopy(vector, 0, pages.get(row / ROWS), row % ROWS * width, width);
    }

    public synchronized boolean holds(String name) {
        return rows.containsKey(name);
    }

    public synchronized int size() {
        return rows.size();
    }

    /** The cosine of two that are held. */
    public synchronized OptionalDouble likeness(String one, String other) {
        Integer row = rows.get(other);
        return row == null ? OptionalDouble.empty() : likeness(one, pages.get(row / ROWS), row % ROWS * width);
    }

    /** The cosine of one that is held and one that need not be. */
    public synchronized OptionalDouble likeness(String name, float[] vector) {
        return vector.length == width ? likeness(name, vector, 0) : OptionalDouble.empty();
    }

    private OptionalDouble likeness(String name, float[] page, int from) {
        Integer row = rows.get(name);
        return row == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(dot(pages.get(row / ROWS), row % ROWS * width, page, from, width));
    }

    /**
     * Those among {@code names} that stand out: what lies two standard deviations above the mean of them all, the nearest
     * first; of fewer than twenty, one. What counts as near differs from model to model; what stands out does not.
     */
    public synchronized List<Near> standingOut(float[] wanted, Collection<String> names, int most) {
        Set<String> seen = new HashSet<>();
        List<Near> all = new ArrayList<>();
        double sum = 0;
        double squares = 0;
        for (String name : names) {
            OptionalDouble found = likeness(name, wanted);
            if (found.isPresent() && seen.add(name)) {
                double likeness = found.getAsDouble();
                all.add(new Near(name, likeness));
                sum += likeness;
                squares += likeness * likeness;
            }
        }
        double mean = sum / Math.max(1, all.size());
        double spread = Math.sqrt(Math.max(0, squares / Math.max(1, all.size()) - mean * mean));
        double least = Math.max(0, mean + (all.size() < MANY ? 1 : 2) * spread);
        return best(all, least, most);
    }

    private static List<Near> best(List<Near> all, double least, int most) {
        PriorityQueue<Near> best = new PriorityQueue<>(Comparator.comparingDouble(Near::likeness));
        for (Near near : all) {
            if (near.likeness() >= least) {
                best.add(near);
                if (best.size() > most) {
                    best.poll();
                }
            }
        }
        return best.stream().sorted(Comparator.comparingDouble(Near::likeness).reversed()).toList();
    }

    private static double dot(float[] one, int from, float[] other) {
        return dot(one, from, other, 0, other.length);
    }

    /** Four sums side by side: one alone would wait for itself. */
    private static double dot(float[] one, int from, float[] other, int begin, int width) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < width; i += 4) {
            a += one[from + i] * other[begin + i];
            b += one[from + i + 1] * other[begin + i + 1];
            c += one[from + i + 2] * other[begin + i + 2];
            d += one[from + i + 3] * other[begin + i + 3];
        }
        for (; i < width; i++) {
            a += one[from + i] * other[begin + i];
        }
        return a + b + c + d;
    }
}
