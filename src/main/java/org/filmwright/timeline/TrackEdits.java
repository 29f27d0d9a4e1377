package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.filmwright.base.Outcome;

/** Edits of the tracks beside the storyline. Nothing on them moves by itself; what is taken away leaves a gap. */
public final class TrackEdits {
    private TrackEdits() {}

    /** A further track on top of those of its kind, with nothing on it. */
    public static Outcome<Cut> add(Cut cut, Track.Kind kind) {
        long others = cut.tracks().stream().filter(track -> track.kind() == kind).count();
        String name = kind == Track.Kind.PICTURE ? "V" + (others + 2) : "A" + (others + 1);
        List<Track> tracks = new ArrayList<>(cut.tracks());
        tracks.add(new Track(kind, name));
        return Outcome.ok(cut.with(cut.layers().with(tracks)));
    }

    /** Takes a track away with all that lies on it. @param track 1 or more, as in {@link Cut#track} */
    public static Outcome<Cut> remove(Cut cut, int track) {
        if (track < 1 || track > cut.tracks().size()) {
            return noTrack();
        }
        List<Track> tracks = new ArrayList<>(cut.tracks());
        tracks.remove(track - 1);
        return cut.track(track).locked()
                ? Refusals.locked(cut.track(track))
                : Outcome.ok(cut.with(cut.layers().with(tracks)));
    }

    /** Whether a track is seen or heard. */
    public static Outcome<Cut> on(Cut cut, int track, boolean on) {
        return head(cut, track, now -> new Track(now.kind(), now.name(), now.items(), now.transitions(), on, now
                .locked()));
    }

    /** Whether edits pass a track by. */
    public static Outcome<Cut> locked(Cut cut, int track, boolean locked) {
        return head(cut, track, now -> new Track(now.kind(), now.name(), now.items(), now.transitions(), now.on(),
                locked));
    }

    /** Another name for a track. */
    public static Outcome<Cut> named(Cut cut, int track, String name) {
        return head(cut, track, now -> new Track(now.kind(), name.strip(), now.items(), now.transitions(), now.on(), now
                .locked()));
    }

    /** Puts an item on a track, over what lies there from a frame on. */
    public static Outcome<Cut> put(Cut cut, int track, int frame, Item item) {
        if (track == 0) {
            return fitting(cut, track, item).then(film -> Splicer.overwrite(film, frame, item));
        }
        return fitting(cut, track, item).then(film -> {
            Strip strip = Strip.of(film.track(track));
            strip.lay(frame, item);
            return changed(film, track, strip);
        });
    }

    /** Over the picture, on the lowest track with room for it that is not locked, else on a new one. */
    public static Outcome<Cut> over(Cut cut, int frame, Item item) {
        int track = IntStream.rangeClosed(1, cut.tracks().size())
                .filter(n -> cut.track(n).kind() == Track.Kind.PICTURE && !cut.track(n).locked()
                        && free(cut.track(n), frame, frame + item.frames()))
                .findFirst()
                .orElse(0);
        return track > 0
                ? put(cut, track, frame, item)
                : add(cut, Track.Kind.PICTURE).then(more -> put(more, more.tracks().size(), frame, item));
    }

    private static boolean free(Track track, int from, int to) {
        int start = 0;
        for (Item item : track.items()) {
            int end = start + item.frames();
            if (!(item instanceof Item.Gap) && start < to && end > from) {
                return false;
            }
            start = end;
        }
        return true;
    }

    /** Takes an item and what it is linked to away; gaps stay. */
    public static Outcome<Cut> lift(Cut cut, Spot spot) {
        if (spot.track() == 0) {
            return Splicer.lift(cut, spot.item());
        }
        Strip strip = Strip.of(cut.track(spot.track()));
        strip.clear(spot.item());
        return changed(cut, spot.track(), strip).then(film -> Outcome.ok(Links.without(film, spot.in(cut))));
    }

    /** Takes an item of a track away, and what is behind it on this track moves up. */
    public static Outcome<Cut> extract(Cut cut, Spot spot) {
        if (spot.track() == 0) {
            return Splicer.extract(cut, spot.item());
        }
        Strip strip = Strip.of(cut.track(spot.track()));
        strip.remove(spot.item());
        return changed(cut, spot.track(), strip);
    }

    /** Cuts what lies on a track at a frame in two. */
    public static Outcome<Cut> split(Cut cut, int track, int frame) {
        Strip strip = Strip.of(cut.track(track));
        int before = strip.size();
        int at = strip.cleft(frame).indexAt(frame);
        return strip.size() == before || strip.isGap(at)
                ? Refusals.refused("There is nothing to cut here.", "Go to a frame within a clip.")
                : changed(cut, track, strip);
    }

    /** Shows another part of a clip or sound, as long as before and in the same place. */
    public static Outcome<Cut> slip(Cut cut, Spot spot, int by) {
        Item item = spot.in(cut);
        if (item instanceof Item.Gap || item instanceof Item.Title) {
            return Refusals.refused("Only a clip or a sound can be slipped.", "Choose one.");
        }
        return item.head() + by < 0 || item.tail() - by < 0
                ? Refusals.noMore(item, by < 0 ? item.head() : item.tail())
                : replace(cut, spot, item.slice(by, item.frames()));
    }

    /** How loud a sound is. */
    public static Outcome<Cut> level(Cut cut, Spot spot, Level level) {
        return spot.in(cut) instanceof Item.Sound(var media, var label, var frames, var source, _, var link)
                ? replace(cut, spot, new Item.Sound(media, label, frames, source, level, link))
                : Refusals.refused("Only a sound is loud or quiet.", "Choose one.");
    }

    /**
     * Takes an item to another frame, also of another track. What it is linked to goes as far on its own track.
     *
     * @param frame where it begins afterwards; what lies there is covered
     */
    public static Outcome<Cut> move(Cut cut, Spot spot, int track, int frame) {
        int by = frame - spot.start(cut);
        List<Spot> all = Links.linked(cut, spot).stream().filter(other -> !other.equals(spot)).toList();
        boolean storyline = all.stream().anyMatch(other -> other.track() == 0);
        if (storyline && by != 0) {
            return Refusals.refused("It is linked to a clip of the storyline and moves with it.",
                    "Move that clip, or unlink the two.");
        }
        if (frame >= Math.max(1, cut.frames())) {
            return Refusals.refused("The film is over there.", "Move it less far.");
        }
        if (all.isEmpty() && track == spot.track() && track > 0) {
            Strip strip = Strip.of(cut.track(track));
            if (strip.shift(spot.item(), by)) {
                return changed(cut, track, strip);
            }
        }
        if (frame < 0 || all.stream().anyMatch(other -> other.start(cut) + by < 0)) {
            return Refusals.refused("Nothing lies before the film begins.", "Move it less far.");
        }
        Outcome<Cut> moved = fitting(cut, track, spot.in(cut)).then(film -> cleared(film, cut, spot));
        List<Spot> along = by == 0 ? List.of() : all;
        for (Spot other : along) {
            moved = moved.then(film -> cleared(film, cut, other));
        }
        for (Spot other : along) {
            moved = moved.then(film -> put(film, other.track(), other.start(cut) + by, other.in(cut)));
        }
        return moved.then(film -> put(film, track, frame, spot.in(cut)));
    }

    /** Puts another item in the place of one that is as long. */
    static Outcome<Cut> replace(Cut cut, Spot spot, Item item) {
        Strip strip = Strip.of(cut.track(spot.track()));
        strip.set(spot.item(), item);
        return changed(cut, spot.track(), strip);
    }

    /** A cut with an edited track; on the storyline nothing moves that lies over it. */
    static Outcome<Cut> changed(Cut cut, int track, Strip strip) {
        if (track == 0) {
            return Outcome.ok(strip.cut(cut));
        }
        return cut.track(track).locked()
                ? Refusals.locked(cut.track(track))
                : head(cut, track, strip::track);
    }

    /** An item gone from where it was before any of this; nothing else moves. */
    private static Outcome<Cut> cleared(Cut film, Cut before, Spot spot) {
        return put(film, spot.track(), spot.start(before), new Item.Gap(spot.in(before).frames()));
    }

    private static Outcome<Cut> fitting(Cut cut, int track, Item item) {
        if (track < 0 || track > cut.tracks().size()) {
            return noTrack();
        }
        boolean fits = item instanceof Item.Gap
                || item instanceof Item.Sound == (cut.track(track).kind() == Track.Kind.SOUND);
        return fits
                ? Outcome.ok(cut)
                : Refusals.refused("Sounds lie on tracks for sound, pictures on those for pictures.",
                        "Choose another track.");
    }

    private static Outcome<Cut> head(Cut cut, int track, UnaryOperator<Track> change) {
        if (track < 1 || track > cut.tracks().size()) {
            return noTrack();
        }
        List<Track> tracks = new ArrayList<>(cut.tracks());
        tracks.set(track - 1, change.apply(cut.track(track)));
        return Outcome.ok(cut.with(cut.layers().with(tracks)));
    }

    private static <T> Outcome<T> noTrack() {
        return Refusals.refused("There is no such track.", "Choose another, or add one.");
    }
}
