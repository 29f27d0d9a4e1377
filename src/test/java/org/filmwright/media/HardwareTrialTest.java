package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials with encoders of the processor that stand in for those of cards. */
class HardwareTrialTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);
    private static final HardwareEncoder GOOD = standIn("libopenh264", AV_PIX_FMT_YUV420P);
    private static final HardwareEncoder NOBODY = standIn("h264_nobody", AV_PIX_FMT_YUV420P);

    private static HardwareEncoder standIn(String name, int pixels) {
        return new HardwareEncoder(name, "a stand-in", pixels, "", Map.of());
    }

    private static boolean passes(HardwareEncoder encoder) {
        return new HardwareTrial(encoder).passes(SIZE, FrameRate.FILM);
    }

    @Test
    void oneWhoseFilmComesBackRightPasses() {
        assertTrue(passes(GOOD));
    }

    @Test
    void oneThatIsNotThereDoesNotPass() {
        assertFalse(passes(NOBODY));
    }

    @Test
    void oneThatDoesNotTakeThePicturesDoesNotPass() {
        assertFalse(passes(standIn("libopenh264", AV_PIX_FMT_NV12)));
    }

    @Test
    void oneThatCodesSomethingElseDoesNotPass() {
        assertFalse(passes(standIn("mpeg4", AV_PIX_FMT_YUV420P)));
    }

    @Test
    void theFirstThatPassesIsTheMachines() {
        assertEquals(Optional.of(GOOD), HardwareEncoder.firstOf(List.of(NOBODY, GOOD)));
        assertEquals(Optional.empty(), HardwareEncoder.firstOf(List.of(NOBODY)));
    }

    @Test
    void whereNoCardCanAFilmThatWantsOneIsCodedAsUsual(@TempDir Path folder) throws IOException {
        VideoSettings wanting = new VideoSettings(SIZE, FrameRate.FILM, VideoSettings.Purpose.FILM, List.of(), true);
        Path film = folder.resolve("film.mp4");
        try (VideoWriter writer = VideoWriter.open(film, wanting)) {
            for (int n = 0; n < 30; n++) {
                writer.write(new int[SIZE.width() * SIZE.height()]);
            }
            writer.finish();
        }
        assertEquals(30, VideoProbe.of(film).frames());
    }
}
