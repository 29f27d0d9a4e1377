package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** Takes neighbouring items, as those of a scene are, to another place together; dissolves between them go along. */
public final class BlockMove {
    private BlockMove() {}

    /**
     * @param first index of the first of them @param count how many
     * @param before index of the item before which they come to stand, as they are counted now; the number of items is the end
     */
    public static Outcome<Cut> of(Cut cut, int first, int count, int before) {
        if (before >= first && before <= first + count || before < 0 || before > cut.items().size()) {
            return Outcome.failed(new Failure.Refused("It stands there already.", "Move it to another place."));
        }
        boolean back = before > first;
        Outcome<Cut> moved = Outcome.ok(cut);
        for (int i = 0; i < count; i++) {
            int from = back ? first : first + i;
            int to = back ? before - 1 : before + i;
            moved = moved.then(now -> Splicer.move(now, from, to));
        }
        return moved.then(now -> Outcome.ok(joined(cut, first, count, now, back ? before - count : before)));
    }

    /** With the dissolves that they had among themselves. */
    private static Cut joined(Cut cut, int first, int count, Cut moved, int at) {
        if (moved.items().size() != cut.items().size()) { // gaps met, so that places are others now
            return moved;
        }
        List<Transition> dissolves = new ArrayList<>(moved.transitions());
        dissolves.removeIf(each -> each.at() > at && each.at() < at + count);
        cut.transitions()
                .stream()
                .filter(each -> each.at() > first && each.at() < first + count)
                .map(each -> new Transition(each.at() - first + at, each.inOffset(), each.outOffset()))
                .forEach(dissolves::add);
        dissolves.sort(Comparator.comparingInt(Transition::at));
        return moved.with(moved.items(), dissolves);
    }
}
