package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.filmwright.base.Failure;

/** The system's openh264, set up as the bundled one is: the same settings, several times the speed. */
final class SystemCoder implements GroupCoder {
    private static final int I420 = 23;
    private static final int IDR = 1;
    private static final byte NO_PICTURE = 0;
    /** Start code, kind of unit, profile, constraints, level. */
    private static final int PROFILE_AND_LEVEL = 8;
    /** {@code SSourcePicture} */
    private static final long PICTURE_SIZE = 72;
    private static final long STRIDES = 4;
    private static final long PLANES = 24;
    private static final long PICTURE_WIDTH = 56;
    private static final long PICTURE_HEIGHT = 60;
    private static final long TIME_STAMP = 64;
    /** {@code SFrameBSInfo} and its {@code SLayerBSInfo} */
    private static final long INFO_SIZE = 5144;
    private static final long LAYERS = 8;
    private static final long LAYER_SIZE = 40;
    private static final long LAYER_TYPE = 8;
    private static final long UNITS = 16;
    private static final long UNIT_SIZES = 24;
    private static final long BYTES = 32;
    private static final long FRAME_TYPE = 5128;

    private final Arena arena = Arena.ofShared();
    private final OpenH264Library library;
    private final MemorySegment object;
    private final OpenH264 encoder;
    private final VideoSettings settings;
    private final AVCodecParameters description = avcodec_parameters_alloc();
    private final MemorySegment picture = arena.allocate(PICTURE_SIZE, 8);
    private final MemorySegment info = arena.allocate(INFO_SIZE, 8);
    private boolean initialized;

    private SystemCoder(OpenH264Library library, VideoSettings settings) {
        this.library = library;
        this.settings = settings;
        object = library.create();
        encoder = new OpenH264(object);
    }

    /** Empty where the system's encoder does not take the settings of the bundled one. */
    static Optional<SystemCoder> like(BundledCoder bundled, OpenH264Library library, VideoSettings settings)
            throws MediaException {
        SystemCoder coder = new SystemCoder(library, settings);
        if (bundled.parameters().isPresent() && coder.begin(bundled)) {
            return Optional.of(coder);
        }
        coder.close();
        return Optional.empty();
    }

    /** Whether it started and says the same of its pictures as the bundled one: profile, level, entropy coding. */
    private boolean begin(BundledCoder bundled) throws MediaException {
        initialized = encoder.initialize(bundled.parameters().orElseThrow());
        if (!initialized || !encoder.encodeParameterSets(info)) {
            return false;
        }
        byte[] own = bytes(true);
        byte[] theirs = bundled.parameterSets();
        Libav.check(avcodec_parameters_copy(description, bundled.description()), "Starting the H.264 encoder");
        Libav.extradata(description, own);
        return Arrays.mismatch(own, theirs) >= PROFILE_AND_LEVEL || Arrays.equals(own, theirs);
    }

    @Override
    public AVCodecParameters description() {
        return description;
    }

    @Override
    public List<AVPacket> code(List<YuvFrame> group, long first) throws MediaException {
        List<AVPacket> packets = new ArrayList<>(group.size());
        try {
            for (int i = 0; i < group.size(); i++) {
                show(group.get(i).av(), first + i);
                if (!encoder.encode(picture, info, i == 0)) {
                    throw new MediaException(new Failure.Exhausted("memory", "The H.264 encoder could not go on."));
                }
                packets.add(packet(first + i));
            }
            return packets;
        } catch (MediaException e) {
            packets.forEach(org.bytedeco.ffmpeg.global.avcodec::av_packet_free);
            throw e;
        }
    }

    /** Points {@code picture} to a frame. */
    private void show(AVFrame frame, long n) {
        picture.set(ValueLayout.JAVA_INT, 0, I420);
        for (int p = 0; p < 3; p++) {
            picture.set(ValueLayout.JAVA_INT, STRIDES + 4L * p, frame.linesize(p));
            picture.set(ValueLayout.JAVA_LONG, PLANES + 8L * p, frame.data(p).address());
        }
        picture.set(ValueLayout.JAVA_INT, PICTURE_WIDTH, settings.size().width());
        picture.set(ValueLayout.JAVA_INT, PICTURE_HEIGHT, settings.size().height());
        picture.set(ValueLayout.JAVA_LONG, TIME_STAMP,
                n * 1000 * settings.rate().denominator() / settings.rate().numerator());
    }

    private AVPacket packet(long n) throws MediaException {
        byte[] coded = bytes(false);
        AVPacket packet = av_packet_alloc();
        Libav.check(av_new_packet(packet, coded.length), "Coding a frame");
        packet.data().put(coded);
        packet.pts(n).dts(n).flags(info.get(ValueLayout.JAVA_INT, FRAME_TYPE) == IDR ? AV_PKT_FLAG_KEY : 0);
        return packet;
    }

    /** The layers in {@code info} that hold parameter sets, or those that hold pictures. */
    @SuppressWarnings("restricted")
    private byte[] bytes(boolean parameterSets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        int layers = info.get(ValueLayout.JAVA_INT, 0);
        for (int i = 0; i < layers; i++) {
            MemorySegment layer = info.asSlice(LAYERS + i * LAYER_SIZE, LAYER_SIZE);
            if (parameterSets == (layer.get(ValueLayout.JAVA_BYTE, LAYER_TYPE) == NO_PICTURE)) {
                int units = layer.get(ValueLayout.JAVA_INT, UNITS);
                int[] sizes = layer.get(ValueLayout.ADDRESS, UNIT_SIZES)
                        .reinterpret(4L * units)
                        .toArray(ValueLayout.JAVA_INT);
                out.writeBytes(layer.get(ValueLayout.ADDRESS, BYTES)
                        .reinterpret(Arrays.stream(sizes).sum())
                        .toArray(ValueLayout.JAVA_BYTE));
            }
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        if (initialized) {
            encoder.uninitialize();
        }
        library.destroy(object);
        avcodec_parameters_free(description);
        arena.close();
    }
}
