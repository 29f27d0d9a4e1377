package org.filmwright.production;

import org.filmwright.base.CameraMove;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.clips.MotionPlan;
import org.filmwright.engine.RunId;
import org.filmwright.export.FilmFrames;

/** How shots are filmed: to be seen before it is done, and done again. Calls take time; they may be made from any thread. */
public interface Camerawork {
    /** Where nothing is filmed. */
    Camerawork NONE = new Camerawork() {
        @Override
        public Outcome<CameraSetup> of(ShotId shot) {
            return Outcome.failed(new Failure.Refused("Nothing is filmed here.", "Open a project."));
        }

        @Override
        public Outcome<Rehearsed> rehearse(CameraSetup setup, MotionPlan plan, int maxWidth) {
            return Outcome.failed(new Failure.Refused("Nothing is filmed here.", "Open a project."));
        }

        @Override
        public Outcome<RunId> film(ShotId shot, Makers chosen) {
            return Outcome.failed(new Failure.Refused("Nothing is filmed here.", "Open a project."));
        }
    };

    /** Refused where no take of the shot is circled. */
    Outcome<CameraSetup> of(ShotId shot);

    /**
     * The frames that filming by a plan would give, drawn as they are asked for by the camera that films; smaller where the
     * film is wider than {@code maxWidth}. The caller closes them.
     */
    Outcome<Rehearsed> rehearse(CameraSetup setup, MotionPlan plan, int maxWidth);

    /** @param done what is done of the move; another than planned where how near things are is not known */
    record Rehearsed(FilmFrames frames, CameraMove done) {}

    /**
     * Starts the durable job that films a shot as it is planned now; the clips that are there stay.
     *
     * @param chosen who films it; whoever filmed last where nobody chose
     */
    Outcome<RunId> film(ShotId shot, Makers chosen);
}
