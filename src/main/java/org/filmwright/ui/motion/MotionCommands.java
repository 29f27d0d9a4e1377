package org.filmwright.ui.motion;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.images.ImageTake;
import org.filmwright.media.MediaException;
import org.filmwright.media.Still;
import org.filmwright.production.CameraSetup;
import org.filmwright.production.Makers;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotOverride;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Till;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;

/** What can be done with the clip of the shot that is looked at: its move framed, its alarms passed, the next one found. */
public final class MotionCommands {
    private final Fittings fittings;
    private final Desk desk;
    private final TakePictures pictures;
    private final LongSupplier nanos;
    private final ObservableValue<Scope> workspace;

    /** @param nanos the clock that plays the move */
    public MotionCommands(Fittings fittings, TakePictures pictures, LongSupplier nanos,
            ObservableValue<Scope> workspace) {
        this.fittings = fittings;
        desk = fittings.desk();
        this.pictures = pictures;
        this.nanos = nanos;
        this.workspace = workspace;
    }

    /** @param timeline brings the film to the front */
    public List<Command> all(Runnable timeline) {
        ObservableBooleanValue shot = Bindings.createBooleanBinding(() -> shot().isPresent(), workspace, desk.shot(),
                desk.filmed(), desk.project());
        ObservableBooleanValue alarmed = Bindings.createBooleanBinding(() -> shot().flatMap(id -> now().map(
                open -> !open.alarmsOf(id).isEmpty())).orElse(false), workspace, desk.shot(), desk.filmed(), desk
                        .snapshot());
        ObservableBooleanValue any = Bindings.createBooleanBinding(() -> now().map(open -> !open.clipsToLookAt()
                .isEmpty()).orElse(false), desk.snapshot());
        return List.of(Command.when(shot, "shot.motion", Scope.GLOBAL, () -> shot().ifPresent(this::open)), Command
                .when(alarmed, "shot.clip-good", Scope.GLOBAL, () -> shot().ifPresent(this::pass)),
                Command.when(any,
                        "shot.clip-next", Scope.GLOBAL, () -> next(timeline)));
    }

    private Optional<Snapshot> now() {
        return desk.snapshot().get();
    }

    /** Where the film is in front, the shot that it shows. */
    private Optional<ShotId> shot() {
        Optional<ShotId> seen = workspace.getValue() == Scope.TIMELINE ? desk.filmed().get() : desk.shot().get();
        return seen.filter(_ -> desk.project().get().isPresent());
    }

    private void open(ShotId id) {
        desk.project()
                .get()
                .ifPresent(project -> desk.offstage()
                        .ask(() -> project.camerawork().of(id).then(setup -> sized(setup, project)), answer -> {
                            if (answer instanceof Outcome.Ok<Sized>(Sized ready)) {
                                show(ready, project);
                            } else if (answer instanceof Outcome.Failed<Sized>(var failure)) {
                                desk.tell(failure);
                            }
                        }));
    }

    private record Sized(CameraSetup setup, FrameSize size) {}

    private static Outcome<Sized> sized(CameraSetup setup, Project project) {
        try {
            return Outcome.ok(new Sized(setup, Still.sizeOf(project.file(setup.picture().media()))));
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    private void show(Sized ready, Project project) {
        Picture picture = now().flatMap(open -> open.takesOf(ready.setup.shot().id())
                .stream()
                .filter(take -> take.id().equals(ready.setup.picture().take()))
                .findFirst()).map((ImageTake take) -> pictures.whole(take)).orElseGet(Picture::none);
        new MotionSheet(fittings, new MotionSheet.Opened(ready.setup, ready.size, picture), project.camerawork(), nanos,
                this::render).open();
    }

    /** What was framed is recorded, and filmed by a job, after its price was agreed to where there is one. */
    private void render(MotionModel model) {
        Shot shot = model.setup().shot();
        ShotOverride wish = model.wish(wish(shot.id()));
        fittings.sheets().close();
        desk.edit(editor -> editor.direct(wish), _ -> new Till(fittings).clip(() -> film(shot)));
    }

    private void film(Shot shot) {
        Makers makers = desk.makers();
        desk.film(project -> project.camerawork().film(shot.id(), makers),
                _ -> fittings.toasts().done(Words.of("motion.filming", "shot", shot.label())));
    }

    private ShotOverride wish(ShotId shot) {
        return desk.script().flatMap(script -> script.override(shot)).orElse(ShotOverride.none(shot));
    }

    private void pass(ShotId shot) {
        now().map(open -> open.clips().get(shot))
                .map(ClipTake::id)
                .ifPresent(clip -> desk.edit(editor -> editor.direct(wish(shot).passing(clip))));
    }

    /** Behind the one that is seen, and from the first again. */
    private void next(Runnable timeline) {
        List<ShotId> all = now().map(Snapshot::clipsToLookAt).orElse(List.of());
        List<ShotId> order = desk.plan().map(plan -> plan.shots().stream().map(Shot::id).toList()).orElse(List.of());
        int at = desk.filmed().get().map(order::indexOf).orElse(-1);
        all.stream()
                .filter(id -> order.indexOf(id) > at)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(id -> {
                    timeline.run();
                    desk.seekClip(id);
                });
    }
}
