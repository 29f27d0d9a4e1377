package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.export.FilmExport;
import org.filmwright.export.FilmSpec;
import org.filmwright.media.FfmpegProgram;
import org.filmwright.media.OpenH264Library;
import org.filmwright.media.VideoProbe;
import org.filmwright.media.VideoSettings;
import org.filmwright.timeline.Cut;

/**
 * {@code bench export}: our export of a cut against the same cut by the ffmpeg program: same clips, dissolves, size,
 * rate, encoder and encoder settings, in one run, best of three each. Ours renders, codes, joins, publishes, opens the
 * film again, decodes all of it and takes its digest; theirs is the wall time of a process that does the first and writes
 * the file. Once as films are made, where a clip's own frames go over as they are coded, and once with every frame coded
 * anew. Then the most memory that a process of ours ever had for a minute of film and for an hour.
 */
final class BenchExport implements Bench {
    private static final int ROUNDS = 3;
    private static final FrameSize SMALL = new FrameSize(640, 360);
    private static final double SAME = 1.1;
    private final int minutes;

    /** @param minutes of the long film */
    BenchExport(int minutes) {
        this.minutes = minutes;
    }

    @Override
    public List<BenchResult> run() {
        return ScratchFolder.with(folder -> {
            List<BenchResult> results = new ArrayList<>(speeds(folder));
            results.add(memory(folder));
            return results;
        });
    }

    private static List<BenchResult> speeds(Path folder) throws IOException {
        FfmpegProgram ffmpeg = FfmpegProgram.unpack(folder);
        BenchReel reel = new BenchReel(folder, FrameSize.HD);
        reel.film();
        Cut cut = reel.cut(BenchReel.SHOTS);
        return List.of(speed("export, cut of clips", reel, cut, VideoSettings.Purpose.FILM, ffmpeg),
                speed("export, every frame coded anew", reel, cut, VideoSettings.Purpose.COMPACT, ffmpeg));
    }

    private static BenchResult speed(String name, BenchReel reel, Cut cut, VideoSettings.Purpose quality,
            FfmpegProgram ffmpeg) throws IOException {
        FilmSpec spec = new FilmSpec(cut.size(), quality, 0, cut.frames(), false);
        VideoSettings settings = new VideoSettings(cut.size(), cut.rate(), quality);
        Path theirs = reel.folder().resolve("theirs.mp4");
        double our = Double.MAX_VALUE;
        double their = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            our = Math.min(our, export(reel, cut, spec));
            their = Math.min(their, ffmpeg.run(reel.ffmpeg(settings, theirs)));
        }
        if (VideoProbe.of(theirs).frames() != cut.frames()) {
            throw CommandFailed.refused("The ffmpeg program made another cut of " + VideoProbe.of(theirs).frames()
                    + " frames instead of " + cut.frames() + ".", "Report this with the version of the program.");
        }
        String encoder = OpenH264Library.ofSystem().map(OpenH264Library::version).orElse("as bundled");
        return new BenchResult(name + ", openh264 " + encoder, cut.frames() / our, "frames/s", cut.frames() / their,
                "ffmpeg, openh264 as bundled", their / our, "ratio >= 1", their / our >= 1);
    }

    /** @return wall seconds */
    static double export(BenchReel reel, Cut cut, FilmSpec spec) throws IOException {
        Path staging = Files.createDirectories(reel.folder().resolve("staging"));
        long start = System.nanoTime();
        new FilmExport(reel::file, staging, reel.folder().resolve("kept")).export(cut, spec,
                reel.folder().resolve("ours.mp4"), Progress.NONE).orElse(failure -> {
                    throw new CommandFailed(failure);
                });
        return (System.nanoTime() - start) / 1e9;
    }

    private BenchResult memory(Path folder) throws IOException, InterruptedException {
        new BenchReel(folder, SMALL).film();
        double minute = ExportProbe.peak(folder, SMALL, 1);
        double hour = ExportProbe.peak(folder, SMALL, minutes);
        return new BenchResult("most memory for " + minutes + " minutes of film", hour, "MB", minute,
                "for 1 minute", hour / minute, "ratio <= " + SAME, hour / minute <= SAME);
    }
}
