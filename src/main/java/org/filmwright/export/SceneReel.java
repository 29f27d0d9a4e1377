package org.filmwright.export;

import java.util.List;
import org.filmwright.base.ClipId;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

/** The clips of one scene, for delivery. {@code number} counts scenes from 1; {@code label} is the author's number. */
public record SceneReel(int number, String label, String heading, FrameSize size, FrameRate rate, List<Shot> shots) {
    public SceneReel {
        shots = List.copyOf(shots);
        if (shots.isEmpty()) {
            throw new IllegalArgumentException("A scene is delivered with at least one clip: scene " + number);
        }
    }

    /**
     * One clip and where it comes from.
     *
     * @param label as on the slate
     * @param picture the approved take that was filmed
     * @param clip the clip itself, as kept in the project
     */
    public record Shot(ShotId id, String label, Picture picture, Clip clip, Camera camera) {}

    /** The picture that was filmed, and the words with which it was approved; they may be empty. */
    public record Picture(TakeId take, MediaRef media, String approvedBecause) {}

    /** @param frames at the rate of the reel */
    public record Clip(ClipId id, MediaRef media, int frames) {}

    /**
     * The move, in the words of the command line, and why it was chosen.
     *
     * @param by who directed it
     * @param reasoning JSON of how wish and limit led to it; empty where that was not kept
     */
    public record Camera(String move, String reason, String by, String reasoning) {}
}
