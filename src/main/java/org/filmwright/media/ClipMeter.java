package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.NORM_L1;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.norm;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY_INV;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;

/**
 * The numbers of film.md 4.6 of one clip, from a single pass over it.
 *
 * @param damaged frames that are missing or did not decode cleanly
 * @param course how one frame follows the other
 * @param drift where what is seen goes
 * @param source the first frame against the picture @param end the last one
 */
public record ClipMeter(VideoInfo info, int damaged, Course course, Drift drift, Optional<SourceMatch> source,
        Optional<SourceMatch> end) {
    private static final int WIDTH = 320;
    /** Where the first plane holds a byte of luma for each pixel. */
    private static final Set<Integer> EIGHT_BITS = Set.of(AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUV444P,
            AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_NV12, AV_PIX_FMT_GRAY8);
    private static final double BLACK_LUMA = 25.5;
    private static final double BLACK_SHARE = 0.98;
    /** Mean difference of neighbours, of 255, below which a frame equals the one before. */
    private static final double FROZEN = 0.06;
    private static final double JUMP = 20;

    /**
     * @param black frames that are black (luma below a tenth) in 98 % of their pixels
     * @param longestFreeze most frames in a row that equal the one before
     * @param jumps changes from frame to frame far beyond the clip's own pace
     * @param flicker standard deviation of mean luma about its 5-frame median, of 255
     * @param light how the light itself changes
     */
    public record Course(int black, int longestFreeze, int jumps, double flicker, Light light) {}

    /**
     * @param flashes the most within a second @param alternating most frames in a row that are brighter and darker in turn
     */
    public record Light(int flashes, int alternating) {}

    /**
     * @param right shift of what is seen from first to last frame, of the width; @param down of the height
     * @param zoom growth of what is seen; @param followed whether enough could be followed to tell
     */
    public record Drift(double right, double down, double zoom, boolean followed) {}

    /** Measures a clip, and its first and last frame against {@code picture} if there is one. */
    public static ClipMeter of(Path clip, Optional<Still> picture, Progress progress) throws MediaException {
        try (VideoReader reader = VideoReader.open(clip); Series series = new Series(reader.frames())) {
            Optional<SourceMatch> source = Optional.empty();
            Optional<SourceMatch> end = Optional.empty();
            for (int n = 0; n < reader.frames(); n++) {
                progress.checkCancelled();
                try (Mat luma = luma(reader, n, WIDTH)) {
                    series.add(n, luma);
                }
                if (n == 0) {
                    source = match(reader, 0, picture);
                }
                if (n == reader.frames() - 1) {
                    end = match(reader, n, picture);
                }
                progress.report((n + 1.0) / reader.frames(), "measuring");
            }
            return series.numbers(reader.info(), reader.damaged(), source, end);
        }
    }

    private static Optional<SourceMatch> match(VideoReader reader, int n, Optional<Still> picture)
            throws MediaException {
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        try (Mat seen = luma(reader, n, PictureMeter.WIDTH)) {
            return Optional.of(SourceMatch.of(seen, picture.get()));
        }
    }

    /** Luma of a frame at a width, full range 8-bit. */
    private static Mat luma(VideoReader reader, int n, int width) throws MediaException {
        AVFrame frame = reader.decode(n);
        return EIGHT_BITS.contains(frame.format()) ? luma(frame, width) : drawn(reader, n, width);
    }

    private static Mat luma(AVFrame frame, int width) {
        int height = Math.max(1, Math.round((float) width * frame.height() / frame.width()));
        Mat full = new Mat();
        try (Mat plane = new Mat(frame.height(), frame.width(), CV_8UC1, frame.data(0), frame.linesize(0));
                Mat small = new Mat()) {
            resize(plane, small, new Size(width, height), 0, 0, INTER_AREA);
            small.convertTo(full, CV_8UC1, 255.0 / 219, -16 * 255.0 / 219);
        }
        return full;
    }

    /** The same of pictures that are stored in another way: with more bits, or in red, green and blue. */
    private static Mat drawn(VideoReader reader, int n, int width) throws MediaException {
        int height = Math.max(1, Math.round((float) width * reader.size().height() / reader.size().width()));
        int[] argb = new int[width * height];
        reader.read(n, new FrameSize(width, height), argb);
        byte[] grey = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            grey[i] = (byte) Math.round(0.2126 * (argb[i] >> 16 & 255) + 0.7152 * (argb[i] >> 8 & 255)
                    + 0.0722 * (argb[i] & 255));
        }
        Mat luma = new Mat(height, width, CV_8UC1);
        luma.data().put(grey);
        return luma;
    }

    /** Luma of frame after frame, and what follows from its course. */
    private static final class Series implements AutoCloseable {
        private final double[] means;
        private final double[] steps;
        private final double[][] cells;
        private final Mat first = new Mat();
        private final Mat middle = new Mat();
        private final Mat last = new Mat();
        private int black;

        Series(int frames) {
            means = new double[frames];
            steps = new double[frames];
            cells = new double[frames][];
        }

        void add(int n, Mat luma) {
            means[n] = PictureMeter.Spread.of(luma).mean();
            steps[n] = n == 0 ? 0 : norm(luma, last, NORM_L1, null) / luma.total();
            cells[n] = cells(luma);
            black += isBlack(luma) ? 1 : 0;
            luma.copyTo(last);
            if (n == 0) {
                luma.copyTo(first);
            }
            if (n == means.length / 2) {
                luma.copyTo(middle);
            }
        }

        private static double[] cells(Mat luma) {
            byte[] levels = new byte[LightCourse.CELLS * LightCourse.CELLS];
            try (Mat small = new Mat(); Size grid = new Size(LightCourse.CELLS, LightCourse.CELLS)) {
                resize(luma, small, grid, 0, 0, INTER_AREA);
                small.data().get(levels);
            }
            double[] cells = new double[levels.length];
            Arrays.setAll(cells, cell -> levels[cell] & 255);
            return cells;
        }

        private static boolean isBlack(Mat luma) {
            try (Mat dark = new Mat()) {
                threshold(luma, dark, BLACK_LUMA, 255, THRESH_BINARY_INV);
                return countNonZero(dark) >= BLACK_SHARE * luma.total();
            }
        }

        ClipMeter numbers(VideoInfo info, int damaged, Optional<SourceMatch> source, Optional<SourceMatch> end) {
            Registration seen = Registration.between(first, middle).then(Registration.between(middle, last));
            double x = first.cols() / 2.0;
            double y = first.rows() / 2.0;
            LightCourse light = LightCourse.of(cells, means, info.rate());
            return new ClipMeter(info, damaged, new Course(black, longestFreeze(), jumps(), flicker(),
                    new Light(light.flashes(), light.alternating())),
                    new Drift((seen.x(x, y) - x) / first.cols(),
                            (seen.y(x, y) - y) / first.rows(), seen.zoom(), seen.sure()),
                    source, end);
        }

        private int longestFreeze() {
            int longest = 0;
            int run = 0;
            for (int n = 1; n < steps.length; n++) {
                run = steps[n] < FROZEN ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
            return longest;
        }

        private int jumps() {
            double usual = median(steps);
            return (int) Arrays.stream(steps).filter(step -> step > JUMP && step > 8 * usual).count();
        }

        private double flicker() {
            double sum = 0;
            for (int n = 2; n < means.length - 2; n++) {
                double[] around = Arrays.copyOfRange(means, n - 2, n + 3);
                double off = means[n] - median(around);
                sum += off * off;
            }
            return Math.sqrt(sum / means.length);
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        @Override
        public void close() {
            first.close();
            middle.close();
            last.close();
        }
    }
}
