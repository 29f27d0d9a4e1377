package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.filmwright.base.FrameSize;

/**
 * One frame as film stores it: yuv420p, BT.709, limited range, chroma sited left; even sides. Native memory: close it.
 */
public final class YuvFrame implements AutoCloseable {
    private final FrameSize size;
    private final AVFrame frame;
    private final Mat[] planes = new Mat[3];

    public YuvFrame(FrameSize size) {
        this.size = size;
        frame = av_frame_alloc();
        frame.width(size.width()).height(size.height()).format(AV_PIX_FMT_YUV420P);
        frame.colorspace(AVCOL_SPC_BT709).color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
        frame.color_range(AVCOL_RANGE_MPEG).chroma_location(AVCHROMA_LOC_LEFT);
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new OutOfMemoryError("No native memory for a frame of " + size);
        }
        for (int p = 0; p < 3; p++) {
            int shift = p == 0 ? 0 : 1;
            planes[p] = new Mat(size.height() >> shift, size.width() >> shift, CV_8UC1, frame.data(p),
                    frame.linesize(p));
        }
    }

    public FrameSize size() {
        return size;
    }

    /** A sample as stored: plane 0 is Y, 1 is U (Cb), 2 is V (Cr), the latter two at half the size. */
    public int sample(int plane, int x, int y) {
        return planes[plane].ptr(y, x).get() & 0xff;
    }

    AVFrame av() {
        return frame;
    }

    Mat plane(int p) {
        return planes[p];
    }

    @Override
    public void close() {
        for (Mat plane : planes) {
            plane.close();
        }
        av_frame_free(frame);
    }
}
