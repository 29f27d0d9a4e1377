package org.filmwright.timeline;

import org.filmwright.base.Outcome;

/**
 * Pictures that come out of something and go into something. A fade is a dissolve from or into a gap (OTIO): on the
 * storyline black, on a track above it nothing.
 */
public final class Fades {
    /** How long the film is black between two fades, in seconds. */
    private static final double BLACK = 0.5;

    private Fades() {}

    /** An item comes up out of black over so many frames; where there is none before it, half a second is put there. */
    public static Outcome<Cut> in(Cut cut, Spot spot, int frames) {
        Strip strip = Strip.of(cut.track(spot.track()));
        boolean black = strip.isGap(spot.item() - 1);
        if (strip.isGap(spot.item()) || !black && spot.track() > 0) {
            return noRoom(cut, spot, "before");
        }
        if (!black) {
            strip.add(spot.item(), new Item.Gap(cut.rate().frames(BLACK)));
        }
        int at = black ? spot.item() : spot.item() + 1;
        strip.dissolve(at, 0, Math.max(1, frames));
        return done(cut, spot, strip).then(film -> there(film, new Spot(spot.track(), at)));
    }

    /** An item goes into black over so many frames; where there is none behind it, half a second is put there. */
    public static Outcome<Cut> out(Cut cut, Spot spot, int frames) {
        Strip strip = Strip.of(cut.track(spot.track()));
        int at = spot.item() + 1;
        boolean black = strip.isGap(at);
        if (strip.isGap(spot.item()) || !black && spot.track() > 0 && at < strip.size()) {
            return noRoom(cut, spot, "behind");
        }
        if (!black) {
            strip.add(at, new Item.Gap(cut.rate().frames(BLACK)));
        }
        strip.dissolve(at, Math.max(1, frames), 0);
        return done(cut, spot, strip).then(film -> there(film, new Spot(spot.track(), at)));
    }

    /** A dissolve between two items of a track above the storyline. */
    public static Outcome<Cut> dissolve(Cut cut, Spot spot, int frames) {
        if (spot.track() == 0) {
            return Splicer.dissolve(cut, spot.item(), frames);
        }
        Strip strip = Strip.of(cut.track(spot.track()));
        return spot.item() < 1
                ? Refusals.refused("There is no cut here between two clips.", "Go to the second of them.")
                : dissolved(strip, spot.item(), frames).then(_ -> done(cut, spot, strip))
                        .then(film -> there(film, spot));
    }

    /** Makes the cut before an item of any track a straight one. */
    public static Outcome<Cut> straight(Cut cut, Spot spot) {
        Strip strip = Strip.of(cut.track(spot.track()));
        strip.straight(spot.item());
        return done(cut, spot, strip);
    }

    /** Sets the dissolve so that both items have the frames for it, as far as they have any. */
    static Outcome<Strip> dissolved(Strip strip, int item, int frames) {
        int wanted = Math.max(1, frames);
        int least = Math.max(0, wanted - strip.item(item - 1).tail());
        int most = Math.min(wanted, strip.item(item).head());
        int in = Math.clamp(wanted / 2, Math.min(least, most), Math.max(least, most));
        strip.dissolve(item, in, wanted - in);
        return Outcome.ok(strip);
    }

    static Outcome<Cut> there(Cut cut, Spot spot) {
        return cut.track(spot.track()).transitions().stream().anyMatch(each -> each.at() == spot.item())
                ? Outcome.ok(cut)
                : Refusals.refused("The clips are too short for a dissolve.", "Make them longer first.");
    }

    private static Outcome<Cut> done(Cut cut, Spot spot, Strip strip) {
        return spot.track() == 0
                ? Outcome.ok(Ripple.of(cut, strip, Ripple.Way.MOVED))
                : TrackEdits.changed(cut, spot.track(), strip);
    }

    private static Outcome<Cut> noRoom(Cut cut, Spot spot, String where) {
        return Refusals.refused("A fade needs a gap: " + Refusals.name(spot.in(cut)) + " has none " + where + " it.",
                "Move it a little, or dissolve.");
    }
}
