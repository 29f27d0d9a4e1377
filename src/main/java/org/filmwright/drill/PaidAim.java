package org.filmwright.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chooses where to kill: every point in turn, in an order of chance, and every third time at no point but a moment. */
public final class PaidAim {
    static final String REPLICATE = "replicate:flux-schnell";
    static final String GEMINI = "gemini:3.1-flash-image";

    /** Nothing is aimed at. */
    static final Aim NONE = new Aim(PaidPoint.RESTING, false, 1, REPLICATE);
    private static final int MOMENTS = 4;
    private final SplittableRandom random;
    private final List<Aim> bag = new ArrayList<>();

    /**
     * Where a worker is to be killed.
     *
     * @param opening while it takes up what was left, else at what is ordered then
     * @param takes that are ordered together
     */
    public record Aim(PaidPoint point, boolean opening, int takes, String artist) {}

    PaidAim(SplittableRandom random) {
        this.random = random;
    }

    /** At one picture of Replicate. */
    public static Aim at(PaidPoint point) {
        return new Aim(point, isOfReconciling(point), 1, REPLICATE);
    }

    private static boolean isOfReconciling(PaidPoint point) {
        return point == PaidPoint.LIST_ARRIVED || point == PaidPoint.LIST_ANSWERED;
    }

    /** @param last where the worker was killed before: what it left half done is sometimes disturbed a second time */
    Aim next(PaidPoint last) {
        if (between(PaidPoint.INTENT_WRITTEN, last, PaidPoint.ANSWERED) && random.nextInt(2) == 0) {
            return new Aim(random.nextBoolean() ? PaidPoint.LIST_ARRIVED : PaidPoint.LIST_ANSWERED, true, 1, REPLICATE);
        }
        if (between(PaidPoint.JOB_WRITTEN, last, PaidPoint.FILE_SENT) && random.nextInt(3) == 0) {
            PaidPoint[] all = PaidPoint.values();
            int first = PaidPoint.POLL_ARRIVED.ordinal();
            return new Aim(all[random.nextInt(first, all.length)], true, 1, REPLICATE);
        }
        if (bag.isEmpty()) {
            fill();
        }
        return bag.remove(random.nextInt(bag.size()));
    }

    private static boolean between(PaidPoint first, PaidPoint point, PaidPoint last) {
        return point.compareTo(first) >= 0 && point.compareTo(last) <= 0;
    }

    private void fill() {
        for (PaidPoint point : PaidPoint.values()) {
            if (point.side() != PaidPoint.Side.NOWHERE && !isOfReconciling(point)) {
                bag.add(new Aim(point, false, 1, random.nextInt(5) == 0 ? GEMINI : REPLICATE));
            }
        }
        bag.add(new Aim(PaidPoint.RESTING, false, 1, REPLICATE));
        bag.add(new Aim(PaidPoint.OPENING, true, 1, REPLICATE));
        for (int moment = 0; moment < MOMENTS; moment++) {
            bag.add(new Aim(PaidPoint.ORDERED, false, 1 + random.nextInt(3), random.nextInt(3) == 0
                    ? GEMINI
                    : REPLICATE));
        }
    }
}
