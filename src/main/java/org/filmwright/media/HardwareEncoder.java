package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * An H.264 encoder in a graphics card, by FFmpeg's name of it. Drivers promise more than they keep, so one counts only
 * after it has coded a second of film that came back right ({@link HardwareTrial}).
 *
 * @param title for people
 * @param pixels FFmpeg's number of the format that it takes
 * @param quantiser the option that the quantiser goes into
 * @param options that have every frame come back at once, and none refer to a later one
 */
public record HardwareEncoder(String name, String title, int pixels, String quantiser, Map<String, String> options) {
    private static final FrameSize TRIED = FrameSize.HD;
    private static final List<HardwareEncoder> KNOWN = List.of(
            new HardwareEncoder("h264_nvenc", "NVIDIA NVENC", AV_PIX_FMT_YUV420P, "qp",
                    Map.of("rc", "constqp", "delay", "0", "zerolatency", "1", "forced-idr", "1")),
            new HardwareEncoder("h264_qsv", "Intel Quick Sync", AV_PIX_FMT_NV12, "global_quality",
                    Map.of("async_depth", "1", "forced_idr", "1")),
            new HardwareEncoder("h264_videotoolbox", "Apple VideoToolbox", AV_PIX_FMT_YUV420P, "",
                    Map.of("realtime", "1", "allow_sw", "0")),
            new HardwareEncoder("h264_mf", "Windows Media Foundation", AV_PIX_FMT_NV12, "",
                    Map.of("hw_encoding", "1")),
            new HardwareEncoder("h264_vaapi", "VA-API", AV_PIX_FMT_NV12, "qp",
                    Map.of("rc_mode", "CQP", "async_depth", "1")));

    public HardwareEncoder {
        options = Map.copyOf(options);
    }

    /** The one of this machine; empty where none passes. Takes a second the first time it is asked. */
    public static Optional<HardwareEncoder> ofMachine() {
        return Machine.ENCODER;
    }

    /** Tried when somebody asks for the first time. */
    private static final class Machine {
        private static final Optional<HardwareEncoder> ENCODER = firstOf(KNOWN);
    }

    /** The first that passes its trial. */
    static Optional<HardwareEncoder> firstOf(List<HardwareEncoder> candidates) {
        return candidates.stream().filter(each -> new HardwareTrial(each).passes(TRIED, FrameRate.FILM)).findFirst();
    }
}
