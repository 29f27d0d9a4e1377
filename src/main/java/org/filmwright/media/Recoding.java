package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.filmwright.base.FrameSize;

/** Converts frames between sizes and between RGB and BT.709 YUV. Native memory, one thread: close it. */
final class Recoding implements AutoCloseable {
    private static final int EXACT = SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;

    private final SwsContext scaler;
    private final FrameSize argbSize;
    private final FrameSize source;
    private final int sourceFormat;
    private final IntPointer pixels;
    private final PointerPointer<IntPointer> planes;
    private final IntPointer stride;

    private Recoding(FrameSize argbSize, SwsContext scaler, FrameSize source, int sourceFormat) {
        this.source = source;
        this.sourceFormat = sourceFormat;
        this.scaler = scaler;
        this.argbSize = argbSize;
        pixels = new IntPointer((long) argbSize.width() * argbSize.height());
        planes = new PointerPointer<IntPointer>(4).put(0, pixels);
        stride = new IntPointer(argbSize.width() * 4, 0, 0, 0);
    }

    /** From 0xAARRGGBB pixels (alpha is ignored) to film frames of the same size. */
    static Recoding toYuv(FrameSize size) throws MediaException {
        SwsContext scaler = scaler(size, AV_PIX_FMT_BGRA, size, AV_PIX_FMT_YUV420P, SWS_AREA | EXACT);
        colours(scaler, SWS_CS_ITU709, 1, 0);
        return new Recoding(size, scaler, size, AV_PIX_FMT_BGRA);
    }

    /** From decoded frames like {@code sample}, whatever their colours, to 0xffRRGGBB pixels of a size. */
    static Recoding toArgb(AVFrame sample, FrameSize out) throws MediaException {
        FrameSize in = new FrameSize(sample.width(), sample.height());
        int filter = in.equals(out) ? SWS_BILINEAR : out.width() < in.width() ? SWS_AREA : SWS_BICUBIC;
        SwsContext scaler = scaler(in, sample.format(), out, AV_PIX_FMT_BGRA, filter | EXACT);
        colours(scaler, matrixOf(sample), sample.color_range() == AVCOL_RANGE_JPEG ? 1 : 0, 1);
        return new Recoding(out, scaler, in, sample.format());
    }

    /** Whether it can take a frame: a file may change its mind about size and colours half-way. */
    boolean takes(AVFrame frame) {
        return frame.width() == source.width() && frame.height() == source.height() && frame.format() == sourceFormat;
    }

    void toYuv(int[] argb, YuvFrame into) {
        pixels.put(argb, 0, argbSize.width() * argbSize.height());
        AVFrame frame = into.av();
        sws_scale(scaler, planes, stride, 0, argbSize.height(), frame.data(), frame.linesize());
    }

    void toArgb(AVFrame frame, int[] argb) {
        sws_scale(scaler, frame.data(), frame.linesize(), 0, frame.height(), planes, stride);
        pixels.get(argb, 0, argbSize.width() * argbSize.height());
    }

    /** Untagged video is BT.709 from 720 lines on and BT.601 below, as players assume. */
    private static int matrixOf(AVFrame frame) {
        if (frame.colorspace() != AVCOL_SPC_UNSPECIFIED) {
            return frame.colorspace();
        }
        return frame.height() >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }

    private static SwsContext scaler(FrameSize in, int inFormat, FrameSize out, int outFormat, int flags)
            throws MediaException {
        SwsContext scaler = sws_getContext(in.width(), in.height(), inFormat, out.width(), out.height(), outFormat,
                flags,
                (SwsFilter) null, (SwsFilter) null, (DoublePointer) null);
        if (scaler == null || scaler.isNull()) {
            throw MediaException.refused("Pictures that are stored in this way cannot be shown.",
                    "Convert the file to H.264.");
        }
        return scaler;
    }

    private static void colours(SwsContext scaler, int matrix, int fullIn, int fullOut) {
        IntPointer coefficients = sws_getCoefficients(matrix);
        sws_setColorspaceDetails(scaler, coefficients, fullIn, coefficients, fullOut, 0, 1 << 16, 1 << 16);
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        pixels.close();
        planes.close();
        stride.close();
    }
}
