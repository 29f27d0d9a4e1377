package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.MediaRef;
import org.filmwright.media.Tone;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Transition;

/**
 * A cut between two clips: the last frame of one beside the first of the next.
 *
 * @param at the frame with which the second begins @param last frame of the film before the cut, and before any dissolve
 * @param first frame behind both @param step what changes; nothing until it was measured
 */
record Seam(int at, int last, int first, String from, String to, Key key, Optional<Tone.Step> step) {
    /** By what a seam is known again in another cut: the two frames that meet in it. */
    record Key(MediaRef before, int last, MediaRef behind, int first) {}

    /** In the order of the film, with what is known already. */
    static List<Seam> of(Reel reel, Map<Key, Tone.Step> known) {
        List<Seam> seams = new ArrayList<>();
        int next = 0;
        List<Transition> dissolves = reel.cut().transitions();
        for (int i = 1; i < reel.spans().size(); i++) {
            while (next < dissolves.size() && dissolves.get(next).at() < i) {
                next++;
            }
            Optional<Transition> dissolve = next < dissolves.size() && dissolves.get(next).at() == i
                    ? Optional.of(dissolves.get(next))
                    : Optional.empty();
            if (reel.spans().get(i - 1).item() instanceof Item.Clip before
                    && reel.spans().get(i).item() instanceof Item.Clip behind) {
                seams.add(between(before, behind, reel.start(i), dissolve, known));
            }
        }
        return seams;
    }

    private static Seam between(Item.Clip before, Item.Clip behind, int at, Optional<Transition> dissolve,
            Map<Key, Tone.Step> known) {
        int in = dissolve.map(Transition::inOffset).orElse(0);
        int out = dissolve.map(Transition::outOffset).orElse(0);
        Key key = new Key(before.media(), before.source().at(before.frames() - 1 - in), behind.media(), behind.source()
                .at(out));
        return new Seam(at, at - 1 - in, at + out, before.label(), behind.label(), key, Optional.ofNullable(known.get(
                key)));
    }

    Seam measured(Tone.Step found) {
        return new Seam(at, last, first, from, to, key, Optional.of(found));
    }

    /** The worst first; what was not measured yet stands behind, in the order of the film. */
    static List<Seam> worstFirst(List<Seam> seams) {
        return seams.stream()
                .sorted(Comparator.comparingDouble(seam -> -seam.step().map(Tone.Step::severity).orElse(-1.0)))
                .toList();
    }
}
