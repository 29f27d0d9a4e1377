package org.filmwright.media;

import java.nio.IntBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.filmwright.base.FrameSize;

/**
 * The grabber that comes with JavaCV, as its users use it: the fair peer of benches that seek. The product itself never
 * reads with it.
 */
public final class BareGrabber implements AutoCloseable {
    private final FFmpegFrameGrabber grabber;
    private final FrameSize size;

    private BareGrabber(FFmpegFrameGrabber grabber, FrameSize size) {
        this.grabber = grabber;
        this.size = size;
    }

    /** @param size of the pictures it gives */
    public static BareGrabber open(Path file, FrameSize size) throws MediaException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
        grabber.setImageWidth(size.width());
        grabber.setImageHeight(size.height());
        grabber.setPixelFormat(avutil.AV_PIX_FMT_BGRA);
        grabber.setImageScalingFlags(swscale.SWS_AREA);
        try {
            grabber.start();
            return new BareGrabber(grabber, size);
        } catch (FrameGrabber.Exception e) {
            throw MediaException.refused(file + " is not a video that can be read.", "Use an MP4, MOV or MKV file.");
        }
    }

    /** Frame {@code n} by the exact one of its ways (film.md 4.5). @param argb filled, row by row */
    public void read(int n, int[] argb) throws MediaException {
        try {
            grabber.setVideoFrameNumber(n);
            Frame frame = grabber.grabImage();
            if (frame == null) {
                throw MediaException.refused("The grabber gave no frame " + n + ".", "Make the file again.");
            }
            IntBuffer pixels = ((java.nio.ByteBuffer) frame.image[0]).order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer();
            for (int y = 0; y < size.height(); y++) {
                pixels.get(y * frame.imageStride / 4, argb, y * size.width(), size.width());
            }
        } catch (FrameGrabber.Exception e) {
            throw MediaException.refused("The grabber failed: " + e.getMessage() + ".", "Make the file again.");
        }
    }

    @Override
    public void close() throws MediaException {
        try {
            grabber.close();
        } catch (FrameGrabber.Exception e) {
            throw MediaException.refused("The grabber failed: " + e.getMessage() + ".", "Run it again.");
        }
    }
}
