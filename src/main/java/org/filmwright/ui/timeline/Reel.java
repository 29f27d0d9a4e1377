package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.filmwright.base.ShotId;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;

/** A cut laid out in frames: where each item starts, and which scene lies over it. Looked up in steps that grow with its logarithm. */
final class Reel {
    private final Cut cut;
    private final List<Span> spans;
    private final List<SceneSpan> scenes;
    private final List<List<Span>> tracks;
    /** The first item of each shot. */
    private final Map<ShotId, Integer> first;
    private final List<Stay> stays;

    /** An item from frame {@code start} up to, not including, {@code end}. @param track 0 for the storyline, as in {@link Cut#track} */
    record Span(int track, int index, Item item, int start, int end) {
        Optional<ShotId> shot() {
            return item instanceof Item.OfShot of ? Optional.of(of.shot()) : Optional.empty();
        }
    }

    record SceneSpan(Scene scene, int start, int end) {}

    /** Items of one scene that follow each other: from one up to, not including, another. */
    private record Stay(Scene scene, int from, int to) {}

    private Reel(Cut cut, Map<ShotId, Integer> first, List<Stay> stays) {
        this.cut = cut;
        this.first = first;
        this.stays = stays;
        spans = spans(0, cut.items());
        scenes = stays.stream()
                .map(stay -> new SceneSpan(stay.scene, start(stay.from), start(stay.to)))
                .toList();
        tracks = IntStream.range(0, cut.tracks().size())
                .mapToObj(each -> spans(each + 1, cut.tracks().get(each).items()))
                .toList();
    }

    /** @param scenes that of each shot of the plan */
    static Reel of(Cut cut, Map<ShotId, Scene> scenes) {
        Map<ShotId, Integer> first = HashMap.newHashMap(cut.items().size());
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < cut.items().size(); i++) {
            if (cut.items().get(i) instanceof Item.OfShot shot) {
                first.putIfAbsent(shot.shot(), i);
                Scene scene = scenes.get(shot.shot());
                if (scene != null) {
                    grow(stays, scene, i);
                }
            }
        }
        return new Reel(cut, first, stays);
    }

    /** Another cut of the same plan; where only lengths are different, nothing is looked up anew. */
    Reel next(Cut other, Map<ShotId, Scene> scenes) {
        return holdsSame(other) ? new Reel(other, first, stays) : of(other, scenes);
    }

    /** Whether the same clips, boards, titles and gaps lie in another storyline in the same order, however long. */
    boolean holdsSame(Cut other) {
        List<Item> before = cut.items();
        List<Item> now = other.items();
        boolean same = before.size() == now.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = before.get(i) == now.get(i) || isSame(before.get(i), now.get(i));
        }
        return same;
    }

    private static boolean isSame(Item before, Item now) {
        return switch (before) {
            case Item.Clip clip -> now instanceof Item.Clip other && other.clip().equals(clip.clip())
                    && other.shot().equals(clip.shot());
            case Item.Board board -> now instanceof Item.Board other && other.shot().equals(board.shot());
            case Item.Title _,Item.Gap _,Item.Sound _ -> now.getClass() == before.getClass();
        };
    }

    private static List<Span> spans(int track, List<Item> items) {
        List<Span> spans = new ArrayList<>(items.size());
        int at = 0;
        for (Item item : items) {
            spans.add(new Span(track, spans.size(), item, at, at + item.frames()));
            at += item.frames();
        }
        return Collections.unmodifiableList(spans);
    }

    private static void grow(List<Stay> stays, Scene scene, int item) {
        boolean goesOn = !stays.isEmpty() && stays.getLast().scene.number() == scene.number()
                && stays.getLast().to == item;
        int from = goesOn ? stays.removeLast().from : item;
        stays.add(new Stay(scene, from, item + 1));
    }

    Cut cut() {
        return cut;
    }

    List<Span> spans() {
        return spans;
    }

    List<SceneSpan> scenes() {
        return scenes;
    }

    /** What lies on a track, with its gaps; 0 is the storyline. */
    List<Span> track(int track) {
        return track == 0 ? spans : tracks.get(track - 1);
    }

    int frames() {
        return spans.isEmpty() ? 0 : spans.getLast().end();
    }

    /** The item that shows at a frame; a frame outside counts as the nearest one. */
    Optional<Span> at(int frame) {
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(spans.get(Math.min(spans.size() - 1, firstBehind(spans, Span::end, frame))));
    }

    Optional<Span> of(ShotId shot) {
        return Optional.ofNullable(first.get(shot)).map(spans::get);
    }

    /** The frame with which item {@code index} begins; for one past the last item, the length of the film. */
    int start(int index) {
        return index < spans.size() ? spans.get(index).start() : frames();
    }

    /** The nearest cut behind or before a frame; the ends of the film count as cuts. */
    int cutFrom(int frame, int direction) {
        if (direction > 0) {
            int behind = firstBehind(spans, Span::start, frame);
            return behind < spans.size() ? spans.get(behind).start() : frames() - 1;
        }
        int from = firstBehind(spans, Span::start, frame - 1) - 1;
        return from < 0 ? 0 : spans.get(from).start();
    }

    /** The cut that is nearest to a frame, as the index of the item behind it; 0 and the number of items are the ends. */
    int joint(double frame) {
        int behind = firstBehind(spans, Span::start, (int) Math.floor(frame));
        int before = Math.max(0, behind - 1);
        return frame - start(before) <= start(behind) - frame ? before : behind;
    }

    /** Index of the first of them whose figure lies behind a frame; all are in order. */
    static <T> int firstBehind(List<T> ordered, ToIntFunction<T> figure, int frame) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (figure.applyAsInt(ordered.get(middle)) > frame) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Shots of the plan that the cut does not hold. */
    static List<Shot> missing(Optional<Reel> reel, ShotPlan plan) {
        return plan.shots().stream().filter(shot -> reel.flatMap(laid -> laid.of(shot.id())).isEmpty()).toList();
    }
}
