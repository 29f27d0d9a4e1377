package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.filmwright.base.FrameSize;

/**
 * One frame as film stores it: yuv420p, BT.709, limited range, chroma sited left; even sides. Native memory: close it.
 */
public final class YuvFrame implements AutoCloseable {
    private final FrameSize size;
    private final AVFrame frame;
    private final ByteBuffer[] planes = new ByteBuffer[3];

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
            int rows = p == 0 ? size.height() : size.height() / 2;
            planes[p] = frame.data(p).capacity((long) rows * frame.linesize(p)).asByteBuffer();
        }
    }

    public FrameSize size() {
        return size;
    }

    /** A sample as stored: plane 0 is Y, 1 is U (Cb), 2 is V (Cr), the latter two at half the size. */
    public int sample(int plane, int x, int y) {
        return planes[plane].get(y * frame.linesize(plane) + x) & 0xff;
    }

    /** All of Y, row by row. */
    public byte[] luma() {
        byte[] luma = new byte[size.width() * size.height()];
        for (int y = 0; y < size.height(); y++) {
            planes[0].get(y * frame.linesize(0), luma, y * size.width(), size.width());
        }
        return luma;
    }

    AVFrame av() {
        return frame;
    }

    /** Takes over the samples of a frame of the same size. */
    void copyOf(YuvFrame other) {
        if (av_frame_copy(frame, other.frame) < 0) {
            throw new IllegalArgumentException("A frame of " + other.size + " for one of " + size);
        }
    }

    /** Fills a plane with what {@code source} shows through {@code map}. */
    void draw(int plane, SamplePlane source, SamplePlane.Affine map) {
        int shift = plane == 0 ? 0 : 1;
        IntBuffer quads = planes[plane].order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        source.draw(map, quads, frame.linesize(plane) / 4, size.width() >> shift, size.height() >> shift);
    }

    /** Lays what was drawn over a part of a plane. */
    void lay(int plane, Overlay overlay, Overlay.Part part) {
        if (part.width() > 0 && part.height() > 0) {
            overlay.cover(planes[plane].order(ByteOrder.LITTLE_ENDIAN).asIntBuffer(), frame.linesize(plane) / 4, part);
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
    }
}
