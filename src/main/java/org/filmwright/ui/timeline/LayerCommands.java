package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Marker;
import org.filmwright.timeline.Track;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** What is done to whole scenes, to markers, and to the tracks beside the storyline. */
final class LayerCommands {
    private final Desk desk;
    private final TimelineModel model;
    private final Splicing splicing;
    private final Runnable word;

    /** @param word lets a person write what the marker under the playhead means */
    LayerCommands(Desk desk, TimelineModel model, Splicing splicing, Runnable word) {
        this.desk = desk;
        this.model = model;
        this.splicing = splicing;
        this.word = word;
    }

    /** @param cut whether there is one */
    List<Command> all(ObservableBooleanValue cut) {
        return List.of(on(cut, "scene-earlier", () -> scene(-1)), on(cut, "scene-later", () -> scene(1)),
                on(cut, "marker", this::mark), on(cut, "marker-next", () -> step(1)),
                on(cut, "marker-previous", () -> step(-1)), on(cut, "marker-remove", this::unmark),
                on(cut, "track-on", () -> turn(meant())), on(cut, "track-lock", () -> lock(meant())));
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
        Marker marker = new Marker(frame, 0, Marker.Colour.YELLOW, "", model.current().flatMap(Reel.Span::shot));
        markers(all -> {
            List<Marker> more = new ArrayList<>(all);
            more.add(marker);
            return more;
        });
    }

    private void unmark() {
        here().ifPresentOrElse(this::remove, () -> splicing.refuse("timeline.marker.none",
                "timeline.marker.none.remedy"));
    }

    void remove(Marker marker) {
        markers(all -> all.stream().filter(each -> !each.equals(marker)).toList());
    }

    /** Other words or another colour for a marker. */
    void replace(Marker marker, Marker by) {
        if (!marker.equals(by)) {
            markers(all -> all.stream().map(each -> each.equals(marker) ? by : each).toList());
        }
    }

    private void markers(UnaryOperator<List<Marker>> change) {
        desk.edit(editor -> editor.recut(cut -> Outcome.ok(cut.with(new Layers(cut.tracks(), change.apply(cut
                .markers()), cut.marks())))));
    }

    private void step(int way) {
        int frame = model.frame().get();
        List<Integer> places = markers().stream().map(Marker::at).toList();
        Optional<Integer> next = way > 0
                ? places.stream().filter(at -> at > frame).findFirst()
                : places.reversed().stream().filter(at -> at < frame).findFirst();
        next.ifPresent(model::seek);
    }

    /** The track of what is selected, else the first. */
    private int meant() {
        return splicing.selected().get().map(Reel.Span::track).filter(track -> track > 0).orElse(1);
    }

    /** Shows or hides a track, or has it heard or not. @param number 1 or more */
    void turn(int number) {
        track(number, track -> new Track(track.kind(), track.name(), track.items(), track.transitions(), !track.on(),
                track.locked()));
    }

    /** Has edits pass a track by, or no longer. @param number 1 or more */
    void lock(int number) {
        track(number, track -> new Track(track.kind(), track.name(), track.items(), track.transitions(), track.on(),
                !track.locked()));
    }

    private void track(int number, UnaryOperator<Track> change) {
        desk.edit(editor -> editor.recut(cut -> changed(cut, number, change)));
    }

    private static Outcome<Cut> changed(Cut cut, int number, UnaryOperator<Track> change) {
        if (number > cut.tracks().size()) {
            return Outcome.failed(new Failure.Refused(Words.of("timeline.track.none"), Words.of(
                    "timeline.track.none.remedy")));
        }
        List<Track> tracks = new ArrayList<>(cut.tracks());
        tracks.set(number - 1, change.apply(tracks.get(number - 1)));
        return Outcome.ok(cut.with(new Layers(tracks, cut.markers(), cut.marks())));
    }
}
