package org.filmwright.export;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The cards that were drawn last, so that one that stands for seconds is drawn once. Each is as large as a frame; a film
 * may have thousands of them, so only a few are kept. One thread at a time.
 *
 * @param <K> what a card shows
 */
final class LastCards<K> {
    /** Two for a dissolve, and as many that lie over them. */
    private static final int KEPT = 4;
    private final SequencedMap<K, int[]> drawn = new LinkedHashMap<>(8, 0.75f, true);

    /** @return width x height pixels; not to be changed */
    int[] of(K what, Function<? super K, int[]> draw) {
        int[] card = drawn.get(what);
        if (card == null) {
            card = draw.apply(what);
            drawn.put(what, card);
            if (drawn.size() > KEPT) {
                drawn.pollFirstEntry();
            }
        }
        return card;
    }
}
