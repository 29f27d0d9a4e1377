package org.filmwright.ui.timeline;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.input.MouseEvent;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Snapping;
import org.filmwright.timeline.Splicer;
import org.filmwright.timeline.Spot;
import org.filmwright.timeline.Track;
import org.filmwright.timeline.TrackEdits;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Words;

/** The gestures that a hand makes on the lanes. */
final class Gestures {
    private final Surface surface;
    private final TimelineModel model;
    private final Splicing splicing;
    private final Zoom zoom;

    Gestures(Surface surface) {
        this.surface = surface;
        model = surface.model();
        splicing = surface.splicing();
        zoom = surface.zoom();
    }

    /** Moves the playhead. */
    Gesture scrub() {
        return new Following(at -> model.seek(zoom.frameAt(at.getX())));
    }

    /** Moves the film under the window. */
    Gesture pan(MouseEvent from) {
        double held = zoom.offset().get() + from.getX();
        return new Following(at -> zoom.scrollTo(held - at.getX()));
    }

    /** All was done when the button was pressed. */
    Gesture nothing() {
        return new Following(at -> {});
    }

    /** Something that follows the hand, and stays where it is left. */
    private record Following(Consumer<MouseEvent> way) implements Gesture {
        @Override
        public void drag(MouseEvent at) {
            way.accept(at);
        }

        @Override
        public void drop() {}

        @Override
        public void cancel() {}
    }

    /** Trims, rolls, slips or slides an item. */
    Gesture pull(Pull.Kind kind, Reel reel, Reel.Span span, MouseEvent from) {
        int item = kind == Pull.Kind.ROLL ? joint(span, from) : span.index();
        return new Pulling(new Pull(kind, new Spot(span.track(), item)), reel, span, from.getX());
    }

    /** The nearer end of an item is the cut that rolls. */
    private int joint(Reel.Span span, MouseEvent from) {
        double middle = (span.start() + span.end()) / 2.0;
        return zoom.view().frame(from.getX()) > middle ? span.index() + 1 : span.index();
    }

    /** Takes an item to another place. */
    Gesture carry(Reel reel, Reel.Span span, MouseEvent from) {
        return span.track() > 0
                ? new CarryBeside(surface, reel, span, from)
                : new Carrying(reel, span, from.getX());
    }

    /** Pulls at what is locked: says so. */
    Gesture fast(Track locked, MouseEvent from) {
        return new Following(at -> {
            if (surface.isPull(at.getX() - from.getX())) {
                splicing.warn(Words.of("timeline.locked", "name", locked.name()));
            }
        });
    }

    /** Takes a scene to another place among the scenes. */
    Gesture carry(Reel reel, Reel.SceneSpan scene, MouseEvent from) {
        return new CarryingScene(reel, scene, from.getX());
    }

    /** Brings a clip that is not on the lanes yet. */
    Bringing bring(Item.Clip clip) {
        return new Bringing(clip);
    }

    private final class Pulling implements Gesture {
        private final Pull pull;
        private final Reel reel;
        private final Reel.Span span;
        private final double from;
        private int by;
        private boolean moved;
        private String stuck = "";

        Pulling(Pull pull, Reel reel, Reel.Span span, double from) {
            this.pull = pull;
            this.reel = reel;
            this.span = span;
            this.from = from;
        }

        @Override
        public void drag(MouseEvent at) {
            moved = moved || surface.isPull(at.getX() - from);
            if (!moved) {
                return;
            }
            double wanted = surface.frames(at.getX() - from);
            int edge = pull.edge(reel);
            int frame = splicing.snapped(edge + wanted, points(edge), !pull.snaps() || at.isShortcutDown(),
                    surface.near());
            by = pull.reach(reel.cut(), frame - edge);
            stuck = by == 0 && pull.of(reel.cut(), Integer.signum(frame - edge)) instanceof Outcome.Failed<Cut>(var why)
                    ? Failures.words(why)
                    : "";
            if (by == 0) {
                splicing.preview().set(Optional.empty());
                splicing.says().set(words());
            } else if (pull.of(reel.cut(), by) instanceof Outcome.Ok<Cut>(Cut cut)) {
                splicing.show(cut, "");
                splicing.says().set(words());
            }
        }

        private IntStream points(int edge) {
            return span.track() > 0
                    ? splicing.edges(span)
                    : splicing.cuts().filter(cut -> pull.carries() ? cut < edge : cut != edge);
        }

        private String words() {
            return Words.of("timeline.pull", "what", Words.of("timeline.pull", pull.kind()), "by",
                    (by > 0 ? "+" : "") + by, "length", model.timecode(length()));
        }

        private int length() {
            return splicing.preview()
                    .get()
                    .flatMap(now -> Aim.at(span).in(now.cut()).map(spot -> spot.in(now.cut()).frames()))
                    .orElse(span.item().frames());
        }

        @Override
        public void drop() {
            if (by == 0) {
                cancel();
                if (!stuck.isEmpty()) {
                    splicing.warn(stuck);
                }
            } else {
                int way = by;
                int off = pull.spot().item() - span.index();
                splicing.record(pull.deed(), Splicing.atHeld(span, (cut, spot) -> new Pull(pull.kind(), new Spot(spot
                        .track(), spot.item() + off)).of(cut, way)), after());
            }
        }

        /** The same item, wherever it begins then. */
        private Splicing.Next after() {
            return now -> Aim.at(span).in(now.cut()).map(spot -> now.track(spot.track()).get(spot.item()));
        }

        @Override
        public void cancel() {
            splicing.let();
        }
    }

    private final class Carrying implements Gesture {
        private final Reel reel;
        private final Reel.Span span;
        private final double from;
        private int to;
        private boolean moved;

        Carrying(Reel reel, Reel.Span span, double from) {
            this.reel = reel;
            this.span = span;
            this.from = from;
            to = span.index();
        }

        @Override
        public void drag(MouseEvent at) {
            moved = moved || surface.isPull(at.getX() - from);
            if (moved) {
                int joint = reel.joint(zoom.view().frame(at.getX()));
                to = joint > span.index() ? joint - 1 : joint;
                splicing.place().set(OptionalInt.of(reel.start(joint)));
                splicing.says()
                        .set(to == span.index()
                                ? Words.of("timeline.carry.stays")
                                : Words.of("timeline.carry", "time", model.timecode(reel.start(joint))));
            }
        }

        @Override
        public void drop() {
            if (to == span.index()) {
                cancel();
                return;
            }
            if (Splicer.move(reel.cut(), span.index(), to) instanceof Outcome.Ok<Cut>(Cut cut)) {
                splicing.show(cut, "");
            }
            int there = to;
            splicing.record(Deed.MOVE, Splicing.atHeld(span, (cut, spot) -> Splicer.move(cut, spot.item(), there)),
                    Splicing.item(there));
        }

        @Override
        public void cancel() {
            splicing.let();
        }
    }

    private final class CarryingScene implements Gesture {
        private final Reel reel;
        private final Reel.SceneSpan scene;
        private final double from;
        private OptionalInt to = OptionalInt.empty();

        CarryingScene(Reel reel, Reel.SceneSpan scene, double from) {
            this.reel = reel;
            this.scene = scene;
            this.from = from;
        }

        @Override
        public void drag(MouseEvent at) {
            if (to.isEmpty() && !surface.isPull(at.getX() - from)) {
                return;
            }
            double there = zoom.view().frame(at.getX());
            to = Snapping.to(reel.scenes().stream().flatMapToInt(each -> IntStream.of(each.start(), each.end())))
                    .near(there, Double.MAX_VALUE);
            splicing.place().set(to);
            splicing.says()
                    .set(stays()
                            ? Words.of("timeline.carry.stays")
                            : Words.of("timeline.carry", "time", model.timecode(to.getAsInt())));
        }

        private boolean stays() {
            return to.isEmpty() || to.getAsInt() == scene.start() || to.getAsInt() == scene.end();
        }

        @Override
        public void drop() {
            if (stays()) {
                cancel();
            } else {
                splicing.moveScene(scene.scene().number(), LayerCommands.number(reel, scene, to.getAsInt()));
            }
        }

        @Override
        public void cancel() {
            splicing.let();
        }
    }

    /** A clip on its way from the list to the lanes. */
    final class Bringing {
        private final Item.Clip clip;
        private OptionalInt frame = OptionalInt.empty();
        private boolean over;
        private int track;

        private Bringing(Item.Clip clip) {
            this.clip = clip;
        }

        /** @param over whether it would lie over what is there @param free whether it snaps to nothing */
        void at(double x, double y, boolean over, boolean free) {
            model.reel().get().ifPresent(reel -> {
                this.over = over;
                track = surface.band(y).map(Bands.Band::track).filter(n -> takes(reel.cut(), n)).orElse(0);
                double there = Math.clamp(zoom.view().frame(x), 0, reel.frames());
                int snapped = splicing.snapped(there, splicing.cuts(), free, surface.near());
                frame = OptionalInt.of(Math.clamp(snapped, 0, reel.frames()));
                splicing.place().set(frame);
                splicing.says().set(words(reel, model.timecode(snapped)));
            });
        }

        private boolean takes(Cut cut, int number) {
            return number > 0 && cut.track(number).kind() == Track.Kind.PICTURE && !cut.track(number).locked();
        }

        private String words(Reel reel, String time) {
            return track > 0
                    ? Words.of("timeline.bring.track", "label", clip.label(), "time", time, "name", reel.cut()
                            .track(track)
                            .name())
                    : Words.of(over ? "timeline.bring.over" : "timeline.bring", "label", clip.label(), "time", time);
        }

        /** Over nothing that takes it. */
        void nowhere() {
            frame = OptionalInt.empty();
            splicing.let();
        }

        void drop() {
            if (frame.isEmpty()) {
                splicing.let();
                return;
            }
            int there = frame.getAsInt();
            int onto = track;
            boolean covers = over;
            splicing.record(covers || onto > 0 ? Deed.OVERWRITE : Deed.INSERT, cut -> onto > 0
                    ? TrackEdits.put(cut, onto, there, clip)
                    : covers
                            ? Splicer.overwrite(cut, Math.min(there, cut.frames()), clip)
                            : Splicer.insert(cut, Math.min(there, cut.frames()), clip),
                    Splicing.on(onto, there));
        }
    }
}
