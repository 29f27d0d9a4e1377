package org.filmwright.clips;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Region;

/** Judges a clip's numbers by the thresholds of film.md 4.6. Pure. */
public final class ClipChecks {
    /** Of these a clip cannot be shown in a film at all; whether it is like enough, a person sees who paid for it. */
    static final Set<String> UNUSABLE = Set.of("decode", "frames", "rate", "size", "black", "frozen", "jump",
            "flashes");

    private static final double LEAST_ZOOM = 0.01;
    private static final double LEAST_SHIFT = 0.01;
    /** Of the way that was asked for, this much is seen at least. */
    private static final double LEAST_WAY = 0.3;
    /** Where the camera passes what is near, its first frame is no part of the picture, but like one (measured: 0.78 and more). */
    private static final double LEAST_THROUGH = 0.6;
    private static final int MOST_FLASHES = 3;
    /** A quarter of a second, up and down. */
    private static final int MOST_ALTERNATING = 6;

    private ClipChecks() {}

    /** Something a person should look at: the check's name, and a sentence. */
    public record Alarm(String check, String sentence) {}

    /** @param asked the move that was ordered, where one is known */
    public static List<Alarm> alarms(ClipMeasures clip, Optional<CameraMove> asked) {
        return alarms(clip, Asked.of(asked));
    }

    public static List<Alarm> alarms(ClipMeasures clip, Asked asked) {
        List<Alarm> alarms = new ArrayList<>();
        technical(clip.technical(), alarms);
        asked.format().ifPresent(format -> format(clip.technical(), format, alarms));
        picture(clip.picture(), clip.technical(), asked, alarms);
        clip.source().ifPresent(source -> against(source, asked, alarms));
        asked.move().ifPresent(move -> motion(clip.picture().motion(), move, asked.plan(), alarms));
        clip.coding().ifPresent(coding -> coding(coding, alarms));
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

    private static void format(ClipMeasures.Technical clip, Asked.Format asked, List<Alarm> alarms) {
        when(clip.frames() != asked.frames(), alarms, "frames", "It has %d frames, not %d.", clip.frames(),
                asked.frames());
        when(!clip.rate().equals(asked.rate()), alarms, "rate", "It runs at %s frames a second, not %s.", clip.rate(),
                asked.rate());
        when(!clip.size().equals(asked.size()), alarms, "size", "It is %s large, not %s.", clip.size(), asked.size());
    }

    private static void picture(ClipMeasures.Picture clip, ClipMeasures.Technical technical, Asked asked,
            List<Alarm> alarms) {
        when(clip.black() > 0 && !asked.fade(), alarms, "black", "%d frames are black.", clip.black());
        when(clip.jumps() > 0, alarms, "jump", "The picture jumps %d times inside the shot.", clip.jumps());
        when(clip.flicker() > 2, alarms, "flicker", "The brightness flickers by %.1f of 255.", clip.flicker());
        when(clip.flicker() <= 2 && clip.light().alternating() > MOST_ALTERNATING, alarms, "flicker",
                "The brightness goes up and down in turn for %d frames.", clip.light().alternating());
        when(clip.light().flashes() > MOST_FLASHES, alarms, "flashes", "It flashes %d times within a second.",
                clip.light().flashes());
        when(moves(asked) && clip.longestFreeze() > technical.rate().perSecond() / 2, alarms, "frozen",
                "The picture stands still for %d frames although it should move.", clip.longestFreeze());
    }

    /** A locked-off shot is meant to be frozen, whatever its move is called. */
    private static boolean moves(Asked asked) {
        boolean named = asked.move().filter(move -> move != CameraMove.STATIC).isPresent();
        boolean held = asked.plan()
                .filter(plan -> plan.start().equals(plan.end()))
                .filter(plan -> plan.move() != CameraMove.HANDHELD)
                .isPresent();
        return named && !held;
    }

    private static void against(ClipMeasures.AgainstSource source, Asked asked, List<Alarm> alarms) {
        when(source.sharpness() < 0.5, alarms, "sharpness", "Only %.0f %% of the picture's sharpness is left.",
                100 * source.sharpness());
        boolean flat = asked.move().filter(CameraMove::travels).isEmpty();
        when(source.likeness() < (flat ? 0.9 : LEAST_THROUGH), alarms, "likeness",
                "The first frame differs from the picture (SSIM %.2f).",
                source.likeness());
        when(source.clipping() > 0.05, alarms, "clipping", "%.0f %% more of the frame is pure black or white.",
                100 * source.clipping());
        when(Math.abs(source.exposure()) > 15, alarms, "exposure", "The brightness is off by %.0f of 255.",
                source.exposure());
        when(asked.move().isPresent() && flat && source.end().likeness() < 0.9 && source.likeness() >= 0.9, alarms,
                "drift",
                "The last frame has drifted from the picture (SSIM %.2f).", source.end().likeness());
        when(source.end().sharpness() < 0.5 && source.sharpness() >= 0.5, alarms, "softening",
                "At the end only %.0f %% of the sharpness is left.", 100 * source.end().sharpness());
    }

    private static void coding(ClipMeasures.Coding coding, List<Alarm> alarms) {
        when(coding.ssim() < 0.97 || coding.psnr() < 36, alarms, "coding",
                "Coding took too much away (SSIM %.3f, %.1f dB).", coding.ssim(), coding.psnr());
    }

    private static void motion(ClipMeasures.Motion seen, CameraMove asked, Optional<MotionPlan> plan,
            List<Alarm> alarms) {
        boolean right = !seen.sure() || plan.map(frames -> between(seen, asked, frames))
                .orElseGet(() -> named(seen, asked));
        when(!right, alarms, "motion", "The camera does not move as asked (%s): shift %.3f, %.3f, zoom %.3f.",
                asked.word(), seen.right(), seen.down(), seen.zoom());
    }

    /** From frame to frame: what stands in the middle of the first one is seen to move by this much of the last. */
    private static boolean between(ClipMeasures.Motion seen, CameraMove asked, MotionPlan plan) {
        if (asked == CameraMove.HANDHELD) {
            return true;
        }
        Region from = plan.start();
        Region to = plan.end();
        return along(Math.log(seen.zoom()), Math.log(from.width() / to.width()), 2 * LEAST_ZOOM)
                && along(seen.right(), (from.centreX() - to.centreX()) / to.width(), 2 * LEAST_SHIFT)
                && along(seen.down(), (from.centreY() - to.centreY()) / to.height(), 2 * LEAST_SHIFT);
    }

    /** The same way, and some of it at least; where next to none was asked for, not much. */
    private static boolean along(double seen, double asked, double least) {
        return Math.abs(asked) > least ? seen / asked > LEAST_WAY : Math.abs(seen - asked) < 2 * least;
    }

    private static boolean named(ClipMeasures.Motion seen, CameraMove asked) {
        return switch (asked) {
            case STATIC -> Math.abs(seen.zoom() - 1) < 2 * LEAST_ZOOM && shift(seen) < 2 * LEAST_SHIFT;
            case PUSH_IN, DOLLY_IN -> seen.zoom() > 1 + LEAST_ZOOM;
            case PULL_OUT, DOLLY_OUT -> seen.zoom() < 1 - LEAST_ZOOM;
            case PAN_RIGHT, TRACK_RIGHT, TRUCK_RIGHT -> seen.right() < -LEAST_SHIFT;
            case PAN_LEFT, TRACK_LEFT, TRUCK_LEFT -> seen.right() > LEAST_SHIFT;
            case TILT_DOWN, CRANE_DOWN -> seen.down() < -LEAST_SHIFT;
            case TILT_UP, CRANE_UP -> seen.down() > LEAST_SHIFT;
            case HANDHELD, ORBIT_LEFT, ORBIT_RIGHT, DOLLY_ZOOM -> true;
        };
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
