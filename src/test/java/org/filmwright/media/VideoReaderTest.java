package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoReaderTest {
    private static final FrameSize SMALL = new FrameSize(320, 180);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"24,CLIP,false", "24,FILM,true", "24000/1001,FILM,false", "30000/1001,CLIP,true", "25,FILM,true"})
    void everyJumpLandsOnTheFrameAskedFor(String rate, VideoSettings.Purpose purpose, boolean captioned)
            throws IOException {
        Path film = folder.resolve("numbers.mp4");
        List<Caption> captions = captioned ? List.of(new Caption(3, 50, "words")) : List.of();
        Scenes.film(film, new VideoSettings(SMALL, FrameRate.parse(rate), purpose, captions), 150);
        Random random = new Random(5);
        try (VideoReader reader = VideoReader.open(film)) {
            assertEquals(150, reader.frames());
            int[] argb = new int[320 * 180];
            for (int i = 0; i < 80; i++) {
                int n = i < 60 ? random.nextInt(150) : 149 - i % 4;
                reader.read(n, SMALL, argb);
                assertEquals(n, Scenes.number(SMALL, argb));
            }
        }
    }

    @Test
    void aClipJoinsAFilmBitForBitWithoutBeingCodedAgain() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        Path film = folder.resolve("film.mp4");
        Scenes.film(clip, Scenes.clip(SMALL), 40);
        VideoSettings settings = new VideoSettings(SMALL, FrameRate.FILM, VideoSettings.Purpose.FILM,
                List.of(new Caption(5, 30, "over the join")));
        try (VideoWriter writer = VideoWriter.open(film, settings)) {
            for (int n = 0; n < 7; n++) {
                writer.write(Scenes.numbered(SMALL, 200 + n));
            }
            assertEquals(0, writer.copy(clip, 5, 40), "frame 5 is no key frame");
            assertEquals(28, writer.copy(clip, 12, 40));
            writer.write(Scenes.numbered(SMALL, 255));
            assertEquals(30, writer.copy(clip, 0, 30));
            writer.finish();
        }
        assertEquals(0, VideoProbe.damagedFrames(film, Progress.NONE));
        try (VideoReader joined = VideoReader.open(film); VideoReader source = VideoReader.open(clip)) {
            assertEquals(66, joined.frames());
            assertEquals(255, Scenes.number(SMALL, joined.still(35).argb()));
            assertTrue(Arrays.equals(source.still(12).argb(), joined.still(7).argb()));
            assertTrue(Arrays.equals(source.still(39).argb(), joined.still(34).argb()));
            assertTrue(Arrays.equals(source.still(29).argb(), joined.still(65).argb()));
        }
    }

    @Test
    void aClipOfAnotherSizeIsNotCopied() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        Scenes.film(clip, Scenes.clip(new FrameSize(640, 360)), 12);
        try (VideoWriter writer = VideoWriter.open(folder.resolve("film.mp4"), Scenes.clip(SMALL))) {
            assertEquals(0, writer.copy(clip, 0, 12));
        }
    }

    @Test
    void damageIsCounted() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        Path picture = folder.resolve("boxes.png");
        Scenes.boxes(SMALL).writePng(picture);
        Scenes.film(picture, new CameraPath(org.filmwright.base.Region.WHOLE, org.filmwright.base.Region.WHOLE,
                Easing.SOFT, Shake.NONE, 24, FrameRate.FILM), Scenes.clip(SMALL), clip);
        byte[] bytes = Files.readAllBytes(clip);
        Arrays.fill(bytes, bytes.length * 3 / 5, bytes.length * 3 / 5 + 400, (byte) 0x5a);
        Files.write(clip, bytes);
        assertTrue(VideoProbe.damagedFrames(clip, Progress.NONE) > 0);
    }

    @ParameterizedTest
    @CsvSource({"'',not a video", "INT. HARBOUR - NIGHT,not a video"})
    void whatIsNoVideoIsRefusedInASentence(String content, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("x.mp4"), content);
        MediaException refusal = assertThrows(MediaException.class, () -> VideoReader.open(file));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }
}
