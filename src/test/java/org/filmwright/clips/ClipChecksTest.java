package org.filmwright.clips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.junit.jupiter.api.Test;

class ClipChecksTest {
    private static final ClipMeasures.Technical SOUND = new ClipMeasures.Technical(FrameSize.HD, FrameRate.FILM, 96,
            "h264", "yuv420p", "tv,bt709,bt709,bt709", true, 0);
    private static final ClipMeasures.Motion PUSH = new ClipMeasures.Motion(0, 0, 1.1, true);
    private static final ClipMeasures.AgainstSource LIKE = new ClipMeasures.AgainstSource(0.95, 0.97, 0, 1);

    @Test
    void aCleanClipRaisesNoAlarm() {
        assertEquals(List.of(), alarms(SOUND, new ClipMeasures.Picture(0, 2, 0, 0.1, PUSH), LIKE, CameraMove.PUSH_IN));
    }

    @Test
    void aPushThatPullsIsCalledOut() {
        ClipMeasures.Motion pull = new ClipMeasures.Motion(0, 0, 0.92, true);
        assertEquals(List.of("motion"),
                alarms(SOUND, new ClipMeasures.Picture(0, 2, 0, 0.1, pull), LIKE, CameraMove.PUSH_IN));
    }

    @Test
    void aFrozenClipIsAlarmingOnlyWhereMotionWasAsked() {
        ClipMeasures.Motion none = new ClipMeasures.Motion(0, 0, 1, true);
        ClipMeasures.Picture frozen = new ClipMeasures.Picture(0, 95, 0, 0, none);
        assertEquals(List.of(), alarms(SOUND, frozen, LIKE, CameraMove.STATIC));
        assertEquals(List.of("frozen", "motion"), alarms(SOUND, frozen, LIKE, CameraMove.PAN_LEFT));
    }

    @Test
    void everyThresholdHasItsAlarm() {
        ClipMeasures.Technical wrong = new ClipMeasures.Technical(FrameSize.HD, FrameRate.FILM, 96, "hevc", "yuv444p",
                "unknown,unknown,unknown,unknown", false, 3);
        ClipMeasures.Picture bad = new ClipMeasures.Picture(4, 0, 1, 3, PUSH);
        ClipMeasures.AgainstSource unlike = new ClipMeasures.AgainstSource(0.4, 0.5, 0.2, -30);
        assertEquals(
                List.of("decode", "codec", "pixels", "colours", "faststart", "black", "jump", "flicker", "sharpness",
                        "likeness", "clipping", "exposure"),
                alarms(wrong, bad, unlike, CameraMove.PUSH_IN));
    }

    private static List<String> alarms(ClipMeasures.Technical technical, ClipMeasures.Picture picture,
            ClipMeasures.AgainstSource source, CameraMove asked) {
        return ClipChecks.alarms(new ClipMeasures(technical, picture, Optional.of(source)), Optional.of(asked))
                .stream()
                .map(ClipChecks.Alarm::check)
                .toList();
    }
}
