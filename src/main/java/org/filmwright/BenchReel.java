package org.filmwright;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.media.CameraPath;
import org.filmwright.media.StillClip;
import org.filmwright.media.VideoSettings;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Transition;

/** A film for benches: clips of four seconds each, of which every second one comes in through half a second of dissolve. */
record BenchReel(Path folder, FrameSize size) {
    static final int SHOTS = 6;
    private static final int FRAMES = 96;
    private static final int DISSOLVE = 12;
    private static final FrameRate RATE = FrameRate.FILM;

    /** Films the clips. */
    void film() throws IOException {
        Path picture = folder.resolve("picture.png");
        BenchClip.scene().writePng(picture);
        for (int i = 0; i < SHOTS; i++) {
            Region end = new Region(0.02 * i, 0.1, 0.85, 0.85);
            CameraPath path = CameraPath.of(CameraMove.PUSH_IN, Region.WHOLE, end, FRAMES, RATE, i);
            StillClip
                    .render(picture, path, new VideoSettings(size, RATE, VideoSettings.Purpose.CLIP), file(i),
                            Progress.NONE)
                    .orElse(failure -> {
                        throw new CommandFailed(failure);
                    });
        }
    }

    Path file(MediaRef media) {
        for (int i = 0; i < SHOTS; i++) {
            if (media(i).equals(media)) {
                return file(i);
            }
        }
        throw new IllegalArgumentException("Not of this reel: " + media);
    }

    private Path file(int i) {
        return folder.resolve("shot" + i + ".mp4");
    }

    private static MediaRef media(int i) {
        return new MediaRef(Digest.of("shot" + i), "mp4");
    }

    /** The clips one after another, and from the first again. */
    Cut cut(int shots) {
        List<Item> items = new ArrayList<>();
        List<Transition> dissolves = new ArrayList<>();
        for (int n = 0; n < shots; n++) {
            boolean last = n == shots - 1;
            MediaRef media = media(n % SHOTS);
            Item clip = new Item.Clip(new ShotId("shot" + n % SHOTS), new ClipId("clip" + n % SHOTS), media,
                    "1-" + n, FRAMES);
            items.add(!last && dissolves(n + 1) ? clip.slice(0, FRAMES - DISSOLVE) : clip);
            if (dissolves(n)) {
                dissolves.add(new Transition(n, 0, DISSOLVE));
            }
        }
        return new Cut("Bench", RATE, size, items, dissolves, List.of());
    }

    private static boolean dissolves(int n) {
        return n % 2 == 1;
    }

    /** The same cut of all clips, once each, in the words of the ffmpeg program. */
    List<String> ffmpeg(VideoSettings settings, Path out) {
        List<String> words = new ArrayList<>();
        StringBuilder graph = new StringBuilder();
        String even = ",settb=1/" + RATE + ",fps=" + RATE;
        for (int i = 0; i < SHOTS; i++) {
            words.addAll(List.of("-i", file(i).toString()));
            graph.append(String.format(Locale.ROOT, "[%d:v]format=yuv420p%s[v%d];", i, even, i));
        }
        int length = FRAMES;
        for (int i = 1; i < SHOTS; i++) {
            String before = i == 1 ? "v0" : "c" + (i - 1);
            int gone = dissolves(i) ? DISSOLVE : 0;
            graph.append(String.format(Locale.ROOT, "[%s][v%d]", before, i));
            graph.append(dissolves(i)
                    ? String.format(Locale.ROOT, "xfade=transition=fade:duration=%.6f:offset=%.6f",
                            RATE.seconds(DISSOLVE), RATE.seconds(length - DISSOLVE))
                    : "concat=n=2:v=1:a=0");
            graph.append(even).append("[c").append(i).append("];");
            length += FRAMES - gone;
        }
        words.addAll(List.of("-filter_complex", graph.substring(0, graph.length() - 1), "-map",
                "[c" + (SHOTS - 1) + "]"));
        words.addAll(BenchClip.encoder(settings));
        words.add(out.toString());
        return words;
    }
}
