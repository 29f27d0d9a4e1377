package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Item;

/**
 * A shot of the script that the cut does not hold, or for which a board stands in. Pure.
 *
 * @param at index of the item before which it belongs: behind the nearest shot before it in the script that is in the cut
 * @param gap index of the gap, or of the board, that waits for it; nothing where its neighbours have closed up
 */
record Lack(Shot shot, int at, Optional<Integer> gap) {
    /** In the order of the script. */
    static List<Lack> of(Reel reel, ShotPlan plan) {
        List<Lack> lacks = new ArrayList<>();
        int at = first(reel);
        boolean opened = false;
        for (Shot shot : plan.shots()) {
            Optional<Reel.Span> there = reel.of(shot.id());
            if (there.isPresent()) {
                at = there.get().index() + 1;
                opened = true;
                if (there.get().item() instanceof Item.Board) {
                    lacks.add(new Lack(shot, there.get().index(), Optional.of(there.get().index())));
                }
            } else {
                int before = opened ? at : at - 1;
                lacks.add(new Lack(shot, at, isGap(reel, before) ? Optional.of(before) : Optional.empty()));
            }
        }
        return lacks;
    }

    /** The first clip; what the film opens with stays before it. */
    private static int first(Reel reel) {
        return reel.spans()
                .stream()
                .filter(span -> span.item() instanceof Item.Clip)
                .findFirst()
                .map(Reel.Span::index)
                .orElse(reel.spans().size());
    }

    /** The black with which a film opens waits for nothing. */
    private static boolean isGap(Reel reel, int index) {
        return index > 0 && index < reel.spans().size() && reel.spans().get(index).item() instanceof Item.Gap;
    }
}
