package org.filmwright.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.Progress;
import org.filmwright.export.Film.Check;
import org.filmwright.media.MediaException;
import org.filmwright.media.Peaks;
import org.filmwright.media.SoundTime;
import org.filmwright.media.VideoInfo;
import org.filmwright.media.VideoProbe;
import org.filmwright.timeline.Cut;

/** Opens an exported film again and compares it with its cut (film.md 4.1, last point; 4.6, first row). */
final class FilmChecks {
    /** The share of the time that the pictures take. */
    private static final double PICTURES = 0.9;

    private FilmChecks() {}

    /** @param subtitles whether there is to be a track of them */
    static List<Check> of(Path film, Cut cut, FilmSpec spec, boolean subtitles, Progress progress)
            throws MediaException {
        VideoInfo info = VideoProbe.of(film);
        boolean heard = Mixer.sounds(cut, spec.from(), spec.to());
        int damaged = VideoProbe.damagedFrames(film, heard ? progress.part(0, PICTURES) : progress);
        List<Check> checks = new ArrayList<>(
                List.of(new Check("frames", Integer.toString(spec.frames()), Integer.toString(info.frames())),
                        new Check("seconds", "%.3f".formatted(cut.rate().seconds(spec.frames())),
                                "%.3f".formatted(info.seconds())),
                        new Check("size", spec.size().toString(), info.size().toString()),
                        new Check("frame rate", cut.rate().toString(), info.rate().toString()),
                        new Check("codec", "h264", info.codec()), new Check("pixel format", "yuv420p", info.pixels()),
                        new Check("colours", "tv,bt709,bt709,bt709", info.colours()),
                        new Check("subtitle tracks", subtitles ? "1" : "0", Integer.toString(info.captions())),
                        new Check("sound tracks", heard ? "1" : "0", Integer.toString(info.sounds())),
                        new Check("index before the pictures", "true", Boolean.toString(info.faststart())),
                        new Check("damaged frames", "0", Integer.toString(damaged))));
        if (heard) {
            checks.add(sound(film, cut, spec, progress.part(PICTURES, 1)));
        }
        return checks;
    }

    /** As long as the pictures, to the frame. */
    private static Check sound(Path film, Cut cut, FilmSpec spec, Progress progress) throws MediaException {
        long wanted = SoundTime.sample(cut.rate(), spec.to()) - SoundTime.sample(cut.rate(), spec.from());
        long found = Peaks.of(film, progress).samples();
        boolean fits = Math.abs(found - wanted) <= SoundTime.sample(cut.rate(), 1);
        String expected = seconds(wanted);
        return new Check("seconds of sound", expected, fits ? expected : seconds(found));
    }

    private static String seconds(long samples) {
        return "%.3f".formatted(SoundTime.seconds(samples));
    }
}
