package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Optional;
import org.filmwright.timeline.Item;

/** What a point of the lanes lies on. Pure geometry: knows no nodes. */
sealed interface Touch {
    /** The ruler, or a place where nothing lies: a moment of the film. */
    record Moment() implements Touch {}

    record OnScene(Reel.SceneSpan scene) implements Touch {}

    record OnItem(Reel.Span span, Part part) implements Touch {}

    /** Where an item is taken hold of. */
    enum Part {
        HEAD, BODY, TAIL
    }

    /** So many pixels of the 100 % design on each side of an edge take hold of it, but never more than a quarter of an item. */
    double EDGE = 8;

    /** @param lane the one at that height @param edge how many pixels on each side of an edge take hold of it */
    static Touch at(Reel reel, View view, Bands.Band lane, double x, double edge) {
        int frame = (int) Math.floor(view.frame(x));
        return switch (lane.kind()) {
            case RULER, SUBTITLES -> new Moment();
            case SCENES -> scene(reel, frame).<Touch>map(OnScene::new).orElseGet(Moment::new);
            case PICTURES -> item(reel.spans(), frame).<Touch>map(span -> new OnItem(span, part(span, view, x, edge)))
                    .orElseGet(Moment::new);
            case OVER, SOUND -> item(reel.track(lane.track()), frame).filter(span -> !(span
                    .item() instanceof Item.Gap))
                    .<Touch>map(span -> new OnItem(span, part(span, view, x, edge)))
                    .orElseGet(Moment::new);
        };
    }

    private static Optional<Reel.Span> item(List<Reel.Span> spans, int frame) {
        int at = Reel.firstBehind(spans, Reel.Span::end, frame);
        return frame >= 0 && at < spans.size() ? Optional.of(spans.get(at)) : Optional.empty();
    }

    private static Optional<Reel.SceneSpan> scene(Reel reel, int frame) {
        int at = Reel.firstBehind(reel.scenes(), Reel.SceneSpan::end, frame);
        return at < reel.scenes().size() && reel.scenes().get(at).start() <= frame
                ? Optional.of(reel.scenes().get(at))
                : Optional.empty();
    }

    private static Part part(Reel.Span span, View view, double x, double edge) {
        double left = view.x(span.start());
        double right = view.x(span.end());
        double reach = Math.min(edge, (right - left) / 4);
        if (x - left < reach) {
            return Part.HEAD;
        }
        return right - x <= reach ? Part.TAIL : Part.BODY;
    }
}
