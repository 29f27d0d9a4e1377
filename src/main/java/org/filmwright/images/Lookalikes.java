package org.filmwright.images;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes that look alike. Each group stands around the take of it that came first, and each member is near that one; so a chain of small steps does not join what is different. Groups have at least two takes.
 */
public record Lookalikes(List<List<ImageTake>> groups) {
    private static final int BANDS = 4;
    private static final int WIDTH = Long.SIZE / BANDS;

    public Lookalikes {
        groups = List.copyOf(groups);
    }

    /** @param takes in the order in which they came; those without a fingerprint look like nothing */
    public static Lookalikes among(List<ImageTake> takes, Function<ImageTake, Optional<Fingerprint>> looks) {
        Map<Fingerprint, List<ImageTake>> groups = new LinkedHashMap<>();
        Index leaders = new Index();
        for (ImageTake take : takes) {
            looks.apply(take)
                    .ifPresent(look -> groups.computeIfAbsent(leaders.near(look), _ -> new ArrayList<>()).add(take));
        }
        return new Lookalikes(groups.values().stream().filter(group -> group.size() > 1).map(List::copyOf).toList());
    }

    /** The group of a take; empty where nothing looks like it. */
    public List<ImageTake> of(ImageTake take) {
        return groups.stream().filter(group -> group.contains(take)).findFirst().orElse(List.of());
    }

    /**
     * Finds a fingerprint near another one without comparing all: of four bands of 16 bits, with at most seven bits
     * different (near is less), one differs in one bit at most; so 17 places in each of four tables hold it.
     */
    private static final class Index {
        private final List<Map<Integer, List<Fingerprint>>> bands = new ArrayList<>();

        Index() {
            for (int band = 0; band < BANDS; band++) {
                bands.add(new HashMap<>());
            }
        }

        /** The nearest one known, the first of several; where none is near, this one, which is known from then on. */
        Fingerprint near(Fingerprint look) {
            Fingerprint best = look;
            int least = Integer.MAX_VALUE;
            for (int band = 0; band < BANDS; band++) {
                int key = key(look, band);
                for (int bit = -1; bit < WIDTH; bit++) {
                    for (Fingerprint known : at(band, bit < 0 ? key : key ^ 1 << bit)) {
                        if (known.isNear(look) && known.distance(look) < least) {
                            best = known;
                            least = known.distance(look);
                        }
                    }
                }
            }
            if (least == Integer.MAX_VALUE) {
                add(look);
            }
            return best;
        }

        private List<Fingerprint> at(int band, int key) {
            return bands.get(band).getOrDefault(key, List.of());
        }

        private void add(Fingerprint look) {
            for (int band = 0; band < BANDS; band++) {
                bands.get(band).computeIfAbsent(key(look, band), _ -> new ArrayList<>()).add(look);
            }
        }

        private static int key(Fingerprint look, int band) {
            return (int) (look.bits() >>> band * WIDTH) & 0xffff;
        }
    }
}
