package org.filmwright.ui.timeline;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.input.MouseEvent;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Snapping;
import org.filmwright.timeline.Splicer;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;

/** The gestures that a hand makes on the lanes. */
final class Gestures {
    /** A hand that goes fewer pixels than this only clicked. */
    private static final double SLACK = 4;

    private final TimelineModel model;
    private final Splicing splicing;
    private final Zoom zoom;
    private final Look look;

    Gestures(TimelineModel model, Splicing splicing, Zoom zoom, Look look) {
        this.model = model;
        this.splicing = splicing;
        this.zoom = zoom;
        this.look = look;
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
        return new Pulling(new Pull(kind, kind == Pull.Kind.ROLL ? joint(span, from) : span.index()), reel, span,
                from.getX());
    }

    /** The nearer end of an item is the cut that rolls. */
    private int joint(Reel.Span span, MouseEvent from) {
        double middle = (span.start() + span.end()) / 2.0;
        return zoom.view().frame(from.getX()) > middle ? span.index() + 1 : span.index();
    }

    /** Takes an item to another place. */
    Gesture carry(Reel reel, Reel.Span span, MouseEvent from) {
        return new Carrying(reel, span, from.getX());
    }

    /** Takes a scene to another place among the scenes. */
    Gesture carry(Reel reel, Reel.SceneSpan scene, MouseEvent from) {
        return new CarryingScene(reel, scene, from.getX());
    }

    /** Brings a clip that is not on the lanes yet. */
    Bringing bring(Item.Clip clip) {
        return new Bringing(clip);
    }

    private double near() {
        return look.px(Splicing.NEAR) / zoom.scale().get();
    }

    private final class Pulling implements Gesture {
        private final Pull pull;
        private final Reel reel;
        private final Reel.Span span;
        private final double from;
        private int by;
        private boolean moved;

        Pulling(Pull pull, Reel reel, Reel.Span span, double from) {
            this.pull = pull;
            this.reel = reel;
            this.span = span;
            this.from = from;
        }

        @Override
        public void drag(MouseEvent at) {
            moved = moved || Math.abs(at.getX() - from) >= look.px(SLACK);
            if (!moved) {
                return;
            }
            double wanted = (at.getX() - from) / zoom.scale().get();
            int edge = pull.edge(reel);
            int frame = splicing.snapped(edge + wanted, points(edge), !pull.snaps() || at.isShortcutDown(), near());
            by = pull.reach(reel.cut(), frame - edge);
            if (by == 0) {
                splicing.preview().set(Optional.empty());
                splicing.says().set(words());
            } else if (pull.of(reel.cut(), by) instanceof Outcome.Ok<Cut>(Cut cut)) {
                splicing.show(cut, "");
                splicing.says().set(words());
            }
        }

        /** A trim carries along what lies behind it, so that only what lies before it stands still. */
        private IntStream points(int edge) {
            return pull.kind() == Pull.Kind.TRIM_TAIL
                    ? splicing.cuts().filter(cut -> cut < edge)
                    : splicing.cuts().filter(cut -> cut != edge);
        }

        private String words() {
            return Words.of("timeline.pull", "what", Words.of("timeline.pull", pull.kind()), "by",
                    (by > 0 ? "+" : "") + by, "length", model.timecode(length()));
        }

        private int length() {
            return splicing.preview()
                    .get()
                    .filter(_ -> span.index() < reel.spans().size())
                    .map(now -> now.spans().get(Math.min(span.index(), now.spans().size() - 1)).item().frames())
                    .orElse(span.item().frames());
        }

        @Override
        public void drop() {
            if (by == 0) {
                cancel();
            } else {
                int way = by;
                splicing.record(cut -> pull.holds(cut, reel.cut().items().get(pull.item()))
                        ? pull.of(cut, way)
                        : Splicing.gone(), OptionalInt.of(span.index()));
            }
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
            moved = moved || Math.abs(at.getX() - from) >= look.px(SLACK);
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
            splicing.record(cut -> new Pull(Pull.Kind.SLIP, span.index()).holds(cut, span.item())
                    ? Splicer.move(cut, span.index(), there)
                    : Splicing.gone(), OptionalInt.of(there));
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
            if (to.isEmpty() && Math.abs(at.getX() - from) < look.px(SLACK)) {
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

        private Bringing(Item.Clip clip) {
            this.clip = clip;
        }

        /** @param over whether it would lie over what is there @param free whether it snaps to nothing */
        void at(double x, boolean over, boolean free) {
            model.reel().get().ifPresent(reel -> {
                this.over = over;
                double there = Math.clamp(zoom.view().frame(x), 0, reel.frames());
                int snapped = splicing.snapped(there, splicing.cuts(), free, near());
                frame = OptionalInt.of(Math.clamp(snapped, 0, reel.frames()));
                splicing.place().set(frame);
                splicing.says()
                        .set(Words.of(over ? "timeline.bring.over" : "timeline.bring", "label", clip.label(), "time",
                                model.timecode(snapped)));
            });
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
            boolean covers = over;
            splicing.record(cut -> covers
                    ? Splicer.overwrite(cut, Math.min(there, cut.frames()), clip)
                    : Splicer.insert(cut, Math.min(there, cut.frames()), clip), OptionalInt.empty());
        }
    }
}
