package org.filmwright.ui.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Marker;
import org.filmwright.timeline.Markers;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Scope;

/** What is done to whole scenes and to markers. */
final class LayerCommands {
    private final TimelineModel model;
    private final Splicing splicing;
    private final Runnable word;

    /** @param word lets a person write what the marker under the playhead means */
    LayerCommands(TimelineModel model, Splicing splicing, Runnable word) {
        this.model = model;
        this.splicing = splicing;
        this.word = word;
    }

    /** @param cut whether there is one */
    List<Command> all(ObservableBooleanValue cut) {
        return List.of(on(cut, "scene-earlier", () -> scene(-1)), on(cut, "scene-later", () -> scene(1)),
                on(cut, "marker", this::mark), on(cut, "marker-next", () -> step(1)),
                on(cut, "marker-previous", () -> step(-1)), on(cut, "marker-remove", this::unmark),
                on(cut, "marker-here", this::fetch));
    }

    private static Command on(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, "timeline." + id, Scope.TIMELINE, action);
    }

    /** The scene of what is selected, or of what lies under the playhead, changes places with the one beside it. */
    private void scene(int way) {
        Optional<Reel> reel = model.reel().get();
        int frame = splicing.selected().get().map(Reel.Span::start).orElse(model.frame().get());
        List<Reel.SceneSpan> scenes = reel.map(Reel::scenes).orElse(List.of());
        int at = Reel.firstBehind(scenes, Reel.SceneSpan::end, frame);
        if (at >= scenes.size() || scenes.get(at).start() > frame || at + way < 0 || at + way >= scenes.size()) {
            splicing.refuse("timeline.scene.stays", "timeline.scene.stays.remedy");
            return;
        }
        move(scenes.get(at), scenes.get(at + way));
    }

    /** In the script as well: the lane mirrors it. The playhead goes along where it stood in the scene. */
    private void move(Reel.SceneSpan scene, Reel.SceneSpan place) {
        int offset = model.frame().get() - scene.start();
        boolean along = offset >= 0 && offset < scene.end() - scene.start();
        splicing.moveScene(scene.scene().number(), place.scene().number());
        if (along) {
            boolean later = place.start() > scene.start();
            splicing.playheadNext(offset + (later ? place.end() - (scene.end() - scene.start()) : place.start()));
        }
    }

    /** The number that a scene gets where it is put down. @param to a frame on which a scene begins or ends */
    static int number(Reel reel, Reel.SceneSpan scene, int to) {
        List<Reel.SceneSpan> scenes = reel.scenes();
        return to > scene.start()
                ? scenes.reversed().stream().filter(each -> each.end() <= to).findFirst().orElse(scene).scene().number()
                : scenes.stream().filter(each -> each.start() >= to).findFirst().orElse(scene).scene().number();
    }

    private List<Marker> markers() {
        return model.reel().get().map(reel -> reel.cut().markers()).orElse(List.of());
    }

    private Optional<Marker> here() {
        return markers().stream().filter(marker -> marker.at() == model.frame().get()).findFirst();
    }

    /** One marker a frame is enough: where one stands, its words are wanted. */
    private void mark() {
        if (here().isPresent()) {
            word.run();
            return;
        }
        int frame = model.frame().get();
        record(cut -> Markers.add(cut, new Marker(frame, 0, Marker.Colour.YELLOW, "", Markers.shotAt(cut, frame))));
    }

    /** The nearest marker comes to the playhead. */
    private void fetch() {
        int frame = model.frame().get();
        markers().stream()
                .min(Comparator.comparingInt(marker -> Math.abs(marker.at() - frame)))
                .ifPresentOrElse(marker -> at(marker, (cut, place) -> Markers.move(cut, place, frame)),
                        () -> splicing.refuse("timeline.markers.none", "timeline.markers.none.remedy"));
    }

    private void unmark() {
        here().ifPresentOrElse(this::remove, () -> splicing.refuse("timeline.marker.none",
                "timeline.marker.none.remedy"));
    }

    void remove(Marker marker) {
        at(marker, Markers::remove);
    }

    /** Other words or another colour for a marker. */
    void replace(Marker marker, Marker by) {
        if (!marker.equals(by)) {
            at(marker, (cut, place) -> Markers.edit(cut, place, by));
        }
    }

    /** An edit of one of the markers of a cut. */
    private interface Marking {
        Outcome<Cut> of(Cut cut, int place);
    }

    private void at(Marker marker, Marking marking) {
        record(cut -> marking.of(cut, cut.markers().indexOf(marker)));
    }

    private void record(Splicing.Edit edit) {
        splicing.edit(Deed.MARKER, edit, _ -> {});
    }

    private void step(int way) {
        int frame = model.frame().get();
        List<Integer> places = markers().stream().map(Marker::at).toList();
        Optional<Integer> next = way > 0
                ? places.stream().filter(at -> at > frame).findFirst()
                : places.reversed().stream().filter(at -> at < frame).findFirst();
        next.ifPresent(model::seek);
    }
}
