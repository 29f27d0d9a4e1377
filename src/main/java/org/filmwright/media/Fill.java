package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.filmwright.base.FrameSize;

/**
 * Goes on with a picture where none of it is known: pushed down a pyramid, what is known becomes coarser until it
 * covers everything, and pulled up again it fills the holes (Gortler and others, 1996). What is known stays as it is.
 */
final class Fill {
    private Fill() {}

    /** @param known whether a point is, row by row; at least one of them should be */
    static Still beyond(Still picture, boolean[] known) {
        FrameSize size = picture.size();
        float[] colours = new float[known.length * 3];
        float[] weights = new float[known.length];
        for (int i = 0; i < known.length; i++) {
            if (known[i]) {
                int rgb = picture.argb()[i];
                weights[i] = 1;
                colours[3 * i] = rgb & 255;
                colours[3 * i + 1] = rgb >> 8 & 255;
                colours[3 * i + 2] = rgb >> 16 & 255;
            }
        }
        try (Mat colour = new Mat(size.height(), size.width(), CV_32FC3);
                Mat weight = new Mat(size.height(), size.width(), CV_32F)) {
            new FloatPointer(colour.data()).put(colours);
            new FloatPointer(weight.data()).put(weights);
            pull(colour, weight);
            new FloatPointer(colour.data()).get(colours);
        }
        int[] argb = picture.argb().clone();
        for (int i = 0; i < known.length; i++) {
            if (!known[i]) {
                argb[i] = 0xff000000 | level(colours[3 * i + 2]) << 16 | level(colours[3 * i + 1]) << 8
                        | level(colours[3 * i]);
            }
        }
        return new Still(size, argb);
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** @param colour times its weight, becomes whole */
    private static void pull(Mat colour, Mat weight) {
        if (colour.cols() == 1 && colour.rows() == 1) {
            whole(colour, weight, colour);
            return;
        }
        try (Size half = new Size((colour.cols() + 1) / 2, (colour.rows() + 1) / 2);
                Mat coarse = new Mat();
                Mat share = new Mat();
                Mat fine = new Mat()) {
            resize(colour, coarse, half, 0, 0, INTER_AREA);
            resize(weight, share, half, 0, 0, INTER_AREA);
            pull(coarse, share);
            try (Size size = new Size(colour.cols(), colour.rows())) {
                resize(coarse, fine, size, 0, 0, INTER_LINEAR);
            }
            whole(colour, weight, fine);
        }
    }

    /** What a point lacks of weight comes from the coarser picture. */
    private static void whole(Mat colour, Mat weight, Mat coarser) {
        int points = colour.cols() * colour.rows();
        float[] own = new float[points * 3];
        float[] other = new float[points * 3];
        float[] share = new float[points];
        new FloatPointer(colour.data()).get(own);
        new FloatPointer(coarser.data()).get(other);
        new FloatPointer(weight.data()).get(share);
        boolean last = colour == coarser;
        for (int i = 0; i < points; i++) {
            for (int c = 3 * i; c < 3 * i + 3; c++) {
                own[c] = last ? own[c] / Math.max(share[i], 1e-9f) : own[c] + (1 - share[i]) * other[c];
            }
        }
        new FloatPointer(colour.data()).put(own);
    }
}
