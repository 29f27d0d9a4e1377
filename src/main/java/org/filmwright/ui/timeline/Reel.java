package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.ShotId;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;

/** A cut laid out in frames: where each item starts, and which scene lies over it. */
record Reel(Cut cut, List<Span> spans, List<SceneSpan> scenes) {
    Reel {
        spans = List.copyOf(spans);
        scenes = List.copyOf(scenes);
    }

    /** An item from frame {@code start} up to, not including, {@code end}. */
    record Span(int index, Item item, int start, int end) {
        Optional<ShotId> shot() {
            return item instanceof Item.OfShot of ? Optional.of(of.shot()) : Optional.empty();
        }
    }

    record SceneSpan(Scene scene, int start, int end) {}

    static Reel of(Cut cut, Snapshot snapshot) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        for (Item item : cut.items()) {
            spans.add(new Span(spans.size(), item, at, at + item.frames()));
            at += item.frames();
        }
        return new Reel(cut, spans, snapshot.script().map(script -> scenes(spans, script.plan())).orElse(List.of()));
    }

    private static List<SceneSpan> scenes(List<Span> spans, ShotPlan plan) {
        List<SceneSpan> scenes = new ArrayList<>();
        for (Span span : spans) {
            span.shot()
                    .flatMap(id -> plan.shots().stream().filter(shot -> shot.id().equals(id)).findFirst())
                    .map(plan::sceneOf)
                    .ifPresent(scene -> grow(scenes, scene, span));
        }
        return scenes;
    }

    private static void grow(List<SceneSpan> scenes, Scene scene, Span span) {
        boolean goesOn = !scenes.isEmpty() && scenes.getLast().scene().equals(scene)
                && scenes.getLast().end() == span.start();
        int start = goesOn ? scenes.removeLast().start() : span.start();
        scenes.add(new SceneSpan(scene, start, span.end()));
    }

    int frames() {
        return cut.frames();
    }

    /** The item that shows at a frame; a frame outside counts as the nearest one. */
    Optional<Span> at(int frame) {
        return spans.stream()
                .filter(span -> frame < span.end())
                .findFirst()
                .or(() -> spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast()));
    }

    Optional<Span> of(ShotId shot) {
        return spans.stream().filter(span -> span.shot().equals(Optional.of(shot))).findFirst();
    }

    /** The nearest cut behind or before a frame; the ends of the film count as cuts. */
    int cutFrom(int frame, int direction) {
        return direction > 0
                ? spans.stream().mapToInt(Span::start).filter(start -> start > frame).findFirst().orElse(frames() - 1)
                : spans.stream().mapToInt(Span::start).filter(start -> start < frame).max().orElse(0);
    }

    /** Shots of the plan that the cut does not hold. */
    static List<Shot> missing(Optional<Reel> reel, ShotPlan plan) {
        return plan.shots().stream().filter(shot -> reel.flatMap(laid -> laid.of(shot.id())).isEmpty()).toList();
    }
}
