package org.filmwright;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.filmwright.base.FrameSize;
import org.filmwright.media.CameraPath;
import org.filmwright.media.MediaException;
import org.filmwright.media.RostrumCamera;
import org.filmwright.media.Still;
import org.filmwright.media.VideoReader;
import org.filmwright.media.YuvFrame;

/**
 * A still with four soft spots, and how far a film of it strays from the path it was asked for (film.md 4.2: position of
 * a spot against the exact path; a backward step is one the wrong way).
 */
record BenchMarker(FrameSize picture, List<Spot> spots) {
    private static final double SIGMA = 9;

    /** A spot's centre, in pixels of the still. */
    record Spot(double x, double y) {}

    /** Root mean square of the error in pixels, and backward steps of {@code steps}. */
    record Error(double rms, int backward, int steps) {}

    static BenchMarker of(FrameSize picture) {
        double w = picture.width();
        double h = picture.height();
        return new BenchMarker(picture, List.of(new Spot(0.3 * w, 0.3 * h), new Spot(0.7 * w, 0.32 * h),
                new Spot(0.33 * w, 0.68 * h), new Spot(0.68 * w, 0.7 * h)));
    }

    /** White spots on black, Gaussian. */
    Still still() {
        int[] argb = new int[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int level = (int) Math.round(235 * light(x + 0.5, y + 0.5));
                argb[y * picture.width() + x] = 0xff000000 | level * 0x010101;
            }
        }
        return new Still(picture, argb);
    }

    private double light(double x, double y) {
        double light = 0;
        for (Spot spot : spots) {
            double d = (x - spot.x) * (x - spot.x) + (y - spot.y) * (y - spot.y);
            light += d > 2500 ? 0 : Math.exp(-d / (2 * SIGMA * SIGMA));
        }
        return light;
    }

    /** Follows the spots through a film of {@link #still()} along {@code path}. */
    Error errorOf(Path film, CameraPath path) throws MediaException {
        Track track = new Track(path.frames());
        try (VideoReader reader = VideoReader.open(film)) {
            int[] argb = new int[reader.size().width() * reader.size().height()];
            for (int n = 0; n < path.frames(); n++) {
                reader.read(n, reader.size(), argb);
                track.follow(n, path, reader.size(), i -> argb[i] >> 8 & 255);
            }
        }
        return track.error();
    }

    /** The same in frames as they are drawn, before any encoder. */
    Error errorOf(RostrumCamera camera, CameraPath path) {
        Track track = new Track(path.frames());
        try (YuvFrame frame = new YuvFrame(camera.size())) {
            for (int n = 0; n < path.frames(); n++) {
                camera.frame(n, frame);
                byte[] luma = frame.luma();
                track.follow(n, path, camera.size(), i -> (luma[i] & 255) - 16);
            }
        }
        return track.error();
    }

    /** Sums up how the spots move from frame to frame. */
    private final class Track {
        private final CameraPath.Point[] seenBefore = new CameraPath.Point[spots.size()];
        private final CameraPath.Point[] exactBefore = new CameraPath.Point[spots.size()];
        private final int frames;
        private double squares;
        private int backward;

        Track(int frames) {
            this.frames = frames;
        }

        void follow(int n, CameraPath path, FrameSize size, IntUnaryOperator level) {
            for (int i = 0; i < spots.size(); i++) {
                CameraPath.Point exact = path.onScreen(n, picture, size, spots.get(i).x, spots.get(i).y);
                CameraPath.Point seen = centre(level, size, exact);
                squares += square(seen.x() - exact.x()) + square(seen.y() - exact.y());
                if (n > 0) {
                    backward += wrongWay(seen.x() - seenBefore[i].x(), exact.x() - exactBefore[i].x())
                            + wrongWay(seen.y() - seenBefore[i].y(), exact.y() - exactBefore[i].y());
                }
                seenBefore[i] = seen;
                exactBefore[i] = exact;
            }
        }

        Error error() {
            int readings = 2 * spots.size();
            return new Error(Math.sqrt(squares / (readings * frames)), backward, readings * (frames - 1));
        }
    }

    private static int wrongWay(double seen, double exact) {
        return seen * exact < 0 ? 1 : 0;
    }

    private static double square(double v) {
        return v * v;
    }

    /** Centre of gravity of the light around an expected place. */
    private static CameraPath.Point centre(IntUnaryOperator level, FrameSize size, CameraPath.Point near) {
        int reach = 40;
        double light = 0;
        double x = 0;
        double y = 0;
        for (int j = (int) near.y() - reach; j <= near.y() + reach; j++) {
            for (int i = (int) near.x() - reach; i <= near.x() + reach; i++) {
                double here = Math.max(0, level.applyAsInt(j * size.width() + i) - 3);
                light += here;
                x += here * (i + 0.5);
                y += here * (j + 0.5);
            }
        }
        return new CameraPath.Point(x / light, y / light);
    }
}
