package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_ANYDEPTH;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.medianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.filmwright.base.FrameSize;

/**
 * Cuts a picture into glasses by how near its points are. Each glass also holds everything nearer, filled from what is
 * left of it, so that glasses never part to show a hole; their borders are soft, and lie a little outside of what is
 * near, so that its edge goes with it.
 */
final class DepthCut {
    private static final int SLICES = 10;
    /** Ten glasses of a larger picture would take gigabytes. */
    private static final int MOST_WIDTH = 2560;
    /** Half of a border's softness, as a share of a slice. */
    private static final double SOFT = 0.2;
    /** What is near grows by this share of the width. */
    private static final double GROWTH = 1.0 / 500;
    /** Shapes may differ by rounding. */
    private static final double SAME_SHAPE = 0.02;

    private final Still picture;
    /** 0 the farthest, 1 the nearest, row by row. */
    private final float[] near;

    DepthCut(Still picture, float[] near) {
        this.picture = picture;
        this.near = near;
    }

    static DepthCut of(Still whole, Path map) throws MediaException {
        Still picture = whole.size().width() > MOST_WIDTH ? whole.scaledTo(MOST_WIDTH) : whole;
        byte[] bytes = Still.bytesOf(map);
        FrameSize size = PictureHeader.of(bytes, map);
        if (Math.abs(size.aspect() / picture.size().aspect() - 1) > SAME_SHAPE) {
            throw MediaException.refused(map + " is " + size + " and the picture " + picture.size()
                    + ": the depth is of another picture.", "Use the depth of this picture.");
        }
        try (Mat coded = new Mat(1, bytes.length, CV_8UC1);
                Mat grey = decode(coded, bytes)) {
            if (grey.empty() || grey.channels() != 1) {
                throw MediaException.refused(map + " is damaged: its depth cannot be read.",
                        "Use a grey PNG of 16 bits.");
            }
            return new DepthCut(picture, grown(grey, picture.size()));
        }
    }

    private static Mat decode(Mat coded, byte[] bytes) {
        coded.data().put(bytes, 0, bytes.length);
        return imdecode(coded, IMREAD_ANYDEPTH);
    }

    private static float[] grown(Mat grey, FrameSize to) {
        int reach = 1 + 2 * Math.max(1, (int) Math.round(to.width() * GROWTH));
        try (Mat deep = new Mat();
                Mat calm = new Mat();
                Mat scaled = new Mat();
                Mat wide = new Mat();
                Mat unit = new Mat();
                Size size = new Size(to.width(), to.height());
                Size soft = new Size(3, 3);
                Size ellipse = new Size(reach, reach);
                Mat shape = getStructuringElement(MORPH_ELLIPSE, ellipse)) {
            grey.convertTo(deep, CV_16U, grey.depth() == CV_8U ? 257 : 1, 0);
            medianBlur(deep, calm, 5);
            resize(calm, scaled, size, 0, 0, INTER_LINEAR);
            dilate(scaled, wide, shape);
            GaussianBlur(wide, wide, soft, 0);
            wide.convertTo(unit, CV_32F, 1 / 65535.0, 0);
            float[] near = new float[to.width() * to.height()];
            new FloatPointer(unit.data()).get(near);
            return near;
        }
    }

    /** Far to near; the nearness of each is the mean of what it shows. */
    List<Glass> glasses() {
        double low = 1;
        double high = 0;
        for (float value : near) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double slice = (high - low) / SLICES;
        List<Glass> glasses = new ArrayList<>();
        for (int k = 0; k < SLICES; k++) {
            glass(low + k * slice, low + (k + 1) * slice, slice * SOFT, k == 0, k == SLICES - 1)
                    .ifPresent(glasses::add);
            if (slice == 0) {
                break;
            }
        }
        return glasses;
    }

    private Optional<Glass> glass(double from, double to, double soft, boolean farthest, boolean nearest) {
        byte[] matte = new byte[near.length];
        boolean[] known = new boolean[near.length];
        double sum = 0;
        int own = 0;
        for (int i = 0; i < near.length; i++) {
            double share = farthest ? 1 : smooth((near[i] - from + soft) / (2 * soft));
            matte[i] = (byte) Math.round(255 * share);
            known[i] = matte[i] != 0 && (nearest || near[i] < to + soft);
            if (near[i] >= from && (nearest || near[i] < to)) {
                sum += near[i];
                own++;
            }
        }
        if (own == 0) {
            return Optional.empty();
        }
        double nearness = Glasses.nearness(1) + sum / own * (Glasses.nearness(0.1) - Glasses.nearness(1));
        return Optional.of(new Glass(Fill.beyond(picture, known), farthest ? Optional.empty() : Optional.of(matte),
                nearness));
    }

    private static double smooth(double t) {
        double in = Math.clamp(t, 0, 1);
        return in * in * (3 - 2 * in);
    }
}
