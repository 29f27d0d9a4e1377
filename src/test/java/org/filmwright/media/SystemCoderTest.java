package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the system has an openh264 of its own: it takes the place of the bundled one and nobody can tell. */
class SystemCoderTest {
    private static final FrameSize SIZE = new FrameSize(640, 360);
    private static final VideoSettings SETTINGS = Scenes.clip(SIZE);

    @BeforeEach
    void theSystemHasOne() {
        assumeTrue(OpenH264Library.ofSystem().isPresent(), "No openh264 in this system");
    }

    @Test
    void itIsChosenAndSaysTheSameOfItsPictures() throws MediaException {
        try (GroupCoder chosen = GroupCoder.open(SETTINGS); BundledCoder bundled = new BundledCoder(SETTINGS)) {
            assertInstanceOf(SystemCoder.class, chosen);
            assertEquals(-1, Arrays.mismatch(bundled.parameterSets(), 0, 8, chosen.parameterSets(), 0, 8));
        }
    }

    @Test
    void itsBytesDoNotDependOnTheClock() throws MediaException {
        try (GroupCoder chosen = GroupCoder.open(SETTINGS); GroupCoder second = GroupCoder.open(SETTINGS)) {
            for (int group = 0; group < 2; group++) {
                assertEquals(coded(chosen, group * 12), coded(second, group * 12));
            }
        }
    }

    /** Twelve frames of a slow move from number {@code first} on: size, key and hash of each. */
    private static List<String> coded(GroupCoder coder, int first) throws MediaException {
        CameraPath path = new CameraPath(Region.WHOLE, new Region(0.1, 0.05, 0.8, 0.8), Easing.SOFT, Shake.NONE, 24,
                FrameRate.FILM);
        RostrumCamera camera = new RostrumCamera(Scenes.grain(SIZE), path, SIZE);
        List<YuvFrame> frames = new ArrayList<>();
        List<AVPacket> packets = List.of();
        try {
            for (int n = 0; n < 12; n++) {
                frames.add(new YuvFrame(SIZE));
                camera.frame(first + n, frames.getLast());
            }
            packets = coder.code(frames, first);
            return packets.stream().map(SystemCoderTest::words).toList();
        } finally {
            frames.forEach(YuvFrame::close);
            packets.forEach(avcodec::av_packet_free);
        }
    }

    private static String words(AVPacket packet) {
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        return packet.pts() + " " + packet.flags() + " " + bytes.length + " " + Arrays.hashCode(bytes);
    }
}
