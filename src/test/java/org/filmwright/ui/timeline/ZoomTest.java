package org.filmwright.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZoomTest {
    private final Zoom zoom = new Zoom();

    @BeforeEach
    void aFilmOfTwoMinutesInAThousandPixels() {
        zoom.width().set(1024);
        zoom.setFrames(2880);
        zoom.fit();
    }

    @Test
    void fittedTheWholeFilmIsSeen() {
        assertEquals(0, zoom.x(0));
        assertEquals(1000, zoom.x(2880), 0.001);
        assertEquals(0, zoom.level(), 0.001);
    }

    @Test
    void whatLiesUnderThePointerStaysThere() {
        int frame = zoom.frameAt(400);
        zoom.by(3, 400);
        assertEquals(frame, zoom.frameAt(400));
    }

    @Test
    void zoomEndsAtTheWholeFilmAndAtSingleFrames() {
        zoom.by(0.01, 0);
        assertEquals(0, zoom.level(), 0.001);
        zoom.by(1e6, 0);
        assertEquals(1, zoom.level(), 0.001);
        zoom.setLevel(0.5);
        assertEquals(0.5, zoom.level(), 0.01);
    }

    @Test
    void aPlayheadThatLeavesTheViewBringsItAlong() {
        zoom.by(10, 0);
        zoom.follow(2000);
        assertTrue(zoom.x(2000) >= 0 && zoom.x(2000) <= 1024);
    }
}
