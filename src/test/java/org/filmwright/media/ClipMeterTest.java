package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipMeterTest {
    private static final FrameSize SIZE = new FrameSize(640, 360);

    @TempDir
    Path folder;

    @Test
    void thePushIsSeenAsAPush() throws IOException {
        ClipMeter meter = measured(Region.WHOLE, new Region(0.05, 0.05, 0.9, 0.9));
        assertEquals(1 / 0.9, meter.drift().zoom(), 0.01);
        assertEquals(0, meter.drift().right(), 0.01);
        assertTrue(meter.drift().followed());
        assertEquals(0, meter.course().jumps() + meter.course().black() + meter.damaged());
        assertTrue(meter.source().orElseThrow().likeness() > 0.95, meter.toString());
    }

    @Test
    void thePanIsSeenAsAPanAndItsStartIsFoundInThePicture() throws IOException {
        ClipMeter meter = measured(new Region(0.15, 0.1, 0.8, 0.8), new Region(0.05, 0.1, 0.8, 0.8));
        assertEquals(0.125, meter.drift().right(), 0.01);
        assertEquals(1, meter.drift().zoom(), 0.01);
        assertTrue(meter.source().orElseThrow().likeness() > 0.9, meter.toString());
    }

    @Test
    void aStillShotIsFrozenFromEndToEnd() throws IOException {
        ClipMeter meter = measured(Region.WHOLE, Region.WHOLE);
        assertEquals(23, meter.course().longestFreeze());
    }

    @Test
    void blackFramesAndCutsAreCounted() throws IOException {
        Path clip = folder.resolve("cut.mp4");
        try (VideoWriter writer = VideoWriter.open(clip, Scenes.clip(SIZE))) {
            for (int n = 0; n < 30; n++) {
                writer.write((n < 10 ? Scenes.plain(SIZE, 0xff000000) : Scenes.boxes(SIZE)).argb());
            }
            writer.finish();
        }
        ClipMeter meter = ClipMeter.of(clip, Optional.of(Scenes.boxes(SIZE)), Progress.NONE);
        assertEquals(10, meter.course().black());
        assertEquals(1, meter.course().jumps());
        assertTrue(meter.source().orElseThrow().likeness() < 0.5);
    }

    private ClipMeter measured(Region start, Region end) throws IOException {
        Path picture = folder.resolve("boxes.png");
        Path clip = folder.resolve("clip.mp4");
        Still boxes = Scenes.boxes(SIZE);
        boxes.writePng(picture);
        Scenes.film(picture, CameraPath.of(CameraMove.PAN_LEFT, start, end, 24, FrameRate.FILM, 1), Scenes.clip(SIZE),
                clip);
        return ClipMeter.of(clip, Optional.of(boxes), Progress.NONE);
    }
}
