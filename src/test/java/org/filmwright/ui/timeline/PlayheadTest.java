package org.filmwright.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.filmwright.base.FrameRate;
import org.filmwright.export.Aim;
import org.junit.jupiter.api.Test;

/** Which frame is due at which moment, at every pace, and what counts as dropped. */
class PlayheadTest {
    private static final Stretch WHOLE = new Stretch(0, 100, false);

    private long now;
    private final Playhead head = new Playhead(() -> now, FrameRate.FILM, 100);

    /** In the middle of that picture, counted from the first. */
    private void at(int picture) {
        now = (long) ((picture + 0.5) * 1e9 / 24);
    }

    private int show() {
        long due = head.due();
        int frame = head.frame(due);
        head.showed(due);
        return frame;
    }

    private List<Integer> shown(int... pictures) {
        return IntStream.of(pictures).map(picture -> {
            at(picture);
            return show();
        }).boxed().toList();
    }

    @Test
    void timeCountsFromTheFirstPictureOn() {
        head.play(10, Pace.PLAIN, WHOLE);
        now = 5_000_000_000L;
        assertEquals(10, show());
        now += 1_000_000_000L / 24 + 1000;
        assertEquals(11, show());
        assertEquals(0, head.dropped());
    }

    @Test
    void fourTimesAsFastShowsEveryFourthFrameAndDropsNone() {
        head.play(0, new Pace(4, 1), WHOLE);
        show();
        assertEquals(List.of(4, 8, 12), shown(1, 2, 3));
        assertEquals(0, head.dropped(), "frames that are passed over were never due");
        assertEquals(List.of(24), shown(6));
        assertEquals(2, head.dropped());
    }

    @Test
    void backwardsItEndsOnTheFirstFrame() {
        head.play(5, new Pace(-2, 1), WHOLE);
        show();
        assertEquals(List.of(3, 1), shown(1, 2));
        at(3);
        assertTrue(head.ends());
        assertEquals(0, head.frame(head.due()));
        assertTrue(head.isDue());
        show();
        assertFalse(head.isDue());
    }

    @Test
    void aLoopGoesRoundBothWays() {
        head.play(18, Pace.PLAIN, new Stretch(10, 20, true));
        show();
        assertEquals(List.of(19, 10, 11), shown(1, 2, 3));
        head.play(11, new Pace(-1, 1), new Stretch(10, 20, true));
        now = 0;
        show();
        assertEquals(List.of(10, 19), shown(1, 2));
        assertFalse(head.ends());
    }

    @Test
    void slowMotionTakesFourTimesAsLong() {
        head.play(0, Pace.slow(1), WHOLE);
        show();
        assertEquals(List.of(0, 1, 2), shown(3, 4, 8));
    }

    @Test
    void pausedItStandsOnThePictureThatIsSeen() {
        head.play(0, Pace.PLAIN, WHOLE);
        show();
        shown(7);
        at(9);
        head.pause();
        assertEquals(7, head.frame(head.due()));
        assertFalse(head.isDue());
        head.seek(3);
        assertTrue(head.isDue());
        assertEquals(new Aim(3, 0, 0, 100, false), head.aim());
    }

    @Test
    void whatIsSoughtWhileItRunsGoesOnFromThere() {
        head.play(0, Pace.PLAIN, WHOLE);
        show();
        shown(1);
        head.seek(50);
        assertEquals(50, show());
        now += 1_000_000_000L / 24 + 1000;
        assertEquals(51, show());
        assertEquals(0, head.dropped());
    }

    @Test
    void theKeysOfTheShuttleDoubleSlowAndTurn() {
        Pace pace = Pace.PLAIN;
        for (int step : new int[]{2, 4, 8, 8}) {
            pace = pace.pushed(1);
            assertEquals(step, pace.step());
        }
        for (int step : new int[]{4, 2, 1, -1, -2}) {
            pace = pace.pushed(-1);
            assertEquals(step, pace.step());
        }
        assertEquals(new Pace(1, 1), Pace.slow(-1).pushed(1));
    }
}
