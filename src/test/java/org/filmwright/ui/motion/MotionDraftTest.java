package org.filmwright.ui.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.Region;
import org.filmwright.clips.MotionPlan;
import org.filmwright.ui.motion.MotionDraft.Corner;
import org.filmwright.ui.motion.MotionDraft.End;
import org.junit.jupiter.api.Test;

class MotionDraftTest {
    private static final MotionDraft PUSH = MotionDraft.of(new MotionPlan(CameraMove.PUSH_IN, Region.WHOLE,
            new Region(0.1, 0.1, 0.8, 0.8), 96, ""), 4, 1);

    @Test
    void aFrameIsMovedNoFartherThanTheEdge() {
        Region moved = PUSH.moved(End.END, 0.5, -0.05).end();
        assertEquals(0.2, moved.x(), 1e-9);
        assertEquals(0.05, moved.y(), 1e-9);
        assertEquals(0.8, moved.width(), 1e-9);
    }

    @Test
    void aCornerFollowsTheHandAndTheOneAcrossStays() {
        Region pulled = PUSH.pulled(End.END, new Corner(true, true), 0.7, 0.6).end();
        assertEquals(0.1, pulled.x(), 1e-9);
        assertEquals(0.1, pulled.y(), 1e-9);
        assertEquals(0.6, pulled.width(), 1e-9);
        Region other = PUSH.pulled(End.END, new Corner(false, false), 0.3, 0.4).end();
        assertEquals(0.9, other.x() + other.width(), 1e-9);
        assertEquals(0.6, other.width(), 1e-9);
    }

    @Test
    void whateverTheHandDoesAFrameStaysInsideAndKeepsTheFilmsShape() {
        SplittableRandom random = new SplittableRandom(1);
        for (double ratio : new double[]{1, 0.75, 1.4}) {
            MotionDraft draft = MotionDraft.of(PUSH.plan(org.filmwright.base.FrameRate.FILM), 4, ratio);
            for (int i = 0; i < 2000; i++) {
                End end = random.nextBoolean() ? End.START : End.END;
                draft = switch (random.nextInt(3)) {
                    case 0 -> draft.moved(end, random.nextDouble(-1, 1), random.nextDouble(-1, 1));
                    case 1 -> draft.sized(end, random.nextDouble(0.5, 2));
                    default -> draft.pulled(end, new Corner(random.nextBoolean(), random.nextBoolean()), random
                            .nextDouble(-0.5, 1.5), random.nextDouble(-0.5, 1.5));
                };
                Region frame = draft.frame(end);
                assertTrue(Region.WHOLE.contains(frame), frame.toString());
                assertEquals(ratio, frame.height() / frame.width(), 1e-6);
                assertTrue(frame.width() > Math.min(MotionDraft.NARROWEST, 1 / ratio) - 1e-6, frame.toString());
            }
        }
    }

    @Test
    void whatAPlanHasMoreThanTheFilmsShapeIsCroppedAsTheCameraDoes() {
        Region start = MotionDraft.of(new MotionPlan(CameraMove.STATIC, Region.WHOLE, Region.WHOLE, 24, ""), 1, 0.5)
                .start();
        assertEquals(new Region(0, 0.25, 1, 0.5), start);
    }

    @Test
    void speedsAreThoseOfTheWholeMove() {
        assertEquals(Math.log(1.25) / 4, PUSH.zoomASecond(), 1e-9);
        assertEquals(0, PUSH.slideASecond(), 1e-9);
        MotionDraft pan = PUSH.sized(End.START, 0.8).moved(End.START, -0.1, 0).moved(End.END, 0.1, 0);
        assertEquals(0.2 / 0.8 / 4, pan.slideASecond(), 1e-9);
    }

    @Test
    void likeMeansLikeToTheEye() {
        assertTrue(PUSH.isLike(PUSH.moved(End.END, 1e-5, 0)));
        assertFalse(PUSH.isLike(PUSH.moved(End.END, 0.01, 0)));
        assertFalse(PUSH.isLike(PUSH.eased(Easing.LINEAR)));
    }
}
