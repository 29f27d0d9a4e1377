package org.filmwright;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Progress;
import org.filmwright.clips.ClipChecks;
import org.filmwright.clips.ClipMeasures;
import org.filmwright.media.ClipMeter;
import org.filmwright.media.MediaException;
import org.filmwright.media.SourceMatch;
import org.filmwright.media.Still;

/** A clip's numbers and alarms, as {@code clip} and {@code clip check} print them. */
record ClipReport(String file, int frames, double seconds, String size, String fps, String profile,
        Optional<String> move,
        ClipMeasures checks, List<ClipChecks.Alarm> alarms) {
    static ClipReport of(Path clip, Optional<Path> picture, Optional<CameraMove> asked, Optional<String> move) {
        try {
            Optional<Still> still = picture.isPresent() ? Optional.of(Still.read(picture.get())) : Optional.empty();
            ClipMeter meter = ClipMeter.of(clip, still, Progress.NONE);
            ClipMeasures measures = measures(meter);
            return new ClipReport(clip.toString(), meter.info().frames(), meter.info().seconds(),
                    meter.info().size().toString(), meter.info().rate().toString(), meter.info().profile(), move,
                    measures, ClipChecks.alarms(measures, asked));
        } catch (MediaException e) {
            throw new CommandFailed(e.failure());
        }
    }

    /** The meter's numbers in the words of {@code clips}. */
    static ClipMeasures measures(ClipMeter meter) {
        var info = meter.info();
        var course = meter.course();
        var drift = meter.drift();
        return new ClipMeasures(
                new ClipMeasures.Technical(info.size(), info.rate(), info.frames(), info.codec(), info.pixels(),
                        info.colours(), info.faststart(), meter.damaged()),
                new ClipMeasures.Picture(course.black(), course.longestFreeze(), course.jumps(), course.flicker(),
                        new ClipMeasures.Light(course.light().flashes(), course.light().alternating()),
                        new ClipMeasures.Motion(drift.right(), drift.down(), drift.zoom(), drift.followed())),
                meter.source()
                        .map(source -> new ClipMeasures.AgainstSource(source.sharpness(), source.likeness(),
                                source.clipping(), source.exposure(), end(meter))));
    }

    private static ClipMeasures.End end(ClipMeter meter) {
        SourceMatch last = meter.end().orElseThrow();
        return new ClipMeasures.End(last.sharpness(), last.likeness());
    }

    void print(PrintWriter to) {
        ClipMeasures.Technical technical = checks.technical();
        ClipMeasures.Picture picture = checks.picture();
        to.printf("%s: %d frames, %.2f s, %s at %s fps, %s %s, %s, %s%n", file, frames, seconds, size, fps,
                technical.codec(), profile, technical.pixels(), technical.colours());
        move.ifPresent(words -> to.println("Move: " + words));
        to.printf(
                "Seen: shift %+.1f %% right, %+.1f %% down, zoom %.3f; flicker %.2f; %d black, %d jumps, %d damaged%n",
                100 * picture.motion().right(), 100 * picture.motion().down(), picture.motion().zoom(),
                picture.flicker(), picture.black(), picture.jumps(), technical.damaged());
        checks.source()
                .ifPresent(source -> to.printf(
                        "Against the picture: SSIM %.3f, sharpness %.0f %%, exposure %+.1f; at the end SSIM %.3f, sharpness %.0f %%%n",
                        source.likeness(), 100 * source.sharpness(), source.exposure(), source.end().likeness(),
                        100 * source.end().sharpness()));
        to.println(alarms.isEmpty() ? "No alarms." : "Alarms:");
        alarms.forEach(alarm -> to.printf("  %s: %s%n", alarm.check(), alarm.sentence()));
    }
}
