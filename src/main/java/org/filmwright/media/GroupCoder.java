package org.filmwright.media;

import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * An H.264 encoder that codes whole groups of pictures, each beginning with a key frame. One thread and one slice: with
 * more of them openh264 moves the borders of its slices by the clock, and the same film would not have the same bytes
 * twice. Native memory: close it.
 */
sealed interface GroupCoder extends AutoCloseable permits BundledCoder, SystemCoder, HardwareCoder {
    /** Makes a coder. */
    @FunctionalInterface
    interface Source {
        GroupCoder open(VideoSettings settings) throws MediaException;
    }

    /** The encoder of a graphics card where it is wanted and there is one, else, without a word, the usual one. */
    static GroupCoder open(VideoSettings settings) throws MediaException {
        if (settings.hardware() && HardwareEncoder.ofMachine().isPresent()) {
            try {
                return new HardwareCoder(HardwareEncoder.ofMachine().get(), settings);
            } catch (MediaException busy) {
                System.getLogger(GroupCoder.class.getName())
                        .log(System.Logger.Level.DEBUG, "The usual encoder is used", busy);
            }
        }
        return software(settings);
    }

    /** The quickest encoder of this machine: openh264 with its assembler where the system has it (decision 0009). */
    private static GroupCoder software(VideoSettings settings) throws MediaException {
        BundledCoder bundled = new BundledCoder(settings);
        Optional<OpenH264Library> library = OpenH264Library.ofSystem();
        if (library.isEmpty()) {
            return bundled;
        }
        Optional<SystemCoder> system = SystemCoder.like(bundled, library.get(), settings);
        system.ifPresent(better -> bundled.close());
        return system.isPresent() ? system.get() : bundled;
    }

    /** What the coded pictures are, as a file's header says it; owned by the coder. */
    AVCodecParameters description();

    /** SPS and PPS, each after a start code. */
    default byte[] parameterSets() {
        byte[] sets = new byte[description().extradata_size()];
        description().extradata().get(sets);
        return sets;
    }

    /**
     * Codes {@code group}, whose first frame is number {@code first}; each frame is coded before the next is asked for.
     * The caller frees the packets.
     */
    List<AVPacket> code(Iterable<YuvFrame> group, long first) throws MediaException;

    @Override
    void close();
}
