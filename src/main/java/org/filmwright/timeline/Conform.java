package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;

/**
 * Brings a cut that was edited by hand up to the newest clips: each takes the place of the one before it and keeps its trims
 * as far as it has the frames; what left the script leaves the cut; what is new in the script follows the shot before it.
 * What somebody took out stays out. Without subtitles ({@link Subtitling}).
 */
public final class Conform {
    private final Set<ShotId> before = new HashSet<>();
    private final Map<ShotId, Item.Clip> clips = new HashMap<>();
    private final Cut made;

    /** @param assembled what the rules had made before the cut was edited; @param made what they make now */
    public Conform(Cut assembled, Cut made) {
        this.made = made;
        shots(assembled).forEach(clip -> before.add(clip.shot()));
        shots(made).forEach(clip -> clips.put(clip.shot(), clip));
    }

    /** Nothing where the film has another frame rate by now, since frames are then other moments. */
    public Optional<Cut> of(Cut edited) {
        if (!edited.rate().equals(made.rate())) {
            return Optional.empty();
        }
        Cut cut = edited;
        for (int i = edited.items().size() - 1; i >= 0; i--) {
            if (edited.items().get(i) instanceof Item.Clip clip && !clips.containsKey(clip.shot())) {
                cut = value(Splicer.extract(cut, i), cut);
            }
        }
        List<Item> items = cut.items().stream().map(this::newest).toList();
        Cut conformed = Splicer.withItems(cut, items);
        for (Item.Clip clip : shots(made).toList()) {
            if (!before.contains(clip.shot()) && place(conformed, clip.shot()) < 0) {
                conformed = value(Splicer.insert(conformed, behind(conformed, clip.shot()), clip), conformed);
            }
        }
        return Optional.of(new Cut(made.title(), made.rate(), made.size(), conformed.items(), conformed.transitions(),
                List.of(), conformed.layers()));
    }

    private static Stream<Item.Clip> shots(Cut cut) {
        return cut.items().stream().filter(Item.Clip.class::isInstance).map(Item.Clip.class::cast);
    }

    private Item newest(Item item) {
        if (!(item instanceof Item.Clip old) || clips.get(old.shot()).clip().equals(old.clip())) {
            return item;
        }
        Item.Clip now = clips.get(old.shot());
        boolean all = old.head() == 0 && old.tail() == 0;
        int from = all ? 0 : Math.min(old.from(), now.whole() - 1);
        return now.part(from, all ? now.whole() : Math.min(old.frames(), now.whole() - from));
    }

    /** The frame behind the nearest shot that stands before it in the script and is in the cut; the first shot's else. */
    private int behind(Cut cut, ShotId shot) {
        List<ShotId> order = new ArrayList<>(shots(made).map(Item.Clip::shot).toList());
        for (int i = order.indexOf(shot) - 1; i >= 0; i--) {
            int place = place(cut, order.get(i));
            if (place >= 0) {
                return cut.start(place + 1);
            }
        }
        int first = 0;
        while (first < cut.items().size() && !(cut.items().get(first) instanceof Item.Clip)) {
            first++;
        }
        return cut.start(first);
    }

    /** The last place of a shot; -1 where it is not seen. */
    private static int place(Cut cut, ShotId shot) {
        for (int i = cut.items().size() - 1; i >= 0; i--) {
            if (cut.items().get(i) instanceof Item.Clip clip && clip.shot().equals(shot)) {
                return i;
            }
        }
        return -1;
    }

    private static Cut value(Outcome<Cut> edited, Cut otherwise) {
        return edited.orElse(_ -> otherwise);
    }
}
