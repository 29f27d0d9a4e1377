package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;

/**
 * Brings a cut that was edited by hand up to the newest clips: each takes the place of the one before it and keeps its trims
 * as far as it has the frames; what left the script leaves the cut; what is new in the script follows the shot before it,
 * and so does what was moved in the script. What somebody took out stays out. Without subtitles ({@link Subtitling}).
 */
public final class Conform {
    private final List<ShotId> before;
    private final List<ShotId> order;
    private final Map<ShotId, Item.OfShot> clips = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Cut made;

    /** @param assembled what the rules had made before the cut was edited; @param made what they make now */
    public Conform(Cut assembled, Cut made) {
        this.made = made;
        before = shots(assembled).map(Item.OfShot::shot).toList();
        order = shots(made).map(Item.OfShot::shot).distinct().toList();
        shots(made).forEach(clip -> clips.put(clip.shot(), clip));
    }

    /** One in which nothing is newer than in the cut itself but this. */
    public static Conform taking(Item.OfShot newest, Cut cut) {
        Conform same = new Conform(cut, cut);
        same.clips.put(newest.shot(), newest);
        return same;
    }

    /** What could not be kept as it was, a sentence each; after {@link #of}. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Nothing where the film has another frame rate by now, since frames are then other moments. */
    public Optional<Cut> of(Cut edited) {
        if (!edited.rate().equals(made.rate())) {
            return Optional.empty();
        }
        shots(edited).filter(clip -> !clips.containsKey(clip.shot()))
                .forEach(clip -> notes.add("Clip " + clip.label()
                        + " left the cut: its shot is not in the script any more."));
        Cut cut = edited;
        for (int i = edited.items().size() - 1; i >= 0; i--) {
            if (edited.items().get(i) instanceof Item.OfShot clip && !clips.containsKey(clip.shot())) {
                cut = value(Splicer.extract(cut, i), cut);
            }
        }
        Cut conformed = ScriptOrder.following(Splicer.withItems(cut, cut.items().stream().map(this::newest).toList()),
                ScriptOrder.moved(before, order), order);
        for (Item.OfShot clip : shots(made).toList()) {
            if (!before.contains(clip.shot()) && ScriptOrder.places(conformed, clip.shot()).isEmpty()) {
                int place = ScriptOrder.after(conformed, order.subList(0, order.indexOf(clip.shot())));
                conformed = value(Splicer.insert(conformed, conformed.start(place), clip), conformed);
            }
        }
        return Optional.of(new Cut(made.title(), made.rate(), made.size(), conformed.items(), conformed.transitions(),
                List.of(), abovePictures(conformed.layers())));
    }

    private static Stream<Item.OfShot> shots(Cut cut) {
        return cut.items().stream().filter(Item.OfShot.class::isInstance).map(Item.OfShot.class::cast);
    }

    /** Clips on other tracks are the newest as well; they stay as long as they are, so that nothing there moves. */
    private Layers abovePictures(Layers layers) {
        return layers.with(layers.tracks().stream().map(track -> {
            List<Item> items = new ArrayList<>();
            for (Item item : track.items()) {
                Item now = newest(item);
                items.add(now.frames() == item.frames() ? now : sameLength(track, item, now));
            }
            return track.with(items, track.transitions());
        }).toList());
    }

    private Item sameLength(Track track, Item item, Item now) {
        if (now.frames() > item.frames()) {
            return now.slice(0, item.frames());
        }
        if (item instanceof Item.OfShot old) {
            notes.add("Clip " + old.label() + " on " + track.name() + " is the one before: the newest is shorter than "
                    + old.frames() + " frames.");
        }
        return item;
    }

    private Item newest(Item item) {
        if (!(item instanceof Item.OfShot old) || !clips.containsKey(old.shot())) {
            return item;
        }
        Item.OfShot now = clips.get(old.shot());
        if (same(old, now)) {
            return old.labelled(now.label());
        }
        boolean all = old.head() == 0 && old.tail() == 0 && old.source().speed().equals(Speed.NORMAL);
        int from = all ? 0 : Math.min(old.from(), now.whole() - 1);
        Source source = all ? new Source(0, now.whole()) : moved(old.source(), from, now.whole());
        int frames = all ? now.whole() : Math.clamp(source.tail(1) + 1L, 1, old.frames());
        if (!all && (frames < old.frames() || from < old.from())) {
            notes.add("Clip " + now.label() + " is shorter now: it has " + now.whole() + " frames and is seen for "
                    + frames + " instead of " + old.frames() + ".");
        }
        return with(now, source, frames).linked(old.link());
    }

    private static Source moved(Source old, int from, int whole) {
        return new Source(from, old.phase(), whole, old.speed());
    }

    private static boolean same(Item.OfShot old, Item.OfShot now) {
        return switch (old) {
            case Item.Clip clip -> now instanceof Item.Clip other && other.clip().equals(clip.clip());
            case Item.Board board -> now instanceof Item.Board other && other.still().equals(board.still())
                    && other.text().equals(board.text()) && other.whole() == board.whole();
        };
    }

    private static Item.OfShot with(Item.OfShot item, Source source, int frames) {
        return switch (item) {
            case Item.Clip clip -> clip.with(source, frames);
            case Item.Board board -> board.with(source, frames);
        };
    }

    private static Cut value(Outcome<Cut> edited, Cut otherwise) {
        return edited.orElse(_ -> otherwise);
    }
}
