package org.filmwright.timeline;

import org.filmwright.base.Outcome;

/** Faster, slower, backwards, held. The part of the shot that is shown stays; how long it is shown follows. */
public final class Retiming {
    private static final double SLOWEST = 0.05;
    private static final double FASTEST = 20;

    private Retiming() {}

    /** Runs a clip or sound at another speed; on the storyline what is behind moves, on another track there must be room. */
    public static Outcome<Cut> speed(Cut cut, Spot spot, Speed speed) {
        return running(spot.in(cut), speed).then(item -> longer(cut, spot, item));
    }

    /** Rate stretch: makes a clip or sound so long by its speed. */
    public static Outcome<Cut> stretch(Cut cut, Spot spot, int frames) {
        return lasting(spot.in(cut), frames).then(item -> longer(cut, spot, item));
    }

    /** Holds the frame under the playhead for so long; then the film goes on. */
    public static Outcome<Cut> freeze(Cut cut, int frame, int frames) {
        if (frame >= cut.frames() || !(cut.items().get(cut.itemAt(frame)) instanceof Item.OfShot of)) {
            return Refusals.refused("Only a clip can be held.", "Go to a frame of a clip.");
        }
        Source held = new Source(of.source().at(frame - cut.start(cut.itemAt(frame))), 0, of.whole(), Speed.HELD);
        return Splicer.insert(cut, frame, with(of.linked(0), held, Math.max(1, frames)));
    }

    /** The same part of an item at the speed at which it lasts so many frames. */
    static Outcome<Item> lasting(Item item, int frames) {
        return sourceOf(item).then(source -> source.speed().held() || frames < 1
                ? Outcome.ok(item.slice(0, Math.max(1, frames)))
                : running(item, new Speed((source.speed().backwards() ? -1 : 1) * source.span(item.frames()), frames),
                        frames));
    }

    private static Outcome<Item> running(Item item, Speed speed) {
        return sourceOf(item).then(source -> running(item, speed, speed.held()
                ? item.frames()
                : (int) Math.max(1, Math.round(source.span(item.frames()) / Math.abs(speed.factor())))));
    }

    private static Outcome<Item> running(Item item, Speed speed, int frames) {
        double factor = Math.abs(speed.factor());
        if (!speed.held() && (factor < SLOWEST || factor > FASTEST)) {
            return Refusals.refused("A clip runs at 5 to 2000 percent of its speed.", "Choose another speed.");
        }
        return sourceOf(item).then(source -> {
            int first = source.at(0);
            int last = source.speed().held()
                    ? first
                    : Math.clamp((source.speed().backwards() ? -1L : 1L) * (source.span(item.frames()) - 1) + first,
                            0, source.whole() - 1);
            boolean turned = speed.backwards() != source.speed().backwards() && !speed.held();
            Source run = new Source(turned ? last : first, speed.backwards() ? speed.denominator() - 1 : 0, source
                    .whole(), speed);
            return Outcome.ok(with(item, run, Math.min(frames, Math.max(1, frames + run.tail(frames)))));
        });
    }

    private static Outcome<Source> sourceOf(Item item) {
        return switch (item) {
            case Item.OfShot shot -> Outcome.ok(shot.source());
            case Item.Sound sound -> Outcome.ok(sound.source());
            case Item.Gap _,Item.Title _ -> Refusals.refused("Only a clip or a sound has a speed.", "Choose one.");
        };
    }

    private static Item with(Item item, Source source, int frames) {
        return switch (item) {
            case Item.Clip clip -> clip.with(source, frames);
            case Item.Board board -> board.with(source, frames);
            case Item.Sound sound -> sound.with(source, frames);
            case Item.Gap _,Item.Title _ -> item;
        };
    }

    private static Outcome<Cut> longer(Cut cut, Spot spot, Item item) {
        if (spot.track() == 0) {
            return Splicer.replace(cut, spot.item(), item);
        }
        Strip strip = Strip.of(cut.track(spot.track()));
        int by = item.frames() - spot.in(cut).frames();
        boolean last = spot.item() + 1 == strip.size();
        int free = strip.isGap(spot.item() + 1) ? strip.item(spot.item() + 1).frames() : 0;
        if (!last && free < by) {
            return Refusals.refused(
                    Refusals.name(item) + " would be " + (by - free) + " frames too long for its place.",
                    "Move what follows it, or choose another speed.");
        }
        if (!last) {
            strip.pad(strip.isGap(spot.item() + 1) ? spot.item() + 2 : spot.item() + 1, -by);
        }
        strip.set(spot.item(), item);
        return TrackEdits.changed(cut, spot.track(), strip);
    }
}
