package org.filmwright.timeline;

import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.filmwright.base.Outcome;

/** In and out point, and edits of what lies between: three points, the fourth follows. */
public final class InOut {
    private InOut() {}

    /** The in point; an out point that would lie before it goes. */
    public static Outcome<Cut> in(Cut cut, int frame) {
        OptionalInt out = cut.marks().out().orElse(Integer.MAX_VALUE) > frame ? cut.marks().out() : OptionalInt.empty();
        return set(cut, new Marks(OptionalInt.of(Math.max(0, frame)), out));
    }

    /** The out point. @param frame the first that is not meant any more; an in point that would lie behind it goes */
    public static Outcome<Cut> out(Cut cut, int frame) {
        OptionalInt in = cut.marks().in().orElse(-1) < frame ? cut.marks().in() : OptionalInt.empty();
        return set(cut, new Marks(in, OptionalInt.of(Math.max(1, frame))));
    }

    public static Outcome<Cut> clear(Cut cut) {
        return set(cut, Marks.NONE);
    }

    private static Outcome<Cut> set(Cut cut, Marks marks) {
        return Outcome.ok(cut.with(cut.layers().between(marks)));
    }

    /** Takes out what lies between on the storyline and on every track that is not locked, and leaves gaps. */
    public static Outcome<Cut> lift(Cut cut) {
        return range(cut).then(range -> Outcome.ok(everywhere(cut, (strip, at) -> {
            if (at.start() < strip.frames()) {
                strip.lay(at.start(), new Item.Gap(Math.min(strip.frames(), at.end()) - at.start()));
            }
        }, range)));
    }

    /** Takes out what lies between on the storyline and on every track that is not locked, and closes the hole. */
    public static Outcome<Cut> extract(Cut cut) {
        return range(cut).then(range -> {
            Strip strip = Strip.of(cut);
            strip.close(range.start(), range.end());
            Layers layers = Ripple.of(cut, strip, Ripple.Way.EXTRACTED).layers();
            Cut film = everywhere(cut, (each, at) -> each.close(at.start(), at.end()), range);
            return Outcome.ok(film.with(new Layers(film.tracks(), layers.markers(), Marks.NONE)));
        });
    }

    private static Cut everywhere(Cut cut, BiConsumer<Strip, Marks.Range> edit, Marks.Range range) {
        Strip storyline = Strip.of(cut);
        edit.accept(storyline, range);
        return storyline.cut(cut).with(cut.layers().with(cut.tracks().stream().map(track -> {
            Strip strip = Strip.of(track);
            edit.accept(strip, range);
            return track.locked() ? track : strip.track(track);
        }).toList()));
    }

    private static Outcome<Marks.Range> range(Cut cut) {
        return cut.marks()
                .range(cut.frames())
                .map(Outcome::ok)
                .orElseGet(() -> Refusals.refused("Nothing is marked.", "Set an in and an out point first."));
    }

    /** What goes where. */
    private record Placed(int frame, Item.OfShot clip) {}

    /**
     * Inserts a clip by three points, and what is behind moves back.
     *
     * @param frame where it begins while neither point is set
     * @param clip the part of it that is wanted
     * @param chosen whether that part was chosen; else as much of the clip is taken as the points ask for
     */
    public static Outcome<Cut> insert(Cut cut, int frame, Item.OfShot clip, boolean chosen) {
        return placed(cut, frame, clip, chosen).then(at -> Splicer.insert(cut, at.frame, at.clip));
    }

    /** The same over what is there. */
    public static Outcome<Cut> overwrite(Cut cut, int frame, Item.OfShot clip, boolean chosen) {
        return placed(cut, frame, clip, chosen).then(at -> Splicer.overwrite(cut, at.frame, at.clip));
    }

    /** Four points: the chosen part of a clip, faster or slower, so that it fills what lies between in and out. */
    public static Outcome<Cut> fit(Cut cut, Item.OfShot clip) {
        return range(cut).then(range -> Retiming.lasting(clip, range.frames())
                .then(fitted -> Splicer.overwrite(cut, range.start(), fitted)));
    }

    private static Outcome<Placed> placed(Cut cut, int frame, Item.OfShot clip, boolean chosen) {
        int film = cut.frames();
        if (cut.marks().range(film).isPresent() && !chosen) {
            Marks.Range range = cut.marks().range(film).get();
            return Refusals.trimmed(clip, 0, range.frames() - clip.frames())
                    .then(part -> Outcome.ok(new Placed(range.start(), (Item.OfShot) part)));
        }
        if (cut.marks().in().isEmpty() && cut.marks().out().isPresent()) {
            int begin = Math.min(film, cut.marks().out().getAsInt()) - clip.frames();
            return begin < 0
                    ? Refusals.refused(Refusals.name(clip) + " is longer than the film before the out point.",
                            "Choose less of it.")
                    : Outcome.ok(new Placed(begin, clip));
        }
        return Outcome.ok(new Placed(Math.min(film, cut.marks().in().orElse(frame)), clip));
    }
}
