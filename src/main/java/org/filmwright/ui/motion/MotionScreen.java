package org.filmwright.ui.motion;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.base.Failure;
import org.filmwright.production.Camerawork;
import org.filmwright.timeline.Timecode;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.FrameView;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.Words;

/** The move as it will be: the frame that is meant, or all of them one after the other, and where that is. */
final class MotionScreen extends VBox {
    private static final int PREVIEW = 640;

    private final MotionModel model;
    private final Camerawork work;
    private final Rehearser rehearser;
    private final Consumer<Failure> failed;
    private final PictureBox screen = PictureBox.whole();
    private final StringProperty at = new SimpleStringProperty("");
    private final StringProperty playing = new SimpleStringProperty("");
    private Optional<FrameView> view = Optional.empty();
    private int frame;

    /** @param nanos the clock that plays the move @param failed told why it cannot be seen */
    MotionScreen(Fittings fittings, MotionModel model, Camerawork work, LongSupplier nanos, Consumer<Failure> failed) {
        this.model = model;
        this.work = work;
        this.failed = failed;
        rehearser = new Rehearser(fittings.clockwork(), nanos, this::hear);
        getStyleClass().add("fw-motion-play");
        getChildren().addAll(well(), transport());
        sceneProperty().subscribe((before, now) -> {
            if (now == null) {
                rehearser.close();
            }
        });
        model.draft().subscribe((before, now) -> follow());
        model.active().subscribe((before, now) -> look(now));
        prepare();
    }

    private StackPane well() {
        StackPane well = new Well(model.setup().format().size().aspect());
        well.getChildren().add(screen);
        well.getStyleClass().addAll("fw-well", "fw-motion-screen");
        well.setId("motion-screen");
        well.setAccessibleText(Words.of("motion.screen"));
        return well;
    }

    /** As high as the film is at its width. */
    private static final class Well extends StackPane {
        private final double aspect;

        Well(double aspect) {
            this.aspect = aspect;
            setMinSize(0, USE_PREF_SIZE);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(Math.max(0, width < 0 ? prefWidth(-1) : width) / aspect);
        }
    }

    private HBox transport() {
        Label place = Labels.fixed(at, "fw-mono", "fw-muted", "fw-caption");
        place.setId("motion-at");
        Button play = new Button();
        play.setId("motion-play");
        play.textProperty().bind(playing);
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.accessibleTextProperty().bind(playing);
        play.setOnAction(press -> playOrPause());
        model.playing().subscribe(on -> playing.set(Words.of(on ? "motion.pause" : "motion.play")));
        HBox transport = new HBox(play, Labels.filler(), place);
        transport.getStyleClass().add("fw-motion-row");
        return transport;
    }

    void playOrPause() {
        model.playing().set(!model.playing().get());
        if (model.playing().get()) {
            play(frame);
        } else {
            rehearser.pause();
        }
    }

    private void play(int from) {
        rehearser.play(from, model.plan().frames(), model.setup().format().rate().perSecond());
    }

    /** Another draft: seen as soon as it can be drawn; what played goes on. */
    private void follow() {
        prepare();
        if (model.playing().get()) {
            play(0);
        }
    }

    private void look(MotionDraft.End end) {
        if (!model.playing().get()) {
            rehearser.show(model.frame(end));
        }
    }

    private void prepare() {
        var plan = model.plan();
        int first = model.playing().get() ? frame : model.frame(model.active().get());
        rehearser.prepare(() -> work.rehearse(model.setup(), plan, PREVIEW), first);
    }

    private void hear(Rehearser.Event event) {
        switch (event) {
            case Rehearser.Event.Ready(var move) -> {
                if (view.isEmpty()) {
                    view = Optional.of(new FrameView(move.frames().size()));
                    screen.show(Picture.of(view.get().image()));
                }
                model.done().set(Optional.of(move.done()));
            }
            case Rehearser.Event.Frame(int number, int[] pixels) -> {
                view.ifPresent(shown -> shown.show(pixels));
                frame = number;
                at.set(Words.of("motion.at", "at", Timecode.nonDrop(model.setup().format().rate()).format(number),
                        "frame", number + 1, "frames", model.plan().frames()));
            }
            case Rehearser.Event.Failed(var failure) -> failed.accept(failure);
        }
    }
}
