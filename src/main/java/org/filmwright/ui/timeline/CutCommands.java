package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Fades;
import org.filmwright.timeline.InOut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Spot;
import org.filmwright.timeline.Splicer;
import org.filmwright.timeline.Track;
import org.filmwright.timeline.TrackEdits;
import org.filmwright.timeline.Trims;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Scope;

/**
 * Editing the cut by keyboard: what is selected is meant, on whatever track it lies, or what shows under the playhead, or the
 * cut that is nearest to it. Each is one step of undo.
 */
final class CutCommands {
    /** How long a dissolve is, in seconds. */
    private static final double DISSOLVE = 1;

    private final TimelineModel model;
    private final Splicing splicing;

    CutCommands(TimelineModel model, Splicing splicing) {
        this.model = model;
        this.splicing = splicing;
    }

    /** @param cut whether there is one */
    List<Command> all(ObservableBooleanValue cut) {
        return List.of(on(cut, "split", () -> edit(Deed.SPLIT, this::split)),
                on(cut, "join", () -> edit(Deed.JOIN, (now, frame) -> Trims.join(now, nearest(now, frame)))),
                on(cut, "trim-head", () -> trim(Pull.Kind.TRIM_HEAD)),
                on(cut, "trim-tail", () -> trim(Pull.Kind.TRIM_TAIL)),
                on(cut, "stretch", () -> trim(Pull.Kind.STRETCH)),
                on(cut, "head-earlier", () -> pull(Pull.Kind.TRIM_HEAD, -1)),
                on(cut, "head-later", () -> pull(Pull.Kind.TRIM_HEAD, 1)),
                on(cut, "tail-earlier", () -> pull(Pull.Kind.TRIM_TAIL, -1)),
                on(cut, "tail-later", () -> pull(Pull.Kind.TRIM_TAIL, 1)),
                on(cut, "lift", () -> take(Deed.LIFT, TrackEdits::lift)),
                on(cut, "extract", () -> take(Deed.EXTRACT, TrackEdits::extract)),
                on(cut, "lift-marked", () -> edit(Deed.LIFT, (now, _) -> InOut.lift(now))),
                on(cut, "extract-marked", () -> edit(Deed.EXTRACT, (now, _) -> InOut.extract(now))),
                on(cut, "nudge-left", () -> pull(Pull.Kind.SLIDE, -1)),
                on(cut, "nudge-right", () -> pull(Pull.Kind.SLIDE, 1)),
                on(cut, "roll-left", () -> roll(-1)), on(cut, "roll-right", () -> roll(1)),
                on(cut, "slip-left", () -> pull(Pull.Kind.SLIP, -1)),
                on(cut, "slip-right", () -> pull(Pull.Kind.SLIP, 1)),
                on(cut, "earlier", () -> move(-1)), on(cut, "later", () -> move(1)),
                on(cut, "dissolve", () -> edit(Deed.DISSOLVE, (now, frame) -> dissolve(now, nearest(now, frame)))),
                on(cut, "pick", this::pick),
                on(cut, "select", () -> splicing.tool().set(Splicing.Tool.SELECT)),
                on(cut, "blade", () -> splicing.tool().set(Splicing.Tool.BLADE)),
                on(cut, "snap", () -> splicing.snaps().set(!splicing.snaps().get())));
    }

    private static Command on(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, "timeline." + id, Scope.TIMELINE, action);
    }

    /** What is done to a cut at a frame. */
    private interface Edit extends BiFunction<Cut, Integer, Outcome<Cut>> {}

    private void edit(Deed deed, Edit edit) {
        edit(deed, edit, model.frame().get());
    }

    /** The frame is that of the moment in which the key was pressed; the cut may be newer. @param then the playhead */
    private void edit(Deed deed, Edit edit, int then) {
        int frame = model.frame().get();
        model.pause();
        splicing.edit(deed, now -> edit.apply(now, Math.clamp(frame, 0, now.frames() - 1)), _ -> model.seek(then));
    }

    private void item(Deed deed, Splicing.Targeted edit, int then) {
        Optional<Reel.Span> meant = splicing.selected().get();
        edit(deed, (now, frame) -> Splicing.atTarget(now, meant, frame, edit), then);
    }

    /** What the mouse does when it pulls, frame by frame. */
    private void pull(Pull.Kind kind, int by) {
        item(new Pull(kind, new Spot(track(), 0)).deed(), (now, spot) -> new Pull(kind, spot).of(now, by), model.frame()
                .get());
    }

    /** That of what is selected, else the storyline. */
    private int track() {
        return splicing.selected().get().map(Reel.Span::track).orElse(0);
    }

    private Outcome<Cut> split(Cut cut, int frame) {
        int track = track();
        return track == 0 ? Splicer.split(cut, frame) : TrackEdits.split(cut, track, frame);
    }

    /** What lies under the playhead on a track; nothing where that is a hole. */
    private Optional<Reel.Span> under(Reel reel, int track) {
        int frame = model.frame().get();
        return track == 0
                ? reel.at(frame)
                : reel.track(track)
                        .stream()
                        .filter(span -> frame >= span.start() && frame < span.end())
                        .filter(span -> !(span.item() instanceof Item.Gap))
                        .findFirst();
    }

    /** What lies under the playhead begins or ends there, on the track of what is selected. */
    private void trim(Pull.Kind kind) {
        int frame = model.frame().get();
        boolean head = kind == Pull.Kind.TRIM_HEAD;
        Optional<Reel.Span> meant = model.reel()
                .get()
                .flatMap(reel -> kind == Pull.Kind.STRETCH
                        ? splicing.selected().get().or(() -> under(reel, 0)).filter(span -> span.start() <= frame)
                        : under(reel, track()));
        if (meant.isEmpty()) {
            splicing.refuse("timeline.trim.none", "timeline.trim.none.remedy");
            return;
        }
        Reel.Span span = meant.get();
        if (head ? span.start() == frame : span.end() == frame + 1) {
            splicing.refuse(head ? "timeline.trim.head" : "timeline.trim.tail", "timeline.trim.remedy");
            return;
        }
        edit(new Pull(kind, new Spot(span.track(), span.index())).deed(), (now, _) -> Splicing.atTarget(now, meant, 0,
                (cut, spot) -> new Pull(kind, spot).of(cut, head
                        ? frame - spot.start(cut)
                        : frame + 1 - spot.start(cut) - spot.in(cut).frames())),
                head && span.track() == 0 ? span.start() : frame);
    }

    /** Nothing is selected afterwards, so that the key does not take the next away as well. */
    private void take(Deed deed, Splicing.Targeted edit) {
        boolean chosen = splicing.selected().get().isPresent();
        int frame = model.frame().get();
        int then = chosen || deed == Deed.LIFT ? frame : model.current().map(Reel.Span::start).orElse(0);
        if (chosen) {
            splicing.selectNext(_ -> Optional.empty());
        }
        item(deed, edit, then);
    }

    private void roll(int by) {
        edit(Deed.ROLL, (now, frame) -> new Pull(Pull.Kind.ROLL, nearest(now, frame)).of(now, by));
    }

    /** On the storyline to another place, beside it to another track. */
    private void move(int by) {
        if (track() > 0) {
            splicing.selected().get().ifPresent(span -> raise(span, by));
        } else {
            carry(by);
        }
    }

    /** To the next track of its kind above or below; what lies there in its place is covered. */
    private void raise(Reel.Span span, int by) {
        Optional<Integer> to = model.reel().get().flatMap(reel -> beside(reel.cut(), span.track(), by));
        if (to.isEmpty()) {
            splicing.refuse(by < 0 ? "timeline.track.top" : "timeline.track.bottom", "timeline.track.more");
            return;
        }
        splicing.selectNext(Splicing.on(to.get(), span.start()));
        item(Deed.MOVE, (now, spot) -> TrackEdits.move(now, spot, to.get(), spot.start(now)), model.frame().get());
    }

    /** Pictures that lie over others stand above them; sounds stand in the order of their tracks. */
    private static Optional<Integer> beside(Cut cut, int track, int by) {
        Track.Kind kind = cut.track(track).kind();
        int way = kind == Track.Kind.PICTURE ? -by : by;
        return IntStream.iterate(track + way, n -> n >= 1 && n <= cut.tracks().size(), n -> n + way)
                .filter(n -> cut.track(n).kind() == kind)
                .boxed()
                .findFirst();
    }

    /** The playhead goes along, and so does what is selected. */
    private void carry(int by) {
        Optional<Reel.Span> meant = splicing.selected().get();
        int frame = model.frame().get();
        Optional<Reel.Span> other = model.reel()
                .get()
                .flatMap(reel -> meant.or(model::current)
                        .map(Reel.Span::index)
                        .filter(at -> at + by >= 0 && at + by < reel.spans().size())
                        .map(at -> reel.spans().get(at + by)));
        int along = other.map(span -> by * span.item().frames()).orElse(0);
        if (meant.isPresent() && other.isPresent()) {
            splicing.selectNext(Splicing.item(other.get().index()));
        }
        item(Deed.MOVE, (cut, spot) -> Splicer.move(cut, spot.item(), spot.item() + by), meant.isPresent()
                ? frame
                : frame + along);
    }

    /** What begins with the cut that is nearest, on the track of what is selected. */
    private Spot nearest(Cut cut, int frame) {
        int track = track();
        int frames = cut.track(track).frames();
        if (frames == 0) {
            return new Spot(track, 0);
        }
        int item = cut.track(track).itemAt(Math.min(frame, frames - 1));
        int start = cut.track(track).start(item);
        int end = cut.track(track).start(item + 1);
        return new Spot(track, item > 0 && frame - start < end - frame ? item : item + 1);
    }

    private static Outcome<Cut> dissolve(Cut cut, Spot spot) {
        return cut.track(spot.track()).transitions().stream().anyMatch(each -> each.at() == spot.item())
                ? Fades.straight(cut, spot)
                : Fades.dissolve(cut, spot, cut.rate().frames(DISSOLVE));
    }

    /** What lies under the playhead, from the storyline on with each press the next that lies there too. */
    private void pick() {
        List<Reel.Span> all = model.reel()
                .get()
                .map(reel -> Stream.iterate(0, track -> track <= reel.cut().tracks().size(), track -> track + 1)
                        .flatMap(track -> under(reel, track).stream())
                        .toList())
                .orElse(List.of());
        int at = splicing.selected().get().map(all::indexOf).orElse(-1);
        splicing.select(all.isEmpty() ? Optional.empty() : Optional.of(all.get((at + 1) % all.size())));
    }
}
