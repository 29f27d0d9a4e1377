package org.filmwright.ui;

import java.util.Optional;
import org.filmwright.clips.ClipMeasures;
import org.filmwright.clips.Checked;
import org.filmwright.clips.Asked;
import org.filmwright.base.CameraMove;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.clips.Direction;
import org.filmwright.clips.MotionPlan;
import org.filmwright.clips.MotionPlanner;
import org.filmwright.engine.RunId;
import org.filmwright.generate.Request;
import org.filmwright.generate.camera.CameraGenerator;
import org.filmwright.images.ImageTake;
import org.filmwright.production.CameraSetup;
import org.filmwright.production.Camerawork;
import org.filmwright.production.Makers;
import org.filmwright.production.RehearsedFilm;
import org.filmwright.production.Snapshot;
import org.filmwright.story.CameraFrames;
import org.filmwright.story.Shot;

/** Films the sample's second takes: what is rehearsed is drawn by the real camera, what is filmed is only written down. */
public final class SampleCamerawork implements Camerawork {
    private static final Region SUBJECT = new Region(0.35, 0.25, 0.3, 0.45);
    private static final double ASPECT = FrameSize.HD.aspect();

    private final SampleProject project;
    private final List<ShotId> filmed = new CopyOnWriteArrayList<>();
    private final List<MotionPlan> rehearsed = new CopyOnWriteArrayList<>();

    SampleCamerawork(SampleProject project) {
        this.project = project;
    }

    List<ShotId> filmed() {
        return List.copyOf(filmed);
    }

    List<MotionPlan> rehearsed() {
        return List.copyOf(rehearsed);
    }

    @Override
    public Outcome<CameraSetup> of(ShotId id) {
        Snapshot now = project.snapshot();
        Shot shot = now.script()
                .orElseThrow()
                .plan()
                .shots()
                .stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        ImageTake take = now.takesOf(id).get(1);
        MotionPlan rule = new MotionPlanner(ASPECT, ASPECT, FrameRate.FILM).plan(shot.camera().move(), SUBJECT, shot
                .seconds(), shot.camera().reason());
        MotionPlan plan = shot.camera().frames().map(frames -> by(frames, shot)).orElse(rule);
        String who = shot.camera().frames().isPresent() ? Direction.HAND : Direction.RULE;
        return Outcome.ok(new CameraSetup(shot, new CameraSetup.Picture(take.id(), take.media(), SUBJECT), plan,
                new Direction(who, new Direction.Wish(plan.move(), shot.seconds()), plan.move(), 0.1,
                        "{\"reasoning\":\"" + rule.reason().replace('"', ' ') + "\",\"conflicts\":[]}"),
                new CameraSetup.Ruled(rule, shot.seconds()), new CameraSetup.Format(FrameSize.HD, FrameRate.FILM),
                List.of()));
    }

    private static MotionPlan by(CameraFrames frames, Shot shot) {
        return new MotionPlan(shot.camera().move(), frames.start(), frames.end(), frames.easing(), FrameRate.FILM
                .frames(shot.seconds()), shot.camera().reason());
    }

    @Override
    public Outcome<Rehearsed> rehearse(CameraSetup setup, MotionPlan plan, int maxWidth) {
        rehearsed.add(plan);
        Request.Motion motion = new Request.Motion(plan.move(), plan.start(), plan.end(), plan.easing(), plan.frames(),
                "");
        Request.Clip clip = new Request.Clip(project.file(setup.picture().media()), motion, new FrameSize(320, 180),
                FrameRate.FILM, 1, project.snapshot().folder());
        return new CameraGenerator().rehearse(clip)
                .then(frames -> Outcome
                        .ok(new Rehearsed(new RehearsedFilm(frames, FrameRate.FILM), plan.move().flat())));
    }

    @Override
    public Outcome<RunId> film(ShotId shot, Makers chosen) {
        filmed.add(shot);
        return Outcome.ok(new RunId("film-" + filmed.size()));
    }

    /** What is found in a clip that flickers, where it was to be pushed in. */
    public static Checked flickering() {
        ClipMeasures bad = new ClipMeasures(new ClipMeasures.Technical(FrameSize.HD, FrameRate.FILM, 96, "h264",
                "yuv420p", "tv,bt709,bt709,bt709", true, 0),
                new ClipMeasures.Picture(0, 0, 0, 3.4, ClipMeasures.Light.STEADY, new ClipMeasures.Motion(0, 0, 0.98,
                        true)),
                Optional.of(new ClipMeasures.AgainstSource(0.9, 0.95, 0, 0, new ClipMeasures.End(0.9, 0.94))),
                Optional.of(new ClipMeasures.Coding(0.985, 41)));
        return Checked.of(bad, Asked.of(Optional.of(CameraMove.PUSH_IN)));
    }
}
