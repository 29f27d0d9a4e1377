package org.filmwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.junit.jupiter.api.Test;

class BestTakeTest {
    private static final Region MIDDLE = new Region(0.4, 0.3, 0.2, 0.4);
    private static final Region CUT_OFF = new Region(0.8, 0.3, 0.2, 0.7);
    private static final TakeMeasures USUAL = new TakeMeasures(800, 0.18, 0.1, 0);

    @Test
    void theSharperTakeWins() {
        BestTake.Choice choice = BestTake.of(List.of(take(1, MIDDLE, USUAL),
                take(2, MIDDLE, new TakeMeasures(1600, 0.18, 0.1, 0)), take(3, MIDDLE, USUAL)));
        assertEquals(2, choice.take().number());
        assertTrue(choice.reason().contains("the sharpest"), choice.reason());
        assertTrue(choice.reason().contains("inside the safe area"), choice.reason());
    }

    @Test
    void aSubjectCutOffByTheSafeAreaLoses() {
        BestTake.Choice choice = BestTake.of(List.of(take(1, CUT_OFF, USUAL), take(2, MIDDLE, USUAL)));
        assertEquals(2, choice.take().number());
    }

    @Test
    void aSubjectThatStandsOutWins() {
        BestTake.Choice choice = BestTake
                .of(List.of(take(1, MIDDLE, USUAL), take(2, MIDDLE, new TakeMeasures(800, 0.18, 0.19, 0))));
        assertEquals(2, choice.take().number());
    }

    @Test
    void equalTakesGoToTheFirst() {
        assertEquals(1, BestTake.of(List.of(take(3, MIDDLE, USUAL), take(1, MIDDLE, USUAL), take(2, MIDDLE, USUAL)))
                .take()
                .number());
    }

    @Test
    void aSingleTakeIsChosenWithoutBoasting() {
        BestTake.Choice choice = BestTake.of(List.of(take(1, CUT_OFF, new TakeMeasures(0, 0, 0, 0))));
        assertTrue(choice.reason().startsWith("take 1 of 1"));
        assertTrue(!choice.reason().contains("sharpest"));
    }

    private static BestTake.Measured take(int number, Region subject, TakeMeasures measures) {
        Digest digest = Digest.of("picture " + number);
        return new BestTake.Measured(new ImageTake(new TakeId("t" + number), new ShotId("s"), number,
                new MediaRef(digest, "png"), digest, new ImageTake.Origin("draft", 1), subject), measures);
    }
}
