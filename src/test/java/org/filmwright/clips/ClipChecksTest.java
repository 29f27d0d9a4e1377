package org.filmwright.clips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Region;
import org.junit.jupiter.api.Test;

class ClipChecksTest {
    private static final ClipMeasures.Technical SOUND = new ClipMeasures.Technical(FrameSize.HD, FrameRate.FILM, 96,
            "h264", "yuv420p", "tv,bt709,bt709,bt709", true, 0);
    private static final ClipMeasures.Motion PUSH = new ClipMeasures.Motion(0, 0, 1.1, true);
    private static final ClipMeasures.AgainstSource LIKE = new ClipMeasures.AgainstSource(0.95, 0.97, 0, 1,
            new ClipMeasures.End(0.9, 0.97));

    @Test
    void aCleanClipRaisesNoAlarm() {
        assertEquals(List.of(), alarms(SOUND, new ClipMeasures.Picture(0, 2, 0, 0.1, ClipMeasures.Light.STEADY, PUSH),
                LIKE, CameraMove.PUSH_IN));
    }

    @Test
    void aPushThatPullsIsCalledOut() {
        ClipMeasures.Motion pull = new ClipMeasures.Motion(0, 0, 0.92, true);
        assertEquals(List.of("motion"),
                alarms(SOUND, new ClipMeasures.Picture(0, 2, 0, 0.1, ClipMeasures.Light.STEADY, pull), LIKE,
                        CameraMove.PUSH_IN));
    }

    @Test
    void aFrozenClipIsAlarmingOnlyWhereMotionWasAsked() {
        ClipMeasures.Motion none = new ClipMeasures.Motion(0, 0, 1, true);
        ClipMeasures.Picture frozen = new ClipMeasures.Picture(0, 95, 0, 0, ClipMeasures.Light.STEADY, none);
        assertEquals(List.of(), alarms(SOUND, frozen, LIKE, CameraMove.STATIC));
        assertEquals(List.of("frozen", "motion"), alarms(SOUND, frozen, LIKE, CameraMove.PAN_LEFT));
    }

    @Test
    void everyThresholdHasItsAlarm() {
        ClipMeasures.Technical wrong = new ClipMeasures.Technical(FrameSize.HD, FrameRate.FILM, 96, "hevc", "yuv444p",
                "unknown,unknown,unknown,unknown", false, 3);
        ClipMeasures.Picture bad = new ClipMeasures.Picture(4, 0, 1, 3, ClipMeasures.Light.STEADY, PUSH);
        ClipMeasures.AgainstSource unlike = new ClipMeasures.AgainstSource(0.4, 0.5, 0.2, -30,
                new ClipMeasures.End(0.4, 0.4));
        assertEquals(
                List.of("decode", "codec", "pixels", "colours", "faststart", "black", "jump", "flicker", "sharpness",
                        "likeness", "clipping", "exposure"),
                alarms(wrong, bad, unlike, CameraMove.PUSH_IN));
    }

    @Test
    void aClipOfAnotherFormatIsNotTheOneThatWasOrdered() {
        Asked asked = new Asked(Optional.of(CameraMove.PUSH_IN), Optional.empty(),
                Optional.of(new Asked.Format(new FrameSize(640, 360), new FrameRate(25, 1), 90)), false);
        assertEquals(List.of("frames", "rate", "size"), checks(moving(PUSH), asked));
    }

    @Test
    void aFadeMayBeBlackAndNothingElseMay() {
        ClipMeasures dark = new ClipMeasures(SOUND,
                new ClipMeasures.Picture(12, 0, 0, 0.1, ClipMeasures.Light.STEADY, PUSH), Optional.of(LIKE));
        assertEquals(List.of("black"), checks(dark, Asked.of(Optional.of(CameraMove.PUSH_IN))));
        assertEquals(List.of(), checks(dark, new Asked(Optional.of(CameraMove.PUSH_IN), Optional.empty(),
                Optional.empty(), true)));
    }

    @Test
    void framesThatAPersonDrewAreTheMoveWhateverItIsCalled() {
        MotionPlan pulling = new MotionPlan(CameraMove.PUSH_IN, new Region(0.1, 0.1, 0.8, 0.8), Region.WHOLE, 96, "");
        Asked asked = new Asked(Optional.of(CameraMove.PUSH_IN), Optional.of(pulling), Optional.empty(), false);
        assertEquals(List.of(), checks(moving(new ClipMeasures.Motion(0, 0, 0.8, true)), asked));
        assertEquals(List.of("motion"), checks(moving(PUSH), asked));
        assertEquals(List.of("motion"), checks(moving(new ClipMeasures.Motion(0, 0, 0.98, true)), asked),
                "a tenth of the way is not the way");
    }

    @Test
    void framesThatAreTheSameAreALockedOffShot() {
        MotionPlan held = new MotionPlan(CameraMove.PUSH_IN, Region.WHOLE, Region.WHOLE, 96, "");
        Asked asked = new Asked(Optional.of(CameraMove.PUSH_IN), Optional.of(held), Optional.empty(), false);
        ClipMeasures still = new ClipMeasures(SOUND, new ClipMeasures.Picture(0, 95, 0, 0, ClipMeasures.Light.STEADY,
                new ClipMeasures.Motion(0, 0, 1, true)), Optional.of(LIKE));
        assertEquals(List.of(), checks(still, asked));
    }

    @Test
    void whatPassesInDepthIsNotHeldAgainstTheFirstFrame() {
        ClipMeasures deep = new ClipMeasures(SOUND, new ClipMeasures.Picture(0, 0, 0, 0.1, ClipMeasures.Light.STEADY,
                new ClipMeasures.Motion(0, 0, 1, true)),
                Optional.of(new ClipMeasures.AgainstSource(1.8, 0.8, 0, 0, new ClipMeasures.End(2, 0.78))));
        assertEquals(List.of(), checks(deep, Asked.of(Optional.of(CameraMove.ORBIT_LEFT))));
        assertEquals(List.of("likeness"), checks(deep, Asked.of(Optional.of(CameraMove.HANDHELD))));
    }

    @Test
    void flashesDriftAndCodingHaveTheirAlarms() {
        ClipMeasures clip = new ClipMeasures(SOUND,
                new ClipMeasures.Picture(0, 0, 0, 0.1, new ClipMeasures.Light(4, 0), PUSH),
                Optional.of(new ClipMeasures.AgainstSource(0.9, 0.95, 0, 0, new ClipMeasures.End(0.4, 0.6))))
                .coded(Optional.of(new ClipMeasures.Coding(0.96, 40)));
        Asked asked = Asked.of(Optional.of(CameraMove.PUSH_IN));
        assertEquals(List.of("flashes", "drift", "softening", "coding"), checks(clip, asked));
        assertTrue(Checked.of(clip, asked).unusable());
        assertFalse(Checked.of(moving(PUSH), asked).unusable());
    }

    private static ClipMeasures moving(ClipMeasures.Motion motion) {
        return new ClipMeasures(SOUND, new ClipMeasures.Picture(0, 0, 0, 0.1, ClipMeasures.Light.STEADY, motion),
                Optional.of(LIKE));
    }

    private static List<String> checks(ClipMeasures clip, Asked asked) {
        return ClipChecks.alarms(clip, asked).stream().map(ClipChecks.Alarm::check).toList();
    }

    private static List<String> alarms(ClipMeasures.Technical technical, ClipMeasures.Picture picture,
            ClipMeasures.AgainstSource source, CameraMove asked) {
        return ClipChecks.alarms(new ClipMeasures(technical, picture, Optional.of(source)), Optional.of(asked))
                .stream()
                .map(ClipChecks.Alarm::check)
                .toList();
    }
}
