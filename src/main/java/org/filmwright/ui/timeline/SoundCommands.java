package org.filmwright.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.production.Project;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Recording;
import org.filmwright.timeline.Sounds;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Offer;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** How sounds come onto the lanes: chosen, or dropped where they are to begin. */
final class SoundCommands {
    private final Desk desk;
    private final TimelineModel model;
    private final Splicing splicing;
    private final Lanes lanes;
    private final Zoom zoom;
    private final Function<String, Optional<Path>> chooser;
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
    private OptionalInt held = OptionalInt.empty();

    /** @param chooser asks for a sound file, under that title */
    SoundCommands(Desk desk, TimelineModel model, Splicing splicing, Lanes lanes, Zoom zoom,
            Function<String, Optional<Path>> chooser) {
        this.desk = desk;
        this.model = model;
        this.splicing = splicing;
        this.lanes = lanes;
        this.zoom = zoom;
        this.chooser = chooser;
        lanes.addEventFilter(DragEvent.DRAG_OVER, this::hold);
        lanes.addEventHandler(DragEvent.DRAG_EXITED, _ -> leave());
    }

    /** What is being decoded; empty while nothing is. */
    ReadOnlyStringProperty reading() {
        return reading.getReadOnlyProperty();
    }

    List<Command> all(ObservableBooleanValue cut) {
        return List.of(Command.when(cut, "timeline.add-sound", Scope.TIMELINE, this::choose));
    }

    private void choose() {
        int frame = model.frame().get();
        chooser.apply(Words.of("choose.sound.title")).ifPresent(file -> bring(List.of(file), frame));
    }

    /** What would happen to files that are held over the lanes; nothing where there is no sound among them. */
    Optional<Offer> offer(List<Path> files) {
        List<Path> sounds = files.stream().filter(SoundCommands::isSound).toList();
        if (sounds.isEmpty()) {
            return Optional.empty();
        }
        String words = sounds.size() == 1
                ? Words.of("timeline.sound.drop", "name", sounds.getFirst().getFileName())
                : Words.of("timeline.sound.drops", "n", sounds.size());
        return Optional.of(new Offer(words, Optional.<Node>of(lanes), () -> {
            int frame = held.orElse(model.frame().get());
            leave();
            bring(sounds, frame);
        }));
    }

    /** By its name; what it really is shows when it is read. */
    static boolean isSound(Path file) {
        String name = file.getFileName().toString();
        return MediaRef.SOUNDS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Shows where a sound would begin. */
    private void hold(DragEvent event) {
        boolean sound = event.getDragboard().getFiles().stream().anyMatch(file -> isSound(file.toPath()));
        if (sound && model.state().get() == TimelineState.CUT) {
            held = lanes.along(event.getSceneX(), event.getSceneY())
                    .map(there -> OptionalInt.of(Math.max(0,
                            splicing.snapped(zoom.view().frame(there.getX()), splicing.cuts(), false,
                                    Splicing.NEAR / zoom.scale().get()))))
                    .orElse(OptionalInt.empty());
            splicing.place().set(held);
        }
    }

    private void leave() {
        held = OptionalInt.empty();
        splicing.place().set(OptionalInt.empty());
        splicing.line().set(OptionalInt.empty());
    }

    /** One behind the other, each a step of undo. What cannot be brought keeps the others from nothing. */
    void bring(List<Path> files, int frame) {
        Optional<Project> open = desk.project().get();
        if (files.isEmpty() || open.isEmpty()) {
            reading.set("");
            return;
        }
        Path file = files.getFirst();
        List<Path> others = files.subList(1, files.size());
        reading.set(Words.of("timeline.sound.reading", "name", file.getFileName()));
        desk.offstage().ask(() -> open.get().record(file), answer -> {
            reading.set("");
            if (desk.project().get().filter(now -> now == open.get()).isEmpty()) {
                return;
            }
            switch (answer) {
                case Outcome.Ok<Recording>(Recording recording) -> lay(recording, frame, others);
                case Outcome.Failed<Recording>(var why) -> {
                    desk.tell(why);
                    bring(others, frame);
                }
            }
        });
    }

    private void lay(Recording recording, int frame, List<Path> others) {
        splicing.edit(Deed.SOUND, cut -> Sounds.lay(cut, frame, recording), _ -> {
            Optional<Reel.Span> laid = laid(recording.media(), frame);
            splicing.select(laid);
            bring(others, laid.map(Reel.Span::end).orElse(frame));
        });
    }

    private Optional<Reel.Span> laid(MediaRef media, int frame) {
        return model.reel()
                .get()
                .flatMap(reel -> IntStream.rangeClosed(1, reel.cut().tracks().size())
                        .boxed()
                        .flatMap(track -> reel.track(track).stream())
                        .filter(span -> span.start() == frame && span.item() instanceof Item.Sound sound
                                && sound.media().equals(media))
                        .findFirst());
    }
}
