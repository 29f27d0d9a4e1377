package org.filmwright.media;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/**
 * An openh264 encoder by its public C interface ({@code ISVCEncoder}, codec_api.h; {@code SEncParamExt},
 * codec_app_def.h), for what FFmpeg does not pass on. It lives where its pointer points; this only calls it.
 */
@SuppressWarnings("restricted")
final class OpenH264 {
    private static final int INITIALIZE = 1;
    private static final int UNINITIALIZE = 3;
    private static final int ENCODE_FRAME = 4;
    private static final int ENCODE_PARAMETER_SETS = 5;
    private static final int FORCE_INTRA_FRAME = 6;
    private static final int SET_OPTION = 7;
    private static final int GET_OPTION = 8;
    private static final int METHODS = 9;

    private static final int PARAMETERS = 3;
    private static final int TRACE_LEVEL = 25;
    /** Larger than any known {@code SEncParamExt}, which takes about 930 bytes. */
    private static final int ROOM = 4096;

    private static final long WIDTH = 4;
    private static final long HEIGHT = 8;
    /** {@code sSpatialLayers[0].iMaxSpatialBitrate}; 0 lets the encoder find the lowest level for the size. */
    private static final long MOST_BITS = 48;
    private static final long GROUP = 836;
    private static final long MOST_QP = 868;
    private static final long LEAST_QP = 872;
    private static final long MARK_PERIOD = 888;
    private static final long DENOISE = 908;
    private static final long BACKGROUND_DETECTION = 909;

    private final MemorySegment object;
    private final MemorySegment methods;

    /** @param object an {@code ISVCEncoder*} */
    OpenH264(MemorySegment object) {
        this.object = object;
        methods = object.reinterpret(8).get(ValueLayout.ADDRESS, 0).reinterpret(METHODS * 8L);
    }

    /** The encoder behind FFmpeg's, which is the second member of its private data. */
    static OpenH264 of(AVCodecContext encoder) {
        return new OpenH264(MemorySegment.ofAddress(encoder.priv_data().address())
                .reinterpret(16)
                .get(ValueLayout.ADDRESS, 8));
    }

    /**
     * Has every block coded for what it shows. Background detection, made for video calls, codes a block whose mean does
     * not change as "the same as before": under a slow camera move the paper of a picture would stand still and jump at
     * every key frame (openh264 issue 3497). FFmpeg turns it on without asking.
     *
     * @param encoder FFmpeg's encoder, of which this is the inside
     * @return its parameters from then on; none, with nothing changed, where they do not lie where this build knows them
     */
    Optional<MemorySegment> codeEveryBlock(AVCodecContext encoder, Arena arena) {
        MemorySegment parameters = arena.allocate(ROOM, 8);
        if (call(GET_OPTION, PARAMETERS, parameters) != 0 || !isWhatWasSet(parameters, encoder)) {
            return Optional.empty();
        }
        parameters.set(ValueLayout.JAVA_BYTE, BACKGROUND_DETECTION, (byte) 0);
        return call(SET_OPTION, PARAMETERS, parameters) == 0 ? Optional.of(parameters) : Optional.empty();
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

    /** Starts a new encoder, silently, like another. @return whether it took the parameters */
    boolean initialize(MemorySegment parameters) {
        try (Arena arena = Arena.ofConfined()) {
            parameters.set(ValueLayout.JAVA_INT, MOST_BITS, 0);
            return call(SET_OPTION, TRACE_LEVEL, arena.allocateFrom(ValueLayout.JAVA_INT, 0)) == 0
                    && call(INITIALIZE, parameters) == 0;
        }
    }

    /** Writes SPS and PPS to a {@code SFrameBSInfo}. */
    boolean encodeParameterSets(MemorySegment info) {
        return call(ENCODE_PARAMETER_SETS, info) == 0;
    }

    /** Codes a {@code SSourcePicture} to a {@code SFrameBSInfo}. */
    boolean encode(MemorySegment picture, MemorySegment info, boolean key) {
        if (key && call(FORCE_INTRA_FRAME, 1) != 0) {
            return false;
        }
        return call(ENCODE_FRAME, picture, info) == 0;
    }

    void uninitialize() {
        call(UNINITIALIZE);
    }

    /** {@code int method(ISVCEncoder*, …)}, whose arguments are integers and pointers. */
    private int call(int method, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length + 1];
        Object[] all = new Object[arguments.length + 1];
        layouts[0] = ValueLayout.ADDRESS;
        all[0] = object;
        for (int i = 0; i < arguments.length; i++) {
            layouts[i + 1] = arguments[i] instanceof Integer ? ValueLayout.JAVA_INT : ValueLayout.ADDRESS;
            all[i + 1] = arguments[i];
        }
        MethodHandle handle = Linker.nativeLinker()
                .downcallHandle(methods.get(ValueLayout.ADDRESS, method * 8L), FunctionDescriptor
                        .of(ValueLayout.JAVA_INT, layouts));
        try {
            return (int) handle.invokeWithArguments(all);
        } catch (Throwable e) {
            throw new IllegalStateException("A C function cannot throw", e);
        }
    }
}
