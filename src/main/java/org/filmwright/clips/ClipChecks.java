package org.filmwright.clips;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.CameraMove;

/** Judges a clip's numbers by the thresholds of film.md 4.6. Pure. */
public final class ClipChecks {
    private static final double LEAST_ZOOM = 0.01;
    private static final double LEAST_SHIFT = 0.01;

    private ClipChecks() {}

    /** Something a person should look at: the check's name, and a sentence. */
    public record Alarm(String check, String sentence) {}

    /** @param asked the move that was ordered, where one is known */
    public static List<Alarm> alarms(ClipMeasures clip, Optional<CameraMove> asked) {
        List<Alarm> alarms = new ArrayList<>();
        technical(clip.technical(), alarms);
        picture(clip.picture(), clip.technical(), asked, alarms);
        clip.source().ifPresent(source -> against(source, alarms));
        asked.ifPresent(move -> motion(clip.picture().motion(), move, alarms));
        return List.copyOf(alarms);
    }

    private static void technical(ClipMeasures.Technical clip, List<Alarm> alarms) {
        when(clip.damaged() > 0, alarms, "decode", "%d frames are missing or damaged.", clip.damaged());
        when(!clip.codec().equals("h264"), alarms, "codec", "The codec is %s, not h264.", clip.codec());
        when(!clip.pixels().equals("yuv420p"), alarms, "pixels", "The pixel format is %s, not yuv420p.", clip.pixels());
        when(!clip.colours().startsWith("tv,bt709,bt709"), alarms, "colours",
                "The colours are tagged %s, not limited-range BT.709.", clip.colours());
        when(!clip.faststart(), alarms, "faststart", "The index stands behind the pictures: playing over a net waits.");
    }

    private static void picture(ClipMeasures.Picture clip, ClipMeasures.Technical technical, Optional<CameraMove> asked,
            List<Alarm> alarms) {
        when(clip.black() > 0, alarms, "black", "%d frames are black.", clip.black());
        when(clip.jumps() > 0, alarms, "jump", "The picture jumps %d times inside the shot.", clip.jumps());
        when(clip.flicker() > 2, alarms, "flicker", "The brightness flickers by %.1f of 255.", clip.flicker());
        boolean moves = asked.isPresent() && asked.get() != CameraMove.STATIC;
        when(moves && clip.longestFreeze() > technical.rate().perSecond() / 2, alarms, "frozen",
                "The picture stands still for %d frames although it should move.", clip.longestFreeze());
    }

    private static void against(ClipMeasures.AgainstSource source, List<Alarm> alarms) {
        when(source.sharpness() < 0.5, alarms, "sharpness", "Only %.0f %% of the picture's sharpness is left.",
                100 * source.sharpness());
        when(source.likeness() < 0.9, alarms, "likeness", "The first frame differs from the picture (SSIM %.2f).",
                source.likeness());
        when(source.clipping() > 0.05, alarms, "clipping", "%.0f %% more of the frame is pure black or white.",
                100 * source.clipping());
        when(Math.abs(source.exposure()) > 15, alarms, "exposure", "The brightness is off by %.0f of 255.",
                source.exposure());
    }

    private static void motion(ClipMeasures.Motion seen, CameraMove asked, List<Alarm> alarms) {
        boolean right = !seen.sure() || switch (asked) {
            case STATIC -> Math.abs(seen.zoom() - 1) < 2 * LEAST_ZOOM && shift(seen) < 2 * LEAST_SHIFT;
            case PUSH_IN, DOLLY_IN -> seen.zoom() > 1 + LEAST_ZOOM;
            case PULL_OUT, DOLLY_OUT -> seen.zoom() < 1 - LEAST_ZOOM;
            case PAN_RIGHT, TRACK_RIGHT, TRUCK_RIGHT -> seen.right() < -LEAST_SHIFT;
            case PAN_LEFT, TRACK_LEFT, TRUCK_LEFT -> seen.right() > LEAST_SHIFT;
            case TILT_DOWN, CRANE_DOWN -> seen.down() < -LEAST_SHIFT;
            case TILT_UP, CRANE_UP -> seen.down() > LEAST_SHIFT;
            case HANDHELD, ORBIT_LEFT, ORBIT_RIGHT, DOLLY_ZOOM -> true;
        };
        when(!right, alarms, "motion", "The camera does not move as asked (%s): shift %.3f, %.3f, zoom %.3f.",
                asked.word(), seen.right(), seen.down(), seen.zoom());
    }

    private static double shift(ClipMeasures.Motion seen) {
        return Math.hypot(seen.right(), seen.down());
    }

    private static void when(boolean wrong, List<Alarm> alarms, String check, String sentence, Object... numbers) {
        if (wrong) {
            alarms.add(new Alarm(check, String.format(Locale.ROOT, sentence, numbers)));
        }
    }
}
