package org.filmwright.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.filmwright.base.Region;
import org.filmwright.images.ImageTake;

/**
 * Chooses among the takes of a shot by what can be measured: sharpness, contrast, how the subject stands out, and
 * whether it lies inside the action-safe area, 93 % of the frame (film.md 5.1); and by how well they match their prompt,
 * where a model has said so of all of them. Pure; equal takes go to the first one.
 */
public final class BestTake {
    /** Action safe: 93 % of the frame. */
    static final Region SAFE = new Region(0.035, 0.035, 0.93, 0.93);

    /** Contrast at which more of it stops being better. */
    private static final double FULL_CONTRAST = 0.22;
    /** Difference of the subject from its surroundings at which it stands out fully. */
    private static final double FULL_SEPARATION = 0.20;

    private BestTake() {}

    /** How much of the score the prompt match is, where it is known of all. */
    private static final double MATCH = 0.20;
    /** A take that matches by so much less than the best one has nothing of it; models say no less as surely (decision 96). */
    private static final double NO_MATCH = 0.05;

    /** A take and its measures. @param match how well it shows what was asked for, where that is known */
    public record Measured(ImageTake take, TakeMeasures measures, Optional<PromptMatch> match) {
        public Measured(ImageTake take, TakeMeasures measures) {
            this(take, measures, Optional.empty());
        }

        private Measured unmatched() {
            return new Measured(take, measures);
        }

        private double likeness() {
            return match.map(PromptMatch::likeness).orElse(0.0);
        }
    }

    /** The chosen take, its score 0..1, and the reason for a person to read. */
    public record Choice(ImageTake take, double score, String reason) {}

    /** What the others are measured by. @param matching the best prompt match, where it is known of all */
    private record Yard(double sharpest, OptionalDouble matching) {
        static Yard of(List<Measured> takes) {
            return new Yard(takes.stream().mapToDouble(take -> take.measures().sharpness()).max().orElseThrow(),
                    takes.getFirst().match().isPresent()
                            ? takes.stream().mapToDouble(Measured::likeness).max()
                            : OptionalDouble.empty());
        }
    }

    /** @param takes of one shot, at least one; prompt matches count only where all have one */
    public static Choice of(List<Measured> takes) {
        List<Measured> fair = takes.stream().allMatch(take -> take.match().isPresent())
                ? takes
                : takes.stream().map(Measured::unmatched).toList();
        Yard yard = Yard.of(fair);
        Measured best = fair.stream()
                .max(Comparator.<Measured>comparingDouble(take -> score(take, yard))
                        .thenComparing(take -> -take.take().number()))
                .orElseThrow();
        return new Choice(best.take(), score(best, yard), reason(best, fair, yard));
    }

    private static double score(Measured take, Yard yard) {
        double seen = score(take, yard.sharpest());
        return yard.matching().isEmpty()
                ? seen
                : (1 - MATCH) * seen + MATCH * Math.max(0, 1 - (yard.matching().getAsDouble() - take.likeness())
                        / NO_MATCH);
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

    private static String reason(Measured best, List<Measured> takes, Yard yard) {
        List<String> words = new ArrayList<>();
        boolean several = takes.size() > 1;
        if (several && best.measures().sharpness() >= yard.sharpest()) {
            words.add("the sharpest");
        }
        if (several && isTop(best, takes, Comparator.comparingDouble(take -> take.measures().contrast()))) {
            words.add("the strongest contrast");
        }
        if (several && isTop(best, takes, Comparator.comparingDouble(take -> take.measures().subjectContrast()))) {
            words.add("the subject stands out most");
        }
        if (several && best.match().isPresent() && isTop(best, takes, Comparator.comparingDouble(Measured::likeness))) {
            words.add("the best match of its prompt");
        }
        double safe = safeShare(best.take().subject());
        words.add(safe > 0.999
                ? "subject inside the safe area"
                : String.format(Locale.ROOT, "%.0f %% of the subject inside the safe area", 100 * safe));
        return String.format(Locale.ROOT, "take %d of %d, score %.2f: %s (sharpness %.0f, contrast %.2f%s)",
                best.take().number(), takes.size(), score(best, yard), String.join(", ", words),
                best.measures().sharpness(), best.measures().contrast(),
                best.match().map(match -> ", prompt match " + match.ofHundred() + " of 100").orElse(""));
    }

    private static boolean isTop(Measured best, List<Measured> takes, Comparator<Measured> order) {
        return takes.stream().allMatch(take -> order.compare(best, take) >= 0);
    }
}
