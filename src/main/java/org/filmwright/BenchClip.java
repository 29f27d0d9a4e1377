package org.filmwright;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.filmwright.base.CameraMove;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.media.CameraPath;
import org.filmwright.media.DepthPath;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.media.FfmpegProgram;
import org.filmwright.media.Glasses;
import org.filmwright.media.MediaException;
import org.filmwright.media.MultiplaneCamera;
import org.filmwright.media.RostrumCamera;
import org.filmwright.media.Shake;
import org.filmwright.media.Still;
import org.filmwright.media.StillClip;
import org.filmwright.media.VideoSettings;
import org.filmwright.media.YuvFrame;

/**
 * {@code bench clip}: our camera against the {@code zoompan} filter of the ffmpeg program. Same still, path, size, rate,
 * frames, encoder and encoder settings, in one run, best of five each; ours reads, films, encodes and publishes the
 * file in the warm program, theirs is the wall time of its process. The same without the encoder, which is most of the
 * work on both sides (decision 0004). Our camera through five depths against the same over a flat
 * picture. Then the path of both on a marker.
 */
final class BenchClip implements Bench {
    private static final FrameSize PICTURE = new FrameSize(2048, 1152);
    private static final int FRAMES = 144;
    private static final int ROUNDS = 5;
    private static final double ZOOM = 1.15;
    /** Drift of the window's centre by the end, as a fraction of the picture. */
    private static final double DRIFT_X = 0.01;
    private static final double DRIFT_Y = -0.005;
    private static final String PEER = "ffmpeg zoompan";
    private static final VideoSettings SETTINGS = new VideoSettings(FrameSize.HD, FrameRate.FILM,
            VideoSettings.Purpose.CLIP);

    @Override
    public List<BenchResult> run() {
        return ScratchFolder.with(folder -> measure(folder, FfmpegProgram.unpack(folder)));
    }

    private static List<BenchResult> measure(Path folder, FfmpegProgram ffmpeg) throws IOException {
        Path picture = folder.resolve("picture.png");
        scene().writePng(picture);
        double ours = Double.MAX_VALUE;
        double theirs = Double.MAX_VALUE;
        double drawn = Double.MAX_VALUE;
        double panned = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            ours = Math.min(ours, film(picture, folder.resolve("ours.mp4")));
            theirs = Math.min(theirs, ffmpeg.run(zoompan(picture, folder.resolve("theirs.mp4"), encoder(SETTINGS))));
            drawn = Math.min(drawn, draw(picture));
            panned = Math.min(panned, ffmpeg.run(zoompan(picture, Path.of("-"), List.of("-f", "null"))));
        }
        List<BenchResult> results = new ArrayList<>();
        results.add(speed("clip speed", ours, theirs));
        results.add(speed("camera without encoder", drawn, panned));
        results.add(depth(picture, drawn));
        results.addAll(paths(folder, picture, ffmpeg));
        return results;
    }

    private static BenchResult speed(String name, double ours, double theirs) {
        return new BenchResult(name, FRAMES / ours, "frames/s", FRAMES / theirs, PEER, theirs / ours, "ratio >= 2",
                theirs / ours >= 2);
    }

    /** The path in the frames as drawn (theirs through a lossless codec), and once more in the encoded clips. */
    private static List<BenchResult> paths(Path folder, Path picture, FfmpegProgram ffmpeg) throws IOException {
        BenchMarker marker = BenchMarker.of(PICTURE);
        Still still = marker.still();
        still.writePng(picture);
        Path theirs = folder.resolve("theirs.mkv");
        ffmpeg.run(zoompan(picture, theirs, List.of("-c:v", "ffv1")));
        BenchMarker.Error their = marker.errorOf(theirs, path());
        BenchMarker.Error our = marker.errorOf(new RostrumCamera(still, path(), SETTINGS.size()), path());
        film(picture, folder.resolve("ours.mp4"));
        ffmpeg.run(zoompan(picture, folder.resolve("theirs.mp4"), encoder(SETTINGS)));
        return List.of(error("path error", our, their, 0.05), backward("backward steps", our, their),
                error("path error in the MP4", marker.errorOf(folder.resolve("ours.mp4"), path()),
                        marker.errorOf(folder.resolve("theirs.mp4"), path()), 0.1));
    }

    private static BenchResult error(String name, BenchMarker.Error our, BenchMarker.Error their, double most) {
        return new BenchResult(name, our.rms(), "px rms", their.rms(), PEER, our.rms() / their.rms(),
                "value < " + most, our.rms() < most);
    }

    private static BenchResult backward(String name, BenchMarker.Error our, BenchMarker.Error their) {
        return new BenchResult(name, our.backward(), "of " + our.steps(), their.backward(), PEER,
                (double) our.backward() / Math.max(1, their.backward()), "value = 0", our.backward() == 0);
    }

    /** Push-in with a drift, at even speed: the same path in both. */
    private static CameraPath path() {
        double side = 1 / ZOOM;
        Region end = new Region(0.5 + DRIFT_X - side / 2, 0.5 + DRIFT_Y - side / 2, side, side);
        return new CameraPath(Region.WHOLE, end, Easing.LINEAR, Shake.NONE, FRAMES, SETTINGS.rate());
    }

    /** @return wall seconds */
    private static double film(Path picture, Path out) throws MediaException {
        long start = System.nanoTime();
        StillClip.render(picture, path(), SETTINGS, out, Progress.NONE).orElse(failure -> {
            throw new CommandFailed(failure);
        });
        return (System.nanoTime() - start) / 1e9;
    }

    /** Reads the picture and draws every frame, but encodes none. @return wall seconds */
    private static double draw(Path picture) throws MediaException {
        long start = System.nanoTime();
        RostrumCamera camera = new RostrumCamera(Still.read(picture), path(), SETTINGS.size());
        try (YuvFrame frame = new YuvFrame(camera.size())) {
            for (int n = 0; n < camera.frames(); n++) {
                camera.frame(n, frame);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** A push-in through five depths, drawn as the plain one is and against it: one glass all over, four painted in part. */
    private static BenchResult depth(Path picture, double plain) throws IOException {
        Path map = picture.resolveSibling("depth.png");
        ramp().writePng(map);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            Glasses glasses = Glasses.cut(picture, map);
            long start = System.nanoTime();
            MultiplaneCamera camera = new MultiplaneCamera(glasses, new DepthPath(path(), CameraMove.DOLLY_IN,
                    glasses.range(Region.WHOLE)), SETTINGS.size());
            try (YuvFrame frame = new YuvFrame(camera.size())) {
                for (int n = 0; n < camera.frames(); n++) {
                    camera.frame(n, frame);
                }
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return new BenchResult("parallax without encoder", FRAMES / best, "frames/s", FRAMES / plain,
                "our flat camera", plain / best, "ratio >= 0.05", plain / best >= 0.05);
    }

    /** Steps from far (left) to near (right), as wide as a fifth of the picture. */
    private static Still ramp() {
        int[] argb = new int[PICTURE.width() * PICTURE.height()];
        for (int i = 0; i < argb.length; i++) {
            int grey = i % PICTURE.width() * 5 / PICTURE.width() * 63;
            argb[i] = 0xff000000 | grey << 16 | grey << 8 | grey;
        }
        return new Still(PICTURE, argb);
    }

    private static List<String> zoompan(Path picture, Path out, List<String> codec) {
        String u = "on/" + (FRAMES - 1);
        String filter = String.format(Locale.ROOT, "zoompan=z='pow(%s,%s)':x='iw*(0.5+%s*%s)-iw/zoom/2'"
                + ":y='ih*(0.5+%s*%s)-ih/zoom/2':d=%d:s=%s:fps=%s,scale=out_color_matrix=bt709:out_range=tv,"
                + "format=yuv420p", ZOOM, u, DRIFT_X, u, DRIFT_Y, u, FRAMES, SETTINGS.size(), SETTINGS.rate());
        return Stream.of(List.of("-i", picture.toString(), "-vf", filter), codec, List.of(out.toString()))
                .flatMap(List::stream)
                .toList();
    }

    /** The settings of our own clips, in the program's words. */
    static List<String> encoder(VideoSettings settings) {
        String q = Integer.toString(settings.purpose().quantiser());
        return List.of("-c:v", "libopenh264", "-profile:v", "high", "-slices", "4", "-threads", "2", "-qmin", q,
                "-qmax", q, "-g", Integer.toString(settings.purpose().group()), "-loopfilter", "0", "-movflags",
                "+faststart");
    }

    /** A picture with edges, tones and fine detail, so that the encoder has its usual work. */
    static Still scene() {
        int[] argb = new int[PICTURE.width() * PICTURE.height()];
        for (int y = 0; y < PICTURE.height(); y++) {
            for (int x = 0; x < PICTURE.width(); x++) {
                double wave = Math.sin(x * 0.021) * Math.cos(y * 0.017) + 0.4 * Math.sin((x + 2.0 * y) * 0.11);
                int band = (x / 128 + y / 96) % 3;
                int red = level(110 + 50 * wave + 12 * band);
                int green = level(120 + 40 * wave - 9 * band + 0.03 * y);
                int blue = level(150 - 45 * wave + 0.02 * x);
                argb[y * PICTURE.width() + x] = 0xff000000 | red << 16 | green << 8 | blue;
            }
        }
        return new Still(PICTURE, argb);
    }

    private static int level(double v) {
        return (int) Math.clamp(v, 0, 255);
    }
}
