package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.NORM_L2;
import static org.bytedeco.opencv.global.opencv_core.norm;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * What the encoder took away: luma of frames as they lie in the file against the same as they were drawn; the worst of the
 * first, the middle and the last.
 *
 * @param psnr in dB, at most 100
 */
public record CodingLoss(double ssim, double psnr) {
    private static final double MOST = 100;

    /** Draws the frames once more; the same camera draws the same. */
    public static CodingLoss of(Camera camera, Path clip) throws MediaException {
        CodingLoss worst = new CodingLoss(1, MOST);
        try (VideoReader reader = VideoReader.open(clip);
                YuvFrame drawn = new YuvFrame(camera.size());
                YuvFrame read = new YuvFrame(camera.size())) {
            if (!reader.stores(camera.size())) {
                return worst;
            }
            for (int n : List.of(0, camera.frames() / 2, camera.frames() - 1)) {
                camera.frame(n, drawn);
                reader.read(n, read);
                worst = worst.worse(between(drawn, read));
            }
        }
        return worst;
    }

    private CodingLoss worse(CodingLoss other) {
        return new CodingLoss(Math.min(ssim, other.ssim), Math.min(psnr, other.psnr));
    }

    private static CodingLoss between(YuvFrame drawn, YuvFrame read) {
        try (Mat a = luma(drawn); Mat b = luma(read)) {
            double error = norm(a, b, NORM_L2, null);
            double mean = error * error / a.total();
            return new CodingLoss(Likeness.ssim(a, b),
                    Math.min(MOST, 10 * Math.log10(255 * 255 / Math.max(1e-9, mean))));
        }
    }

    private static Mat luma(YuvFrame frame) {
        Mat mat = new Mat(frame.size().height(), frame.size().width(), CV_8UC1);
        mat.data().put(frame.luma());
        return mat;
    }
}
