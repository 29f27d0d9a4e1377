package org.filmwright.media;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A frame of a clip against the part of the picture that it shows, which is found by itself.
 *
 * @param sharpness variance of the Laplacian, frame by picture; 1 is equal
 * @param likeness SSIM
 * @param clipping more share of pixels at black or white than in the picture
 * @param exposure difference of mean luma, of 255
 */
public record SourceMatch(double sharpness, double likeness, double clipping, double exposure) {
    /** @param frame luma, 640 pixels wide */
    static SourceMatch of(Mat frame, Still picture) {
        double frameAspect = (double) frame.cols() / frame.rows();
        int width = (int) Math.round(frame.cols() * Math.max(1, picture.size().aspect() / frameAspect));
        try (Mat grey = PictureMeter.grey(picture, width);
                Mat part = Registration.locate(frame, grey).applied(grey, frame.size())) {
            return new SourceMatch(PictureMeter.sharpness(frame) / Math.max(1e-6, PictureMeter.sharpness(part)),
                    Likeness.ssim(frame, part), PictureMeter.clipped(frame) - PictureMeter.clipped(part),
                    PictureMeter.Spread.of(frame).mean() - PictureMeter.Spread.of(part).mean());
        }
    }
}
