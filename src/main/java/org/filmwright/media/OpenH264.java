package org.filmwright.media;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/**
 * Settings of the OpenH264 encoder that FFmpeg does not pass on. Its background detection, made for video calls, codes
 * a block whose mean does not change as "the same as before": under a slow camera move the paper of a picture would
 * stand still and jump at every key frame (openh264 issue 3497). FFmpeg turns it on without asking; this turns it off
 * through the encoder's own C interface ({@code ISVCEncoder}, codec_api.h; {@code SEncParamExt}, codec_app_def.h).
 */
@SuppressWarnings("restricted")
final class OpenH264 {
    private static final int PARAMETERS = 3;
    private static final int SET_OPTION = 7;
    private static final int GET_OPTION = 8;
    /** Larger than any known {@code SEncParamExt}, which takes about 930 bytes. */
    private static final int ROOM = 4096;

    private static final long WIDTH = 4;
    private static final long HEIGHT = 8;
    private static final long GROUP = 836;
    private static final long MOST_QP = 868;
    private static final long LEAST_QP = 872;
    private static final long MARK_PERIOD = 888;
    private static final long DENOISE = 908;
    private static final long BACKGROUND_DETECTION = 909;

    private OpenH264() {}

    /**
     * Has every block coded for what it shows.
     *
     * @return false, with nothing changed, where the encoder's parameters do not lie where this build knows them to lie
     */
    static boolean codeEveryBlock(AVCodecContext encoder) {
        MemorySegment context = MemorySegment.ofAddress(encoder.priv_data().address()).reinterpret(16);
        MemorySegment object = context.get(ValueLayout.ADDRESS, 8).reinterpret(8);
        MemorySegment methods = object.get(ValueLayout.ADDRESS, 0).reinterpret(9 * 8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameters = arena.allocate(ROOM, 8);
            if (call(methods, GET_OPTION, object, parameters) != 0 || !isWhatWasSet(parameters, encoder)) {
                return false;
            }
            parameters.set(ValueLayout.JAVA_BYTE, BACKGROUND_DETECTION, (byte) 0);
            return call(methods, SET_OPTION, object, parameters) == 0;
        }
    }

    /** Whether the parameters read are those that were given to FFmpeg or that FFmpeg sets itself. */
    private static boolean isWhatWasSet(MemorySegment parameters, AVCodecContext encoder) {
        return parameters.get(ValueLayout.JAVA_INT, WIDTH) == encoder.width()
                && parameters.get(ValueLayout.JAVA_INT, HEIGHT) == encoder.height()
                && parameters.get(ValueLayout.JAVA_INT, GROUP) == encoder.gop_size()
                && parameters.get(ValueLayout.JAVA_INT, MOST_QP) == encoder.qmax()
                && parameters.get(ValueLayout.JAVA_INT, LEAST_QP) == encoder.qmin()
                && parameters.get(ValueLayout.JAVA_INT, MARK_PERIOD) == 30
                && parameters.get(ValueLayout.JAVA_BYTE, DENOISE) == 0
                && parameters.get(ValueLayout.JAVA_BYTE, BACKGROUND_DETECTION) == 1;
    }

    /** {@code int method(ISVCEncoder*, int option, void* value)} */
    private static int call(MemorySegment methods, int index, MemorySegment object, MemorySegment value) {
        MethodHandle method = Linker.nativeLinker()
                .downcallHandle(methods.get(ValueLayout.ADDRESS, index * 8L), FunctionDescriptor
                        .of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try {
            return (int) method.invokeExact(object, PARAMETERS, value);
        } catch (Throwable e) {
            throw new IllegalStateException("A C function cannot throw", e);
        }
    }
}
