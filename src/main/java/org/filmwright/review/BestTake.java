package org.filmwright.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.filmwright.base.Region;
import org.filmwright.images.ImageTake;

/**
 * Chooses among the takes of a shot by what can be measured: sharpness, contrast, how the subject stands out, and
 * whether it lies inside the action-safe area, 93 % of the frame (film.md 5.1). Pure; equal takes go to the first one.
 */
public final class BestTake {
    /** Action safe: 93 % of the frame. */
    static final Region SAFE = new Region(0.035, 0.035, 0.93, 0.93);

    /** Contrast at which more of it stops being better. */
    private static final double FULL_CONTRAST = 0.22;
    /** Difference of the subject from its surroundings at which it stands out fully. */
    private static final double FULL_SEPARATION = 0.20;

    private BestTake() {}

    /** A take and its measures. */
    public record Measured(ImageTake take, TakeMeasures measures) {}

    /** The chosen take, its score 0..1, and the reason for a person to read. */
    public record Choice(ImageTake take, double score, String reason) {}

    /** @param takes of one shot, at least one */
    public static Choice of(List<Measured> takes) {
        double sharpest = takes.stream().mapToDouble(take -> take.measures().sharpness()).max().orElseThrow();
        Measured best = takes.stream()
                .max(Comparator.<Measured>comparingDouble(take -> score(take, sharpest))
                        .thenComparing(take -> -take.take().number()))
                .orElseThrow();
        return new Choice(best.take(), score(best, sharpest), reason(best, takes, sharpest));
    }

    private static double score(Measured take, double sharpest) {
        TakeMeasures measures = take.measures();
        double sharp = sharpest > 0 ? measures.sharpness() / sharpest : 1;
        double score = 0.30 * safeShare(take.take().subject()) + 0.25 * Math.sqrt(sharp)
                + 0.20 * Math.min(1, measures.contrast() / FULL_CONTRAST)
                + 0.25 * Math.min(1, measures.subjectContrast() / FULL_SEPARATION);
        return score * (1 - Math.min(0.5, measures.clipped()));
    }

    /** Share of the subject that lies inside the safe area. */
    static double safeShare(Region subject) {
        double width = overlap(subject.x(), subject.width(), SAFE.x(), SAFE.width());
        double height = overlap(subject.y(), subject.height(), SAFE.y(), SAFE.height());
        return width * height / (subject.width() * subject.height());
    }

    private static double overlap(double a, double aLength, double b, double bLength) {
        return Math.max(0, Math.min(a + aLength, b + bLength) - Math.max(a, b));
    }

    private static String reason(Measured best, List<Measured> takes, double sharpest) {
        List<String> words = new ArrayList<>();
        boolean several = takes.size() > 1;
        if (several && best.measures().sharpness() >= sharpest) {
            words.add("the sharpest");
        }
        if (several && isTop(best, takes, Comparator.comparingDouble(take -> take.measures().contrast()))) {
            words.add("the strongest contrast");
        }
        if (several && isTop(best, takes, Comparator.comparingDouble(take -> take.measures().subjectContrast()))) {
            words.add("the subject stands out most");
        }
        double safe = safeShare(best.take().subject());
        words.add(safe > 0.999
                ? "subject inside the safe area"
                : String.format(Locale.ROOT, "%.0f %% of the subject inside the safe area", 100 * safe));
        return String.format(Locale.ROOT, "take %d of %d, score %.2f: %s (sharpness %.0f, contrast %.2f)",
                best.take().number(), takes.size(), score(best, sharpest), String.join(", ", words),
                best.measures().sharpness(), best.measures().contrast());
    }

    private static boolean isTop(Measured best, List<Measured> takes, Comparator<Measured> order) {
        return takes.stream().allMatch(take -> order.compare(best, take) >= 0);
    }
}
