package org.filmwright.images;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.filmwright.base.MediaRef;

/**
 * Takes that look alike. Each group stands around the take of it that came first, and each member is near that one; so a chain of small steps does not join what is different. Groups have at least two takes.
 */
public record Lookalikes(List<List<ImageTake>> groups) {
    private static final int BANDS = 4;
    private static final int WIDTH = Long.SIZE / BANDS;

    public Lookalikes {
        groups = List.copyOf(groups);
    }

    /** By their fingerprints alone. @param takes in the order in which they came; those without one look like nothing */
    public static Lookalikes among(List<ImageTake> takes, Function<ImageTake, Optional<Fingerprint>> looks) {
        return among(takes, looks, Resemblance.UNKNOWN);
    }

    /** Also by what is in them, where that is known of both. */
    public static Lookalikes among(List<ImageTake> takes, Function<ImageTake, Optional<Fingerprint>> looks,
            Resemblance resemblance) {
        Map<Seen, List<ImageTake>> groups = new LinkedHashMap<>();
        Index leaders = new Index(resemblance);
        for (ImageTake take : takes) {
            looks.apply(take)
                    .map(look -> new Seen(look, take.media()))
                    .ifPresent(seen -> groups.computeIfAbsent(leaders.near(seen), _ -> new ArrayList<>()).add(take));
        }
        return new Lookalikes(groups.values().stream().filter(group -> group.size() > 1).map(List::copyOf).toList());
    }

    /** The group of a take; empty where nothing looks like it. */
    public List<ImageTake> of(ImageTake take) {
        return groups.stream().filter(group -> group.contains(take)).findFirst().orElse(List.of());
    }

    /** A picture and what it looks like. */
    private record Seen(Fingerprint look, MediaRef picture) {
        /** Who knows what is in both has the last word; then the fingerprints need not be quite as near. */
        boolean isNear(Seen other, Resemblance resemblance) {
            OptionalDouble likeness = look.isAlmostNear(other.look)
                    ? resemblance.of(picture, other.picture)
                    : OptionalDouble.empty();
            return likeness.isPresent() ? likeness.getAsDouble() > Resemblance.SAME : look.isNear(other.look);
        }
    }

    /**
     * Finds a fingerprint near another one without comparing all: of four bands of 16 bits, with at most seven bits
     * different (near is no more), one differs in one bit at most; so 17 places in each of four tables hold it.
     */
    private static final class Index {
        private final Resemblance resemblance;
        private final List<Map<Integer, List<Seen>>> bands = new ArrayList<>();

        Index(Resemblance resemblance) {
            this.resemblance = resemblance;
            for (int band = 0; band < BANDS; band++) {
                bands.add(new HashMap<>());
            }
        }

        /** The nearest one known, the first of several; where none is near, this one, which is known from then on. */
        Seen near(Seen seen) {
            Seen best = seen;
            int least = Integer.MAX_VALUE;
            for (int band = 0; band < BANDS; band++) {
                int key = key(seen.look(), band);
                for (int bit = -1; bit < WIDTH; bit++) {
                    for (Seen known : at(band, bit < 0 ? key : key ^ 1 << bit)) {
                        if (known.look().distance(seen.look()) < least && known.isNear(seen, resemblance)) {
                            best = known;
                            least = known.look().distance(seen.look());
                        }
                    }
                }
            }
            if (least == Integer.MAX_VALUE) {
                add(seen);
            }
            return best;
        }

        private List<Seen> at(int band, int key) {
            return bands.get(band).getOrDefault(key, List.of());
        }

        private void add(Seen seen) {
            for (int band = 0; band < BANDS; band++) {
                bands.get(band).computeIfAbsent(key(seen.look(), band), _ -> new ArrayList<>()).add(seen);
            }
        }

        private static int key(Fingerprint look, int band) {
            return (int) (look.bits() >>> band * WIDTH) & 0xffff;
        }
    }
}
