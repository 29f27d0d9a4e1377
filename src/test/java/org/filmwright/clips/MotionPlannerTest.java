package org.filmwright.clips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.filmwright.base.CameraMove;
import org.filmwright.base.FrameRate;
import org.filmwright.base.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MotionPlannerTest {
    private static final MotionPlanner WIDE = new MotionPlanner(16 / 9.0, 16 / 9.0, FrameRate.FILM);
    private static final Region FACE = new Region(0.55, 0.2, 0.12, 0.2);

    @ParameterizedTest
    @EnumSource(CameraMove.class)
    void everyMoveOverEveryPictureKeepsASmallSubjectInView(CameraMove move) {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            double pictureAspect = 0.4 + 2.5 * random.nextDouble();
            MotionPlanner planner = new MotionPlanner(pictureAspect, 16 / 9.0, FrameRate.FILM);
            double width = Math.min(1, 16 / 9.0 / pictureAspect);
            double height = Math.min(1, pictureAspect * 9 / 16);
            double w = width * (0.05 + 0.4 * random.nextDouble());
            double h = height * (0.05 + 0.4 * random.nextDouble());
            Region subject = new Region((1 - w) * random.nextDouble(), (1 - h) * random.nextDouble(), w, h);
            MotionPlan plan = planner.plan(move, subject, 0.5 + 8 * random.nextDouble(), "");
            boolean edge = subject.x() < 0.2 || subject.y() < 0.2 || subject.x() + w > 0.8 || subject.y() + h > 0.8;
            if (!edge) {
                assertTrue(plan.start().contains(subject) && plan.end().contains(subject), subject + " in " + plan);
            }
            assertEquals(16 / 9.0, plan.end().width() / plan.end().height() * pictureAspect, 1e-9);
        }
    }

    @Test
    void aPushGetsCloserAndDriftsToTheFace() {
        MotionPlan plan = WIDE.plan(CameraMove.PUSH_IN, FACE, 4, "'she realises'");
        assertEquals(Region.WHOLE, plan.start());
        assertEquals(1 / 1.12, plan.end().width(), 1e-9);
        assertTrue(plan.end().centreX() > 0.5 && plan.end().centreY() < 0.5);
        assertEquals("'she realises' (push-in 12 % in 4.0 s)", plan.reason());
        assertEquals(96, plan.frames());
    }

    @Test
    void movesGoWhereTheirNamesSay() {
        assertTrue(shiftX(CameraMove.PAN_RIGHT) > 0.05 && shiftX(CameraMove.TRACK_LEFT) < -0.05);
        assertTrue(shiftY(CameraMove.TILT_UP) < -0.05 && shiftY(CameraMove.CRANE_DOWN) > 0.03);
        assertTrue(shiftY(CameraMove.CRANE_UP) < -0.03);
        MotionPlan crane = WIDE.plan(CameraMove.CRANE_UP, FACE, 4, "");
        assertTrue(crane.end().width() > crane.start().width());
        assertTrue(WIDE.plan(CameraMove.PULL_OUT, FACE, 4, "").start().width() < 0.95);
    }

    @Test
    void aLockedOffShotDoesNotMove() {
        MotionPlan plan = WIDE.plan(CameraMove.STATIC, FACE, 3, "dialogue");
        assertEquals(plan.start(), plan.end());
        assertEquals(Region.WHOLE, plan.start());
    }

    @Test
    void aMoveThatWouldLoseTheSubjectGetsSmaller() {
        Region wide = new Region(0.02, 0.1, 0.9, 0.8);
        MotionPlan plan = WIDE.plan(CameraMove.PUSH_IN, wide, 5, "");
        assertTrue(plan.end().contains(wide));
        assertTrue(plan.end().width() > 0.9 && plan.end().width() < 1);
    }

    private static double shiftX(CameraMove move) {
        MotionPlan plan = WIDE.plan(move, new Region(0.45, 0.45, 0.1, 0.1), 4, "");
        return plan.end().centreX() - plan.start().centreX();
    }

    private static double shiftY(CameraMove move) {
        MotionPlan plan = WIDE.plan(move, new Region(0.45, 0.45, 0.1, 0.1), 4, "");
        return plan.end().centreY() - plan.start().centreY();
    }
}
