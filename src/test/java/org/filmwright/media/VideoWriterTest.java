package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoWriterTest {
    private static final FrameSize SMALL = new FrameSize(320, 180);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0xffff0000, 0xff00ff00, 0xff0000ff, 0xff808080, 0xff000000, 0xffffffff, 0xff336699})
    void aColourComesBackWithinThreeOf255(int colour) throws IOException {
        Path clip = filmed(colour);
        try (VideoReader reader = VideoReader.open(clip)) {
            int seen = reader.still(2).argb()[100 * 320 + 160];
            for (int shift = 0; shift <= 16; shift += 8) {
                assertEquals(colour >> shift & 255, seen >> shift & 255, 3);
            }
        }
    }

    @Test
    void pureRedIsStoredAsBt709() throws IOException {
        Path clip = filmed(0xffff0000);
        try (VideoReader reader = VideoReader.open(clip)) {
            AVFrame frame = reader.decode(1);
            assertEquals(List.of(63, 102, 240), List.of(sample(frame, 0), sample(frame, 1), sample(frame, 2)));
        }
    }

    @Test
    void aFileSaysWhatItIsAndStartsFast() throws IOException {
        VideoInfo info = VideoProbe.of(filmed(0xff204060));
        assertEquals("tv,bt709,bt709,bt709", info.colours());
        assertEquals("yuv420p", info.pixels());
        assertEquals("h264", info.codec());
        assertEquals(SMALL, info.size());
        assertEquals(FrameRate.FILM, info.rate());
        assertEquals(5, info.frames());
        assertTrue(info.faststart());
    }

    @Test
    void theSameFramesMakeTheSameBytes() throws IOException {
        Path one = folder.resolve("one.mp4");
        Path two = folder.resolve("two.mp4");
        Path picture = folder.resolve("boxes.png");
        Scenes.boxes(new FrameSize(640, 360)).writePng(picture);
        CameraPath path = new CameraPath(Region.WHOLE,
                new Region(0.1, 0.05, 0.8, 0.8), Easing.SOFT, Shake.NONE, 30, FrameRate.FILM);
        Scenes.film(picture, path, Scenes.clip(new FrameSize(640, 360)), one);
        Scenes.film(picture, path, Scenes.clip(new FrameSize(640, 360)), two);
        assertEquals(Digest.ofFile(one), Digest.ofFile(two));
    }

    /** Fails when a new FFmpeg build lays the encoder's parameters out differently: see decision 5. */
    @Test
    void theEncoderCodesEveryBlock() throws IOException {
        try (BundledCoder coder = new BundledCoder(Scenes.clip(FrameSize.HD))) {
            assertTrue(coder.parameters().isPresent());
        }
    }

    /** Grain is what an encoder for video calls takes for background that stands still. */
    @Test
    void aSlowMoveOverGrainKeepsItsLikenessInEveryFrame() throws IOException {
        FrameSize size = new FrameSize(640, 360);
        Path picture = folder.resolve("grain.png");
        Path clip = folder.resolve("grain.mp4");
        Still grain = Scenes.grain(size);
        grain.writePng(picture);
        CameraPath path = new CameraPath(Region.WHOLE, new Region(0.03, 0.03, 0.94, 0.94), Easing.SOFT, Shake.NONE, 36,
                FrameRate.FILM);
        Scenes.film(picture, path, Scenes.clip(size), clip);
        RostrumCamera camera = new RostrumCamera(grain, path, size);
        try (VideoReader reader = VideoReader.open(clip); YuvFrame drawn = new YuvFrame(size)) {
            for (int n = 0; n < 36; n++) {
                camera.frame(n, drawn);
                assertTrue(likeness(drawn.av(), reader.decode(n)) > 0.97, "frame " + n);
            }
        }
    }

    private static double likeness(AVFrame a, AVFrame b) {
        try (Mat x = new Mat(a.height(), a.width(), CV_8UC1, a.data(0), a.linesize(0));
                Mat y = new Mat(b.height(), b.width(), CV_8UC1, b.data(0), b.linesize(0))) {
            return Likeness.ssim(x, y);
        }
    }

    @Test
    void captionsBecomeOneSoftTrack() throws IOException {
        Path film = folder.resolve("film.mp4");
        VideoSettings settings = new VideoSettings(SMALL, FrameRate.FILM, VideoSettings.Purpose.FILM,
                List.of(new Caption(2, 20, "- Wo warst du?\n- Überall."), new Caption(30, 40, "Nirgends.")));
        Scenes.film(film, settings, 48);
        VideoInfo info = VideoProbe.of(film);
        assertEquals(1, info.captions());
        assertEquals(48, info.frames());
        assertEquals(0, VideoProbe.damagedFrames(film, Progress.NONE));
        assertTrue(new String(Files.readAllBytes(film), java.nio.charset.StandardCharsets.UTF_8).contains("Überall."));
    }

    @Test
    void aFilmThatIsNotFinishedLeavesNothingBehindAndKeepsTheOldOne() throws IOException {
        Path film = folder.resolve("film.mp4");
        Files.writeString(film, "the film of yesterday");
        try (VideoWriter writer = VideoWriter.open(film, Scenes.clip(SMALL))) {
            writer.write(Scenes.numbered(SMALL, 1));
        }
        assertEquals("the film of yesterday", Files.readString(film));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(film), files.toList());
        }
    }

    @Test
    void aMissingFolderIsRefusedInASentence() {
        MediaException refusal = assertThrows(MediaException.class,
                () -> VideoWriter.open(folder.resolve("no/film.mp4"), Scenes.clip(SMALL)));
        assertTrue(refusal.failure() instanceof Failure.Refused);
        assertTrue(refusal.getMessage().contains("there is no folder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7x7", "321x180", "14x14", "8000x4000"})
    void aSizeThatFilmCannotHaveIsRefusedWithOneThatItCan(String size) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> Scenes.clip(FrameSize.parse(size)));
        assertTrue(refusal.getMessage().contains("1280x720"));
    }

    private Path filmed(int colour) throws MediaException {
        Path clip = folder.resolve("plain.mp4");
        try (VideoWriter writer = VideoWriter.open(clip, Scenes.clip(SMALL))) {
            for (int n = 0; n < 5; n++) {
                writer.write(Scenes.plain(SMALL, colour).argb());
            }
            writer.finish();
        }
        return clip;
    }

    private static int sample(AVFrame frame, int plane) {
        return frame.data(plane).get(20L * frame.linesize(plane) + 40) & 255;
    }
}
