package org.filmwright.ui.motion;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.FrameSize;
import org.filmwright.clips.MotionPlan;
import org.filmwright.clips.MotionPlanner;
import org.filmwright.production.CameraSetup;
import org.filmwright.story.ShotOverride;
import org.filmwright.ui.motion.MotionDraft.End;

/** The move of one shot while it is framed. Nothing is recorded until it is rendered. */
final class MotionModel {
    private static final double SHORTEST = 0.5;
    private static final double LONGEST = 120;

    private final CameraSetup setup;
    private final FrameSize picture;
    private final MotionDraft rule;
    private final MotionDraft before;
    private final ReadOnlyObjectWrapper<MotionDraft> draft;
    private final ObjectProperty<End> active = new SimpleObjectProperty<>(End.START);
    private final ObjectProperty<Optional<CameraMove>> done = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty playing = new SimpleBooleanProperty();

    /** @param picture size of the circled picture in pixels */
    MotionModel(CameraSetup setup, FrameSize picture) {
        this.setup = setup;
        this.picture = picture;
        double ratio = picture.aspect() / setup.format().size().aspect();
        rule = MotionDraft.of(setup.byRule().plan(), setup.byRule().seconds(), ratio);
        before = MotionDraft.of(setup.plan(), setup.shot().seconds(), ratio);
        draft = new ReadOnlyObjectWrapper<>(before);
    }

    CameraSetup setup() {
        return setup;
    }

    /** The frame that keys and the preview mean. */
    ObjectProperty<End> active() {
        return active;
    }

    ReadOnlyObjectProperty<MotionDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** What is done of the move, once the camera knows. */
    ObjectProperty<Optional<CameraMove>> done() {
        return done;
    }

    BooleanProperty playing() {
        return playing;
    }

    void change(MotionDraft other) {
        if (!other.equals(draft.get())) {
            draft.set(other);
        }
    }

    void nudge(double dx, double dy) {
        change(draft.get().moved(active.get(), dx, dy));
    }

    void size(double factor) {
        change(draft.get().sized(active.get(), factor));
    }

    /** Another move begins with the frames that the rule gives it on this picture. */
    void move(CameraMove wanted) {
        if (wanted != draft.get().move()) {
            double aspect = setup.format().size().aspect();
            MotionDraft now = draft.get();
            MotionPlan plan = new MotionPlanner(aspect, aspect, setup.format().rate()).plan(wanted, setup.picture()
                    .subject(), now.seconds(), "");
            change(MotionDraft.of(plan, now.seconds(), now.ratio()).eased(now.easing()));
        }
    }

    void easing(Easing wanted) {
        change(draft.get().eased(wanted));
    }

    /** Nothing where nobody could see a shot of that length. */
    void seconds(double wanted) {
        if (wanted >= SHORTEST && wanted <= LONGEST) {
            change(draft.get().lasting(wanted));
        }
    }

    void swap() {
        MotionDraft now = draft.get();
        change(new MotionDraft(now.move(), now.end(), now.start(), now.easing(), now.seconds(), now.ratio()));
    }

    void toRule() {
        change(rule);
    }

    boolean isByRule() {
        return draft.get().isLike(rule);
    }

    /** Whether it is another move than the one that is filmed now. */
    boolean isChanged() {
        return !draft.get().isLike(before);
    }

    MotionPlan plan() {
        return draft.get().plan(setup.format().rate());
    }

    int frame(End end) {
        return end == End.START ? 0 : plan().frames() - 1;
    }

    List<String> advice() {
        return MotionAdvice.of(draft.get(), setup, picture.width(), done.get());
    }

    /** What is to be recorded of it; what is as the rule has it is left to the rule, and what
     * is as it was stays as it was said. @param now what is recorded */
    ShotOverride wish(ShotOverride now) {
        MotionDraft wanted = draft.get();
        if (!isChanged()) {
            return now;
        }
        return isByRule() ? now.filmedByRule() : now.filmed(wanted.move(), wanted.frames(), wanted.seconds());
    }
}
